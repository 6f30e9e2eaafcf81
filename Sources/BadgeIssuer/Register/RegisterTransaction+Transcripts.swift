import Encodings
import GRDB

extension RegisterTransaction {
    /// Records a transcript that was just signed.
    ///
    /// - Parameters:
    ///   - place: one that was allocated to it.
    ///   - content: a digest of what it was made of.
    /// - Throws: `register.person-missing`, `register.status-entry` for a place that an award has.
    func insertTranscript(
        id: String, of personID: String, place: StatusAllocation, secured: SecuredCredential, signatureDigest: [UInt8],
        content: [UInt8], at now: Timestamp
    ) throws(RegisterError) {
        let person = try personNumber(personID)
        try execute(
            """
            INSERT INTO transcripts (id, person, list, position, signing_key, signed_at, signature_digest)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, person, place.list, place.index, try signingKeyNumber(secured.verificationMethod), now.seconds,
                signatureDigest.blob,
            ])
        try execute(
            "INSERT INTO transcript_files (transcript, person, content_digest, bytes) VALUES (?, ?, ?, ?)",
            [lastRow, person, content.blob, secured.bytes.blob])
    }

    /// Sets a transcript's bit; the next publication shows it.
    func withdrawTranscript(_ record: TranscriptRecord, reason: String, at now: Timestamp) throws(RegisterError) {
        try execute(
            "UPDATE status_entries SET bit = 1, reason = ?, changed_at = ? WHERE list = ? AND position = ?",
            [reason, now.seconds, record.place.list, record.place.index])
    }
}

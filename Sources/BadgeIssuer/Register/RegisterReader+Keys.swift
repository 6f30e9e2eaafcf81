package import Encodings

extension RegisterReader {
    /// SHA-256 of the signatures of everything that was awarded or put into a transcript with a key before a moment,
    /// those of erased persons too.
    ///
    /// - Parameter key: the key's DID URL.
    package func signatureDigests(by key: String, before time: Timestamp) throws(RegisterError) -> [[UInt8]] {
        let sql: StaticString = """
            SELECT signature_digest FROM (
                SELECT signature_digest, signing_key, signed_at FROM awards
                UNION ALL SELECT signature_digest, signing_key, signed_at FROM transcripts)
            WHERE signing_key = (SELECT number FROM signing_keys WHERE verification_method = ?) AND signed_at < ?
            ORDER BY signature_digest
            """
        var digests: [[UInt8]] = []
        for row in try all(sql, [key, time.wholeSeconds.seconds]) { digests.append(try row.bytes(0)) }
        return digests
    }

    /// How many awards were signed with a key from a moment on.
    package func awardCount(signedBy key: String, since time: Timestamp) throws(RegisterError) -> Int {
        let sql: StaticString = """
            SELECT count(*) FROM awards a JOIN signing_keys k ON k.number = a.signing_key
            WHERE k.verification_method = ? AND a.signed_at >= ?
            """
        return try first(sql, [key, time.wholeSeconds.seconds])?.number(0) ?? 0
    }
}

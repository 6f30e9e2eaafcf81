import Encodings

/// An award as people name it: `urn:uuid:…`, the bare UUID, or at least its first eight digits.
package struct AwardReference: Sendable, Hashable {
    /// Eight digits stand in the names of badge files; shorter ones would soon fit several.
    static let leastDigits = 8

    /// `urn:uuid:` and as much of the UUID as was given, in the spelling of the register.
    package let start: String
    /// How messages call it: what was given, or its place in a file.
    package let shown: String

    package var isWhole: Bool { start.utf8.count == 45 }

    /// - Parameters:
    ///   - text: in any case; hyphens stand where a UUID has them, or nowhere.
    ///   - place: where it was found, for messages that shouldn't repeat it: a file may hold names.
    /// - Throws: `register.award-reference`.
    package init(_ text: String, place: String? = nil) throws(RegisterError) {
        let prefix = "urn:uuid:"
        let lowered = text.lowercased()
        let uuid = lowered.hasPrefix(prefix) ? lowered.dropFirst(prefix.count) : lowered[...]
        var digits: [UInt8] = []
        var isSound = uuid.utf8.count <= 36
        let hasHyphens = uuid.utf8.contains(UInt8(ascii: "-"))
        for (position, byte) in uuid.utf8.enumerated() where isSound {
            if byte == UInt8(ascii: "-") {
                isSound = Self.hyphens.contains(position)
            } else {
                let isDigit =
                    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
                isSound = isDigit && !(hasHyphens && Self.hyphens.contains(position))
                digits.append(byte)
            }
        }
        guard isSound, (Self.leastDigits...32).contains(digits.count) else {
            let what = place.map { "\($0) holds no badge's id" } ?? "\"\(text)\" is no badge's id"
            throw RegisterError(
                .awardReference, "\(what).",
                hint: "Give the id as urn:uuid:…, or its first \(Self.leastDigits) digits or more, as "
                    + "`passportctl register list` shows them.")
        }
        var spelled = prefix
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { spelled += "-" }
            spelled.unicodeScalars.append(Unicode.Scalar(digit))
        }
        start = spelled
        shown = place ?? text
    }

    private static let hyphens: Set<Int> = [8, 13, 18, 23]
}

extension RegisterReader {
    package enum FoundAward {
        case found(AwardRecord)
        /// `register.award-missing` or `register.award-ambiguous`.
        case refused(RegisterError)
    }

    /// The one award that a reference fits, without the signed bytes.
    package func find(_ reference: AwardReference) throws(RegisterError) -> FoundAward {
        // After all digits and the hyphen, so the range holds what begins with the text.
        let rows = try all(
            "SELECT id FROM awards WHERE id >= ? AND id < ? ORDER BY id LIMIT 2",
            [reference.start, reference.start + "g"])
        guard let row = rows.first else {
            return .refused(
                RegisterError(
                    .awardMissing,
                    reference.isWhole
                        ? "The register has no badge \"\(reference.shown)\"."
                        : "The register has no badge whose id begins with \"\(reference.shown)\".",
                    hint: "Copy the id from the badge or from `passportctl register list`; another workspace may "
                        + "have issued it."))
        }
        guard rows.count == 1, let award = try award(try row.text(0)) else {
            return .refused(
                RegisterError(
                    .awardAmbiguous, "More than one badge has an id that begins with \"\(reference.shown)\".",
                    hint: "Give more of its digits."))
        }
        return .found(award)
    }

    /// As `find`, for one award alone.
    ///
    /// - Throws: `register.award-missing`, `register.award-ambiguous`.
    package func award(_ reference: AwardReference) throws(RegisterError) -> AwardRecord {
        switch try find(reference) {
        case .found(let award): return award
        case .refused(let error): throw error
        }
    }
}

import BadgeIssuer
import Encodings
import OpenBadges
import Passport

/// What the texts of an award's options mean; the same wherever a badge is awarded.
enum AwardOptionText {
    /// Evidence is only hashed; a recording of an hour is within this.
    static let maxEvidenceBytes = 2 << 30

    static func day(_ text: String, option: String = "--date") throws -> CalendarDay {
        guard let day = try? CalendarDay(any: text) else {
            throw UsageError(.value, "\(option) \"\(text)\" is no day.", hint: "Write 2026-05-29 or 29.5.2026.")
        }
        return day
    }

    static func hours(_ text: String) throws -> DecimalHundredths {
        guard let hours = DecimalHundredths(text) else {
            throw UsageError(.value, "--hours \"\(text)\" is no number.", hint: "Write 27 or 13,5.")
        }
        return hours
    }

    /// A file that exists is evidence by its digest; anything else is read as text and never as a path.
    static func evidence(_ text: String) throws -> AwardEvidence {
        if let evidence = AwardEvidence(text) { return evidence }
        if InputFile.kind(of: text) == .file {
            return .file(try InputFile.read(text, limit: maxEvidenceBytes))
        }
        throw UsageError(
            .value, "--evidence \"\(text)\" is neither a web address nor a file.",
            hint: "Write an https address, a file's name, or a kind and a title: \"observation: seen at work\".")
    }

    static func pictureChoice(_ text: String) throws -> AchievementPicture.Choice {
        guard let choice = AchievementPicture.Choice(rawValue: text) else {
            throw UsageError(.value, "--image \"\(text)\" isn't known.", hint: "Use embed, link or none.")
        }
        return choice
    }

    static func pictureFormat(_ text: String) throws -> EmbeddedImage.Format {
        guard let format = EmbeddedImage.Format.allCases.first(where: { $0.suffix == text }) else {
            throw UsageError(.value, "--bake \"\(text)\" isn't known.", hint: "Use png or svg.")
        }
        return format
    }

    static func credentialFormat(_ text: String) throws -> AwardRecord.Format {
        guard let format = AwardRecord.Format(rawValue: text) else {
            throw UsageError(.value, "--format \"\(text)\" isn't known.", hint: "Use json or jwt.")
        }
        return format
    }
}

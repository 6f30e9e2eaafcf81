import Encodings
import OpenBadges
package import VerifiableCredentials

/// A file that was received, with the badge taken out of it when it is a picture, or the passport when it is a page.
///
/// What comes from a picture or a page is judged by itself; what is around it says nothing.
package enum OpenedFile: Sendable {
    /// What there is to judge: the badge of a picture, the passport of a page, or the file itself.
    case credential([UInt8])
    /// A picture from which no badge comes, or a page from which no one passport does.
    case refused(CheckResult)

    /// The largest file that is read; only what holds many credentials may be as large.
    package static let maxBytes = max(PictureContent.maxBytes, JSONLimits.passport.maxBytes, PassportPage.maxBytes)

    package static func open(_ bytes: [UInt8]) -> OpenedFile {
        do throws(PassportPage.Flaw) {
            if let passport = try PassportPage.payload(of: bytes) { return .credential(passport) }
        } catch {
            return .refused(result(error))
        }
        do throws(BakingError) {
            switch try PictureContent.read(bytes) {
            case .notPicture: return .credential(bytes)
            case .credential(let payload): return .credential(payload)
            case .noBadge: return .refused(CheckResult(.form, .undetermined, .formPicture))
            case .openBadges2: return .refused(CheckResult(.form, .undetermined, .formOpenBadges2))
            }
        } catch {
            return .refused(result(error))
        }
    }

    private static func result(_ flaw: PassportPage.Flaw) -> CheckResult {
        let problem: String
        switch flaw {
        case .tooLarge:
            return CheckResult(.form, .undetermined, .limitBytes, ["limit": "\(PassportPage.maxBytes)"])
        case .several: problem = "the page has several files in it"
        case .broken(let reason): problem = reason
        }
        return CheckResult(
            .form, .failed, .formBaking, ["problem": problem], detail: ["page": true, "problem": .string(problem)])
    }

    /// A damaged picture is no forgery; two badges in one, or a compressed one, are put in against the standard.
    private static func result(_ error: BakingError) -> CheckResult {
        let problem = error.cause ?? error.message
        let detail: JSONObject = ["image": .string(error.codeText), "problem": .string(problem)]
        return switch error.code {
        case .tooLarge:
            CheckResult(.form, .undetermined, .limitBytes, ["limit": "\(PictureContent.maxBytes)"], detail: detail)
        case .compressed, .severalBadges, .malformed:
            CheckResult(.form, .failed, .formBaking, ["problem": problem], detail: detail)
        default: CheckResult(.form, .undetermined, .formPicture, detail: detail)
        }
    }
}

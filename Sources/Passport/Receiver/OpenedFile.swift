import Encodings
import OpenBadges
package import VerifiableCredentials

/// A file that was received, with the badge taken out of it when it is a picture.
///
/// A badge from a picture is judged by itself; the picture around it says nothing.
package enum OpenedFile: Sendable {
    /// What there is to judge: the badge of a picture, or the file itself.
    case credential([UInt8])
    /// A picture from which no badge comes.
    case refused(CheckResult)

    /// The largest file that is read; only what holds many credentials may be as large.
    package static let maxBytes = max(PictureContent.maxBytes, JSONLimits.passport.maxBytes)

    package static func open(_ bytes: [UInt8]) -> OpenedFile {
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

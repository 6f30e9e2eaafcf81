package import Encodings

/// What an officer should know of a case beside its credentials.
package enum CaseAlert: Sendable, Hashable {
    /// The same applicant has these other cases in the run; nothing is granted by rule in any of them.
    case repeatedApplicant(cases: [String])
    /// The list of applicants doesn't name the file, so that nobody is known whose it could be.
    case notListed
    /// The list names a file that isn't there.
    case fileMissing
    /// More files than one applicant's may be; the others were left unread.
    case tooManyFiles(limit: Int)

    package var isRepeatedApplicant: Bool { if case .repeatedApplicant = self { true } else { false } }

    package enum Kind: String, Sendable, CaseIterable {
        case repeatedApplicant = "repeated-applicant"
        case notListed = "not-listed"
        case fileMissing = "file-missing"
        case tooManyFiles = "too-many-files"
    }

    package var kind: Kind {
        switch self {
        case .repeatedApplicant: .repeatedApplicant
        case .notListed: .notListed
        case .fileMissing: .fileMissing
        case .tooManyFiles: .tooManyFiles
        }
    }

    package var json: JSONValue {
        var object: JSONObject = ["alert": .string(kind.rawValue)]
        switch self {
        case .repeatedApplicant(let cases): object["cases"] = .array(cases.map { .string($0) })
        case .tooManyFiles(let limit): object["limit"] = .number(JSONNumber(limit))
        case .notListed, .fileMissing: break
        }
        return .object(object)
    }

    static func read(_ value: JSONValue) throws(CaseFlaw) -> CaseAlert {
        guard let kind = Kind(rawValue: try CaseFileParts.text("alert", value)) else {
            throw CaseFlaw("an alert in it isn't known")
        }
        switch kind {
        case .repeatedApplicant:
            return .repeatedApplicant(cases: value["cases"]?.arrayValue?.compactMap(\.stringValue) ?? [])
        case .notListed: return .notListed
        case .fileMissing: return .fileMissing
        case .tooManyFiles: return .tooManyFiles(limit: try CaseFileParts.whole(value["limit"]))
        }
    }
}

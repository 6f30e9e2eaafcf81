package import BadgeDefinitions
import Cryptography
package import Encodings

/// What a learner hands in to ask for a badge: `passport.application/1`, read and found to be right.
///
/// It is a stranger's word. Nothing in it is believed or followed; an assessor looks at it and decides.
package struct BadgeApplication: Sendable, Hashable {
    package static let format = "passport.application/1"

    /// Who asks: one identifier, so that no application can tie two of them together.
    package struct Applicant: Sendable, Hashable {
        package enum Identifier: Sendable, Hashable {
            case email(String)
            case did(String)
            case passportNumber(PassportNumber)
        }

        package let identifier: Identifier
        package let name: String?

        package init(_ identifier: Identifier, name: String? = nil) {
            self.identifier = identifier
            self.name = name
        }
    }

    /// One piece of evidence: a title, and where it is or what it hashes to. The content stays with the learner.
    package struct Evidence: Sendable, Hashable {
        package enum Source: Sendable, Hashable {
            case url(String)
            /// SHA-256 of a file.
            case file(sha256: [UInt8])
            /// Something that somebody saw or heard.
            case none
        }

        package let kind: EvidenceRequirement.Kind
        package let name: String?
        package let source: Source
        /// The day on which it came about.
        package let capturedDate: CalendarDay?

        package init(
            kind: EvidenceRequirement.Kind, name: String? = nil, source: Source, capturedDate: CalendarDay? = nil
        ) {
            self.kind = kind
            self.name = name
            self.source = source
            self.capturedDate = capturedDate
        }

        package var sha256: [UInt8]? { if case .file(let digest) = source { digest } else { nil } }
    }

    /// `urn:uuid:…`, given by the learner's side; the same for every version of one application.
    package let id: String
    package let slug: String
    /// Nothing means the badge of whoever takes the application in.
    package let badgeBase: String?
    package let applicant: Applicant
    /// The level asked for, 1 to 4.
    package let level: Int?
    /// What the learner did and can do, in their own words.
    package let text: String
    package let evidence: [Evidence]
    /// ISO 639-1; the badge is awarded in it when it speaks it.
    package let language: String
    package let submittedOn: CalendarDay

    package init(
        id: String, slug: String, badgeBase: String? = nil, applicant: Applicant, level: Int? = nil, text: String,
        evidence: [Evidence] = [], language: String, submittedOn: CalendarDay
    ) {
        self.id = id
        self.slug = slug
        self.badgeBase = badgeBase
        self.applicant = applicant
        self.level = level
        self.text = text
        self.evidence = evidence
        self.language = language
        self.submittedOn = submittedOn
    }

    /// SHA-256 of the canonical form, by which the same application is known again however its file is laid out.
    package var digest: [UInt8] { SHA256.hash(JCS.canonicalize(.object(json))) }
}

// MARK: As a file

extension BadgeApplication {
    package var json: JSONObject {
        var object: JSONObject = ["format": .string(Self.format), "id": .string(id), "badge": .string(slug)]
        object["badgeBase"] = badgeBase.map(JSONValue.string)
        object["applicant"] = .object(applicant.json)
        object["level"] = level.map { .number(JSONNumber($0)) }
        object["text"] = .string(text)
        object["evidence"] = .array(evidence.map { .object($0.json) })
        object["language"] = .string(language)
        object["submittedOn"] = .string(submittedOn.description)
        return object
    }
}

extension BadgeApplication.Applicant {
    fileprivate var json: JSONObject {
        var object = JSONObject()
        switch identifier {
        case .email(let text): object["email"] = .string(text)
        case .did(let text): object["did"] = .string(text)
        case .passportNumber(let number): object["passportNumber"] = .string(number.description)
        }
        object["name"] = name.map(JSONValue.string)
        return object
    }

    /// The applicant as awarding looks people up.
    package var recipient: AwardRequest.Recipient {
        switch identifier {
        case .email(let text): AwardRequest.Recipient(email: text, name: name)
        case .did(let text): AwardRequest.Recipient(did: text, name: name)
        case .passportNumber(let number): AwardRequest.Recipient(passportNumber: number, name: name)
        }
    }
}

extension BadgeApplication.Evidence {
    fileprivate var json: JSONObject {
        var object: JSONObject = ["kind": .string(kind.rawValue)]
        object["name"] = name.map(JSONValue.string)
        switch source {
        case .url(let url): object["url"] = .string(url)
        case .file(let digest): object["digestMultibase"] = .string(Self.multibase(of: digest))
        case .none: break
        }
        object["capturedDate"] = capturedDate.map { .string($0.description) }
        return object
    }

    /// A SHA-256 as the credential will write it: multihash in base64url.
    package static func multibase(of sha256: [UInt8]) -> String {
        Multibase.encode(Multicodec.sha2_256.prefix([UInt8(SHA256.byteCount)] + sha256), as: .base64url)
    }

    /// The piece as an award names it.
    package var awarded: AwardEvidence {
        let kind = AwardEvidence.Kind(rawValue: kind.rawValue) ?? .document
        return switch source {
        case .url(let url): AwardEvidence(kind: kind, title: name, source: .url(url))
        case .file(let digest): AwardEvidence(kind: kind, title: name, source: .file(sha256: digest))
        case .none: AwardEvidence(kind: kind, title: name, source: .none)
        }
    }
}

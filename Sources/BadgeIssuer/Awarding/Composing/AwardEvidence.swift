import BadgeDefinitions
import Cryptography

/// One piece of evidence as an award names it: a title, and where it is or what it hashes to.
package struct AwardEvidence: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case link, document, observation, demonstration, reflection
        /// A counted award behind a milestone.
        case award
    }

    package enum Source: Sendable, Hashable {
        /// An absolute URL; it becomes the evidence's id.
        case url(String)
        /// SHA-256 of a file whose content stays where it is.
        case file(sha256: [UInt8])
        /// The id of a credential that a milestone counts.
        case credential(String)
        /// What somebody saw or heard; there is nothing to fetch.
        case none
    }

    package let kind: Kind
    /// What the evidence is called; nothing gives it the name of its kind in the award's language.
    package let title: String?
    package let source: Source

    package init(kind: Kind, title: String? = nil, source: Source) {
        self.kind = kind
        self.title = title
        self.source = source
    }

    /// A file's content as evidence: its digest and the title given for it, nothing of the file's name.
    package static func file(_ bytes: [UInt8], kind: Kind = .document, title: String? = nil) -> AwardEvidence {
        AwardEvidence(kind: kind, title: title, source: .file(sha256: SHA256.hash(bytes)))
    }

    /// The file's digest, by which two awards on the same evidence are noticed.
    package var sha256: [UInt8]? { if case .file(let digest) = source { digest } else { nil } }
}

extension AwardEvidence {
    /// Evidence as a cell or an option writes it: `[KIND:] [TITLE] [URL]`, for example
    /// `Portfolio https://example.org/portfolio` or `havainto: ohjaajan arvio työpaikalla`.
    ///
    /// Nothing when there is neither a URL nor a kind that can do without one. It is never read as a path.
    package init?(_ text: String) {
        var rest = text.drop(while: \.isWhitespace)
        var kind: Kind?
        if let colon = rest.firstIndex(of: ":"), let named = Kind(name: rest[..<colon]) {
            kind = named
            rest = rest[rest.index(after: colon)...]
        }
        let words = rest.split(whereSeparator: \.isWhitespace)
        let isURL = { (word: Substring) in Self.isWebAddress(word) }
        guard let urlPlace = words.firstIndex(where: isURL) else {
            let title = words.joined(separator: " ")
            guard let kind, kind != .link, kind != .award, !title.isEmpty else { return nil }
            self.init(kind: kind, title: title, source: .none)
            return
        }
        guard !words[(urlPlace + 1)...].contains(where: isURL), kind != .award else { return nil }
        let title = (words[..<urlPlace] + words[(urlPlace + 1)...]).joined(separator: " ")
        self.init(
            kind: kind ?? .link, title: title.isEmpty ? nil : title, source: .url(String(words[urlPlace])))
    }

    /// Whether it is a web address that can stand as an IRI: `https://` or `http://`, a host, and no character that
    /// an IRI excludes.
    private static func isWebAddress(_ word: Substring) -> Bool {
        let lower = word.prefix(8).lowercased()
        let start = lower.hasPrefix("https://") ? 8 : lower.hasPrefix("http://") ? 7 : 0
        guard start > 0, let first = word.utf8.dropFirst(start).first, !"/?#:@".utf8.contains(first) else {
            return false
        }
        return word.unicodeScalars.allSatisfy {
            $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) && !"<>\"{}|\\^`".unicodeScalars.contains($0)
                && $0.properties.generalCategory != .format
        }
    }
}

extension AwardEvidence.Kind {
    /// The kind by its name in English, Finnish or Swedish, in any case.
    init?(name: some StringProtocol) {
        switch AwardField.normalised(String(name)) {
        case "link", "linkki", "länk": self = .link
        case "document", "asiakirja", "dokument": self = .document
        case "observation", "havainto": self = .observation
        case "demonstration", "osoitus": self = .demonstration
        case "reflection", "pohdinta", "reflektion": self = .reflection
        default: return nil
        }
    }

    /// The definition's word for it; a counted award isn't one of those that a definition asks for.
    var required: EvidenceRequirement.Kind? { EvidenceRequirement.Kind(rawValue: rawValue) }
}

import Encodings

/// The files that a receiver holds as evidence, by their names and digests.
///
/// Nothing that a badge says leads to a file: what it names is only compared with what is there.
public struct EvidenceFiles: Sendable {
    public struct File: Sendable {
        /// The file's name in its folder.
        public let name: String
        public let digests: ByteDigests

        public init(name: String, digests: ByteDigests) {
            self.name = name
            self.digests = digests
        }
    }

    private let files: [File]
    private let byName: [[UInt8]: Int]

    public init(_ files: [File]) {
        self.files = files
        byName = Dictionary(
            files.enumerated().map { (Array($1.name.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a piece of evidence has to do with the files.
    public func standing(of item: CredentialSummary.EvidenceItem) -> EvidenceStanding {
        let digests = NamedDigests(
            multibase: item.digest.map { .string($0) }, sri: item.digestSRI.map { .string($0) })
        if let file = files.first(where: { digests.fit($0.digests) }) { return .fits(file: file.name) }
        let named = file(named: item)
        guard digests.isComparable else {
            return digests.isEmpty ? .noDigest(file: named) : .unreadable(file: named)
        }
        return named.map { .differs(file: $0) } ?? .noFile
    }

    /// A file whose name is the last component of the evidence's address, or the evidence's own name.
    private func file(named item: CredentialSummary.EvidenceItem) -> String? {
        for text in [item.id, item.name].compactMap(\.self) {
            let whole = text.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
            let start = whole.lastIndex(of: UInt8(ascii: "/")).map { whole.index(after: $0) } ?? whole.startIndex
            if let place = byName[Array(whole[start...])] { return files[place].name }
        }
        return nil
    }
}

/// What became of a piece of evidence, when a receiver gave files to compare.
public enum EvidenceStanding: Sendable, Hashable {
    /// A file is the very one that the badge names.
    case fits(file: String)
    /// There is a file of that name, and it is another one than the badge names.
    case differs(file: String)
    /// The badge names bytes, and no file was given that could be theirs.
    case noFile
    /// The badge names no bytes, so nothing can be compared; perhaps there is a file of that name.
    case noDigest(file: String?)
    /// The badge names bytes in a way that isn't read.
    case unreadable(file: String?)

    /// The word for programs.
    public var word: String {
        switch self {
        case .fits: "fits"
        case .differs: "differs"
        case .noFile: "no-file"
        case .noDigest: "no-digest"
        case .unreadable: "digest-not-read"
        }
    }

    public var file: String? {
        switch self {
        case .fits(let file), .differs(let file): file
        case .noDigest(let file), .unreadable(let file): file
        case .noFile: nil
        }
    }
}

public import Encodings

/// A document that was judged, with what it held, for those who go on with it.
public struct JudgedDocument: Sendable {
    public enum Kind: Sendable {
        case credential, presentation
        /// Nothing could be read; the report says why.
        case unreadable
    }

    public let kind: Kind
    public let report: VerificationReport
    /// The credential or presentation as it was read. Its claims are worth what the report says.
    public let json: JSONObject?
    /// The document as it can be handed on by itself: a file's own bytes, of an inner credential its JSON with members
    /// and numbers as they were written, or its compact JWS.
    public let bytes: [UInt8]
    public let isJWS: Bool
    /// The credentials of a presentation or transcript, in their order; status lists that came with them left out.
    public let inner: [JudgedDocument]

    /// A document from which nothing could be read.
    public init(refused report: VerificationReport, bytes: [UInt8] = []) {
        self.init(kind: .unreadable, report: report, json: nil, bytes: bytes, isJWS: false, inner: [])
    }

    init(
        kind: Kind, report: VerificationReport, json: JSONObject?, bytes: [UInt8], isJWS: Bool, inner: [JudgedDocument]
    ) {
        self.kind = kind
        self.report = report
        self.json = json
        self.bytes = bytes
        self.isJWS = isJWS
        self.inner = inner
    }

    /// The same document with another report.
    func with(_ report: VerificationReport, inner: [JudgedDocument]) -> JudgedDocument {
        JudgedDocument(kind: kind, report: report, json: json, bytes: bytes, isJWS: isJWS, inner: inner)
    }

    /// The document with something noted beside one answer about it.
    func noting(_ notes: [CheckNote], beside check: Check) -> JudgedDocument {
        guard !notes.isEmpty else { return self }
        return JudgedDocument(
            kind: kind, report: report.noting(notes, beside: check), json: json, bytes: bytes, isJWS: isJWS,
            inner: inner)
    }

    /// Whether it is there to hold other credentials; what it says itself then counts for nothing.
    public var holdsOthers: Bool { kind == .presentation || report[.badge]?.code == .badgeTranscript }

    /// What there is to go on with: a plain credential itself, of a presentation or a transcript those inside it,
    /// however deep.
    public var credentials: [JudgedDocument] {
        if holdsOthers { return inner.flatMap(\.credentials) }
        return [self]
    }
}

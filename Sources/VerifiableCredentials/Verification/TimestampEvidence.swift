import Cryptography
import Encodings
import Synchronization

/// A time stamp of RFC 3161 that was found beside a file.
public struct FoundTimestamp: Sendable {
    public let source: String
    let content: Result<TimestampToken, TimestampError>

    public init(_ bytes: [UInt8], source: String) {
        self.source = source
        content = Result { () throws(TimestampError) in try TimestampToken(parsing: bytes) }
    }

    /// One whose bytes can't be had.
    ///
    /// - Parameter problem: why, as a sentence.
    public init(unreadable problem: String, source: String) {
        self.source = source
        content = .failure(TimestampError(.malformed, problem))
    }
}

/// A time stamp over one signature, by an authority that is pinned.
struct TimestampEvidence: TimeEvidence {
    let token: TimestampToken
    /// SHA-256 of the signature's bytes.
    let digest: [UInt8]
    let authority: String
    let source: String

    var kind: String { "rfc3161" }

    func shows(_ signature: DatedSignature, before time: Timestamp, in history: KeyHistory) -> Bool {
        signature.digest == digest && token.latest < time
    }

    var facts: JSONObject {
        [
            "time": .string(token.time.description), "latest": .string(token.latest.description),
            "authority": .string(authority),
        ]
    }
}

/// The time stamps beside one file, and which signatures in it they turned out to be over.
final class TimestampBook: Sendable {
    /// What a time stamp over a certain signature is worth.
    enum Answer: Sendable {
        case genuine(TimestampEvidence)
        case refused(CheckNote)
    }

    private struct State {
        /// The places of those that some signature fits.
        var fitting: Set<Int> = []
        /// Whether any signature was asked about.
        var isAsked = false
    }

    private let found: [FoundTimestamp]
    private let pinned: [TSACertificate]
    private let state = Mutex(State())

    init(_ found: [FoundTimestamp], pinned: [TSACertificate]) {
        self.found = found
        self.pinned = pinned
    }

    /// The answers of those that are over a signature.
    func answers(for signature: [UInt8]) -> [Answer] {
        var answers: [Answer] = []
        for (place, found) in found.enumerated() {
            guard case .success(let token) = found.content, token.isOver(signature) else { continue }
            state.withLock { _ = $0.fitting.insert(place) }
            do throws(TimestampError) {
                let authority = try token.verify(by: pinned)
                answers.append(
                    .genuine(
                        TimestampEvidence(
                            token: token, digest: DatedSignature.digest(of: signature), authority: authority,
                            source: found.source)))
            } catch {
                answers.append(.refused(CheckNote(error, source: found.source)))
            }
        }
        state.withLock { $0.isAsked = true }
        return answers
    }

    /// The genuine ones over a signature, and what is said of the others over it.
    func settled(for signature: [UInt8]) -> ([TimestampEvidence], [CheckNote]) {
        guard !signature.isEmpty else { return ([], []) }
        var (genuine, refused): ([TimestampEvidence], [CheckNote]) = ([], [])
        for answer in answers(for: signature) {
            switch answer {
            case .genuine(let evidence): genuine.append(evidence)
            case .refused(let note): refused.append(note)
            }
        }
        return (genuine, refused)
    }

    /// What is said of those that are over no signature in the file, once all of it was judged; nothing where no
    /// signature came so far that its age was asked.
    func notesOfRest() -> [CheckNote] {
        let state = state.withLock { $0 }
        guard state.isAsked else { return [] }
        return found.enumerated().compactMap { place, found in
            switch found.content {
            case .failure(let error): CheckNote(error, source: found.source)
            case .success where state.fitting.contains(place): nil
            case .success(let token):
                CheckNote(
                    .timestampOther, ["source": found.source],
                    detail: ["source": .string(found.source), "time": .string(token.time.description)])
            }
        }
    }
}

extension CheckNote {
    fileprivate init(_ error: TimestampError, source: String) {
        var detail: JSONObject = ["source": .string(source)]
        detail["cause"] = error.cause.map { .string($0) }
        self.init(
            VerificationCode(error.code), ["source": source, "problem": error.message], detail: detail)
    }

    /// What is said of a genuine one: that it helps, or that it came too late.
    ///
    /// - Parameter theft: since when others have the key, where they do.
    init(_ evidence: TimestampEvidence, theft: Timestamp?) {
        var values = [
            "source": evidence.source, "date": evidence.token.latest.description, "authority": evidence.authority,
        ]
        var detail = evidence.facts
        detail["source"] = .string(evidence.source)
        guard let theft, evidence.token.latest >= theft else {
            self.init(.timestampOK, values, detail: detail)
            return
        }
        values["since"] = theft.description
        self.init(.timestampLate, values, detail: detail)
    }
}

extension VerificationCode {
    fileprivate init(_ code: TimestampError.Code) {
        self =
            switch code {
            case .malformed: .timestampMalformed
            case .notGranted: .timestampNotGranted
            case .weak: .timestampWeak
            case .notPinned: .timestampNotPinned
            case .certificate: .timestampCertificate
            case .signature: .timestampSignature
            }
    }
}

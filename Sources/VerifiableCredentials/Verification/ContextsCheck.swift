import Encodings

/// Decides the `contexts` check: is the meaning of every word built in?
///
/// A context inside a nested object can change meanings just as the outermost one, so all are looked at.
struct ContextsCheck {
    /// What the kind of credential adds to the W3C's own contexts.
    let more: [String]

    /// Real credentials name two to four, once in each object that has some.
    static let maxContexts = 16

    func judge(_ json: JSONObject) -> CheckResult {
        switch firstProblem(.object(json)) {
        case nil: CheckResult(.contexts, .passed, .contextsOK)
        case .tooMany:
            CheckResult(
                .contexts, .undetermined, .limitMembers, ["member": "@context", "limit": "\(Self.maxContexts)"])
        case .unknown(let stranger):
            CheckResult(
                .contexts, .undetermined, .contextsUnknown, ["context": stranger],
                detail: ["context": .string(stranger)])
        }
    }

    private enum Problem {
        case unknown(String)
        case tooMany
    }

    private func firstProblem(_ value: JSONValue) -> Problem? {
        switch value {
        case .array(let elements):
            for element in elements {
                if let problem = firstProblem(element) { return problem }
            }
        case .object(let object):
            for member in object.members {
                let problem =
                    member.name.hasSameBytes(as: "@context") ? problem(of: member.value) : firstProblem(member.value)
                if let problem { return problem }
            }
        default: break
        }
        return nil
    }

    private func problem(of contexts: JSONValue) -> Problem? {
        // A null takes all meanings away from what follows.
        if contexts.isNull { return .unknown("@context null") }
        let list = contexts.asList
        if let stranger = list.first(where: { !isKnown($0) }) {
            return .unknown(stranger.stringValue ?? "@context {…}")
        }
        return list.count <= Self.maxContexts ? nil : .tooMany
    }

    private func isKnown(_ context: JSONValue) -> Bool {
        guard let url = context.stringValue else { return false }
        return KnownContexts.contains(url) || more.contains { $0.hasSameBytes(as: url) }
    }
}

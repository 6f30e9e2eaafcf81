import Encodings

/// Decides the `contexts` check: is the meaning of every word built in?
///
/// A context inside a nested object can change meanings just as the outermost one, so all are looked at.
struct ContextsCheck {
    /// What the kind of credential adds to the W3C's own contexts.
    let more: [String]

    /// Real credentials name two to four.
    static let maxContexts = 16

    func judge(_ json: JSONObject) -> CheckResult {
        var count = 0
        guard let stranger = firstUnknown(.object(json), count: &count) else {
            guard count <= Self.maxContexts else {
                return CheckResult(
                    .contexts, .undetermined, .limitMembers, ["member": "@context", "limit": "\(Self.maxContexts)"])
            }
            return CheckResult(.contexts, .passed, .contextsOK)
        }
        return CheckResult(
            .contexts, .undetermined, .contextsUnknown, ["context": stranger], detail: ["context": .string(stranger)])
    }

    private func firstUnknown(_ value: JSONValue, count: inout Int) -> String? {
        switch value {
        case .array(let elements):
            for element in elements {
                if let stranger = firstUnknown(element, count: &count) { return stranger }
            }
        case .object(let object):
            for member in object.members {
                if member.name.hasSameBytes(as: "@context") {
                    // A null takes all meanings away from what follows.
                    if member.value.isNull { return "@context null" }
                    for context in member.value.asList {
                        count += 1
                        guard let url = context.stringValue else { return "@context {…}" }
                        if !isKnown(url) { return url }
                    }
                } else if let stranger = firstUnknown(member.value, count: &count) {
                    return stranger
                }
            }
        default: break
        }
        return nil
    }

    private func isKnown(_ url: String) -> Bool {
        KnownContexts.contains(url) || more.contains { $0.hasSameBytes(as: url) }
    }
}

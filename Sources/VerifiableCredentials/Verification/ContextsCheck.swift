import Encodings

/// Decides the `contexts` check: is the meaning of every word at hand?
///
/// A word without a meaning is one that nobody has signed in the formats that sign meanings, so it fails a credential of
/// any format; a context that isn't at hand only leaves the question open.
struct ContextsCheck {
    let store: ContextStore

    func judge(_ json: JSONObject) -> CheckResult {
        let findings = store.findings(in: json)
        guard let worst = findings.first(where: { Self.isFault($0.kind) }) ?? findings.first else {
            return CheckResult(.contexts, .passed, .contextsOK)
        }
        return Self.result(worst)
    }

    private static func isFault(_ kind: TermFinding.Kind) -> Bool {
        switch kind {
        case .unknownContext, .tooManyContexts, .keyword: false
        case .undefinedTerm, .undefinedValue, .relativeIRI, .spelledOut, .redefined: true
        }
    }

    private static func result(_ finding: TermFinding) -> CheckResult {
        let place = finding.path.description
        func failed(_ code: VerificationCode, _ term: String?) -> CheckResult {
            var (values, detail) = (["place": place], JSONObject([("path", .string(place))]))
            values["term"] = term
            detail["term"] = term.map { .string($0) }
            return CheckResult(.contexts, .failed, code, values, detail: detail)
        }
        switch finding.kind {
        case .undefinedTerm(let term), .undefinedValue(let term): return failed(.contextsUndefinedTerm, term)
        case .relativeIRI: return failed(.contextsRelativeIRI, nil)
        case .spelledOut(let term): return failed(.contextsSpelledOut, term)
        case .redefined(let term): return failed(.contextsRedefinedTerm, term)
        case .keyword: return CheckResult(.contexts, .passed, .contextsOK)
        case .tooManyContexts:
            return CheckResult(
                .contexts, .undetermined, .limitMembers,
                ["member": "@context", "limit": "\(ContextStore.maxContexts)"])
        case .unknownContext(let url):
            let context = IRIForm.isAbsolute(url) ? url : "@context \(url)"
            return CheckResult(
                .contexts, .undetermined, .contextsUnknown, ["context": context],
                detail: ["context": .string(context)])
        }
    }
}

import Encodings

/// Holds the credentials inside one document against each other: the same one counts once, and two that carry one name
/// and say different things leave both open.
struct InnerAgreement {
    private var conflicting: Set<Int> = []
    private var repeated: Set<Int> = []

    static func settle(_ document: JudgedDocument) -> JudgedDocument {
        var all: [JudgedDocument] = []
        collect(document.inner, into: &all)
        guard all.count > 1 else { return document }
        let agreement = InnerAgreement(all)
        guard !agreement.conflicting.isEmpty || !agreement.repeated.isEmpty else { return document }
        var next = 0
        return agreement.rebuild(document, next: &next)
    }

    private static func collect(_ documents: [JudgedDocument], into all: inout [JudgedDocument]) {
        for document in documents {
            all.append(document)
            collect(document.inner, into: &all)
        }
    }

    private init(_ all: [JudgedDocument]) {
        var places: [[UInt8]: [Int]] = [:]
        for (place, document) in all.enumerated() {
            let view = document.json.map(CredentialView.init)
            guard let id = view?.id, let issuer = view?.issuerID else { continue }
            places[Array(issuer.utf8) + [0x20] + Array(id.utf8), default: []].append(place)
        }
        for group in places.values where group.count > 1 { compare(group, of: all) }
    }

    private mutating func compare(_ group: [Int], of all: [JudgedDocument]) {
        let contents = group.map { Self.content(all[$0]) }
        for (index, place) in group.enumerated() {
            for (other, otherPlace) in group.enumerated() where other > index {
                if contents[index] != contents[other] {
                    guard !Self.isNewerVersion(all[place], all[otherPlace]) else { continue }
                    conflicting.formUnion([place, otherPlace])
                } else if Self.isSame(all[place], all[otherPlace]) {
                    // ECDSA signatures can be rewritten: of two copies the one that holds is the badge.
                    repeated.insert(all[otherPlace].report.verdict < all[place].report.verdict ? place : otherPlace)
                }
            }
        }
    }

    /// What was said, without the signature.
    private static func content(_ document: JudgedDocument) -> [UInt8] {
        JCS.canonicalize(.object((document.json ?? [:]).removing("proof")))
    }

    private static func isSame(_ one: JudgedDocument, _ other: JudgedDocument) -> Bool {
        guard one.isJWS == other.isJWS else { return false }
        return one.isJWS || one.json?["proof"] == other.json?["proof"]
    }

    /// Two genuine states of one credential, of which one came later.
    private static func isNewerVersion(_ one: JudgedDocument, _ other: JudgedDocument) -> Bool {
        let isGenuine = [one, other].allSatisfy { document in
            [Check.proof, .controller, .claims].allSatisfy { document.report[$0]?.outcome == .passed }
        }
        let dates = [one, other].map { $0.report.credential?.validFrom }
        return isGenuine && dates[0] != dates[1]
    }

    private func rebuild(_ document: JudgedDocument, next: inout Int) -> JudgedDocument {
        var inner: [JudgedDocument] = []
        for child in document.inner {
            let place = next
            next += 1
            var settled = rebuild(child, next: &next)
            if repeated.contains(place) { continue }
            if conflicting.contains(place) {
                settled = settled.with(settled.report.replacing(CheckResult(.claims, .undetermined, .innerConflict)))
            }
            inner.append(settled)
        }
        let report = document.report
        return JudgedDocument(
            kind: document.kind,
            report: VerificationReport(
                source: report.source, at: report.at, credential: report.credential, checks: report.checks,
                inner: inner.map(\.report)),
            json: document.json, bytes: document.bytes, isJWS: document.isJWS, inner: inner)
    }
}

extension JudgedDocument {
    fileprivate func with(_ report: VerificationReport) -> JudgedDocument {
        JudgedDocument(kind: kind, report: report, json: json, bytes: bytes, isJWS: isJWS, inner: inner)
    }
}

extension VerificationReport {
    /// The report with that answer, unless the check failed anyway.
    fileprivate func replacing(_ result: CheckResult) -> VerificationReport {
        let checks = checks.map { $0.check == result.check && $0.outcome != .failed ? result : $0 }
        return VerificationReport(source: source, at: at, credential: credential, checks: checks, inner: inner)
    }
}

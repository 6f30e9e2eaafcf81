import Cryptography
import Encodings

/// Holds the credentials inside one document against each other: the same one counts once, and two that carry one name
/// and say different things leave both open.
///
/// The order in which they stand decides nothing.
struct InnerAgreement {
    /// A credential with its place among all, and that of the one it stands in.
    private struct Entry {
        let document: JudgedDocument
        let parent: Int?
        /// Issuer and id; nothing for one that has no name of its own.
        let name: [UInt8]?
        /// SHA-256 of what was said, without the signature.
        let content: [UInt8]
    }

    private var entries: [Entry] = []
    private var conflicting: Set<Int> = []
    private var repeated: Set<Int> = []

    static func settle(_ document: JudgedDocument) -> JudgedDocument {
        var agreement = InnerAgreement()
        agreement.collect(document.inner, in: nil)
        guard agreement.entries.count > 1 else { return document }
        agreement.compare()
        guard !agreement.conflicting.isEmpty || !agreement.repeated.isEmpty else { return document }
        var next = 0
        return agreement.rebuild(document, next: &next)
    }

    private mutating func collect(_ documents: [JudgedDocument], in parent: Int?) {
        for document in documents {
            let place = entries.count
            let view = document.json.map(CredentialView.init)
            var name: [UInt8]?
            if let id = view?.id, let issuer = view?.issuerID { name = Array(issuer.utf8) + [0x20] + Array(id.utf8) }
            let content = JCS.canonicalize(.object((document.json ?? [:]).removing("proof")))
            entries.append(Entry(document: document, parent: parent, name: name, content: SHA256.hash(content)))
            collect(document.inner, in: place)
        }
    }

    private mutating func compare() {
        // Transcripts first, the outer before the inner: what stands in a copy goes with it.
        while let copy = groups(where: { $0.document.holdsOthers }).compactMap({ copies(in: $0).first }).first {
            repeated.insert(copy)
        }
        for group in groups(where: { !$0.document.holdsOthers }) { repeated.formUnion(copies(in: group)) }
        for group in groups(where: { _ in true }) {
            for (index, place) in group.enumerated() {
                for other in group[..<index]
                where entries[place].content != entries[other].content
                    && !Self.isNewerVersion(entries[place].document, entries[other].document)
                {
                    conflicting.formUnion([place, other])
                }
            }
        }
    }

    /// Those that still count, by their names.
    private func groups(where isMeant: (Entry) -> Bool) -> [[Int]] {
        var groups: [[UInt8]: [Int]] = [:]
        for (place, entry) in entries.enumerated() where isMeant(entry) && !isGone(place) {
            if let name = entry.name { groups[name, default: []].append(place) }
        }
        return groups.values.filter { $0.count > 1 }
    }

    private func isGone(_ place: Int) -> Bool {
        repeated.contains(place) || entries[place].parent.map(isGone) ?? false
    }

    /// Those of one name that are there a second time; the one that says most is left.
    private func copies(in group: [Int]) -> [Int] {
        var kept: [[UInt8]: Int] = [:]
        var copies: [Int] = []
        for place in group {
            guard let other = kept[entries[place].content] else {
                kept[entries[place].content] = place
                continue
            }
            // What stands inside of itself goes, and not what holds it.
            let isBetter = !isInside(place, other) && rank(place) > rank(other)
            copies.append(isBetter ? other : place)
            if isBetter { kept[entries[place].content] = place }
        }
        return copies
    }

    private func isInside(_ place: Int, _ other: Int) -> Bool {
        entries[place].parent.map { $0 == other || isInside($0, other) } ?? false
    }

    /// A signature can be rewritten so that it no longer holds, and a list can be left out: the copy whose signature
    /// holds is the credential, and the worst that is known of it counts.
    private func rank(_ place: Int) -> Int {
        let report = entries[place].document.report
        let holds = report[.proof]?.outcome == .passed
        let failures: Int =
            switch report.worst {
            case .valid: 0
            case .undetermined: 1
            case .invalid: 2
            }
        return (holds ? 4 : 0) + failures
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
                settled = settled.with(
                    settled.report.replacing(CheckResult(.claims, .undetermined, .innerConflict)), inner: settled.inner)
            }
            inner.append(settled)
        }
        var report = document.report
        report.inner = inner.map(\.report)
        return document.with(report, inner: inner)
    }
}

extension VerificationReport {
    /// The report with that answer, unless the check failed anyway.
    fileprivate func replacing(_ result: CheckResult) -> VerificationReport {
        self[result.check]?.outcome == .failed ? self : answering(result)
    }
}

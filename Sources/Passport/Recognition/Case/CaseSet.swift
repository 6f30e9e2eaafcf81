import Encodings
import VerifiableCredentials

/// The credentials of a case, sorted, each with what speaks against it and what became of it.
struct CaseSet {
    let facts: [CredentialFacts]
    /// Reasons of the credential itself.
    private(set) var reasons: [[ReasonStatement]]
    /// The rule that has used or reserved it.
    private(set) var taker: [String?]
    let sameWork: SameWork

    init(_ all: [CredentialFacts], screening: CredentialScreening, catalogue: RecognitionCatalogue) {
        facts = Self.withoutCopies(all.sorted(by: Self.comesFirst))
        sameWork = SameWork(facts, catalogue: catalogue)
        taker = Array(repeating: nil, count: facts.count)
        reasons = facts.map(screening.reasons(against:))
        refuseContradictions()
        supersede()
    }

    /// By the bytes of id, issuer and content, so that the order in which files arrive says nothing.
    private static func comesFirst(_ left: CredentialFacts, _ right: CredentialFacts) -> Bool {
        func key(_ facts: CredentialFacts) -> [[UInt8]] {
            [
                Array(facts.shownID.utf8), Array((facts.key?.issuer ?? "").utf8), facts.payload,
                Array(facts.submitted.source.utf8),
            ]
        }
        for (a, b) in zip(key(left), key(right)) where a != b { return a.lexicographicallyPrecedes(b) }
        return false
    }

    /// The same content twice, in two files or two pictures, is one credential. A copy that holds comes before one
    /// that doesn't.
    private static func withoutCopies(_ facts: [CredentialFacts]) -> [CredentialFacts] {
        var kept: [CredentialFacts] = []
        for fact in facts {
            if let last = kept.last, let key = fact.key, last.key == key, last.payload == fact.payload {
                if last.submitted.report[.proof]?.outcome != .passed { kept[kept.count - 1] = fact }
            } else {
                kept.append(fact)
            }
        }
        return kept
    }

    // MARK: Asking

    func has(_ weight: RecognitionReason.Weight, _ index: Int) -> Bool {
        reasons[index].contains { $0.reason.weight == weight }
    }

    func isFree(_ index: Int) -> Bool { taker[index] == nil }

    var taken: [Int] { facts.indices.filter { taker[$0] != nil } }

    /// The one among those used that makes this one no work of its own.
    func counted(with index: Int) -> Int? { taken.first { sameWork.isPart($0, index) } }

    /// The one among those used that rests on the same file.
    func duplicated(by index: Int) -> Int? { taken.first { $0 != index && sameWork.sharesEvidence($0, index) } }

    // MARK: Changing

    mutating func take(_ indices: [Int], for rule: String) {
        for index in indices { taker[index] = rule }
    }

    mutating func add(_ statement: ReasonStatement, to index: Int) {
        reasons[index] = (reasons[index] + [statement]).inOrder()
    }

    // MARK: One credential for one achievement

    /// Two contents under one id can't both be what the issuer means, unless one is newer and takes the other's place.
    private mutating func refuseContradictions() {
        for (first, fact) in facts.enumerated() {
            for second in facts.indices.dropFirst(first + 1) {
                guard let key = fact.key, facts[second].key == key else { break }
                let isGenuine = [first, second].allSatisfy { !has(.refuses, $0) }
                guard isGenuine, fact.validFromInstant == facts[second].validFromInstant else { continue }
                for index in [first, second] { add(ReasonStatement(.notVerified), to: index) }
            }
        }
    }

    /// Of one achievement the highest level counts, then the latest day, then the smallest id; one that holds comes
    /// before one that an officer has to look at.
    private mutating func supersede() {
        let corrected = Set(facts.flatMap { fact in fact.submitted.replaces.map { Array($0.utf8) } })
        var best: [AchievementKey: Int] = [:]
        for (index, fact) in facts.enumerated() where !has(.refuses, index) {
            if let id = fact.key?.id, corrected.contains(Array(id.utf8)) {
                add(ReasonStatement(.supersededInSet), to: index)
            } else if let achievement = fact.achievement {
                guard let other = best[achievement], !rank(index, isAbove: other) else {
                    best[achievement] = index
                    continue
                }
            }
        }
        for (index, fact) in facts.enumerated() where !has(.refuses, index) {
            guard let achievement = fact.achievement, let winner = best[achievement], winner != index else { continue }
            let other = facts[winner]
            var values: [String: StatedValue] = ["other": .text(other.shownID), "level": .count(other.level)]
            values["date"] = other.awarded.map(StatedValue.day)
            add(ReasonStatement(.supersededInSet, values), to: index)
        }
    }

    private func rank(_ index: Int, isAbove other: Int) -> Bool {
        let (a, b) = (facts[index], facts[other])
        let (asksA, asksB) = (has(.asksOfficer, index), has(.asksOfficer, other))
        if asksA != asksB { return asksB }
        if a.level != b.level { return a.level > b.level }
        if a.awarded != b.awarded { return (b.awarded.map { day in a.awarded.map { $0 > day } ?? false }) ?? true }
        // The facts are sorted by id.
        return index < other
    }
}

import BadgeDefinitions
import Encodings

/// A request that nothing refuses so far, to be awarded in a transaction.
struct PlannedAward: Sendable {
    /// Its place among the requests and in the report.
    let index: Int
    let request: AwardRequest
    let values: AwardValues
    var warnings: [AwardFinding]
}

/// Goes through all requests at one moment of the register and says what would become of each.
struct AwardPlanner {
    let definition: BadgeDefinition
    let mainLanguage: String
    let options: AwardOptions
    let now: Timestamp
    let reader: RegisterReader

    struct Plan {
        var rows: [AwardReport.Row] = []
        var findings: [AwardFinding] = []
        var awards: [PlannedAward] = []
        /// Whether the definition isn't in the register yet.
        var needsSnapshot = false
        var isDefinitionRefused = false
    }

    func plan(_ requests: [AwardRequest]) throws(RegisterError) -> Plan {
        var plan = Plan()
        let snapshot = try reader.snapshot(
            slug: definition.slug, version: definition.version, badgeBase: definition.badgeBase)
        plan.needsSnapshot = snapshot == nil
        if let refusal = DefinitionCheck(definition: definition, snapshot: snapshot).refusal {
            plan.findings.append(refusal)
            plan.isDefinitionRefused = true
        }
        let checks = AwardChecks(
            definition: definition, validUntil: snapshot.map(\.validUntil) ?? definition.validUntil, now: now,
            force: options.force, mainLanguage: mainLanguage)
        let decider = AwardDecider(definition: definition, now: now, force: options.force)
        let lookup = PersonLookup(reader: reader)
        var people = FilePeople(requests)
        var firstOfPerson: [Int: Int] = [:]

        for (index, request) in requests.enumerated() {
            let (values, findings) = checks.check(request)
            var row = AwardReport.Row(row: request.row, outcome: .ready, findings: findings)
            let hasIdentityCode = findings.contains { $0.code == .identityCode }
            if !hasIdentityCode { row.name = request.recipient.shownName }
            if !hasIdentityCode, request.recipient.hasIdentifier || request.recipient.nameKey != nil {
                let person = try self.person(of: request, lookup, &people, row: &row)
                if let person {
                    let first = firstOfPerson[person.number, default: index]
                    firstOfPerson[person.number] = first
                    if first != index {
                        repeated(requests[first], request, row: &row)
                    } else if let values, !row.isRefused {
                        try decide(values, request, person.known, decider, row: &row)
                    }
                }
            }
            if var refusal = plan.isDefinitionRefused ? plan.findings.first : nil {
                refusal.row = request.row
                row.findings.append(refusal)
            }
            if row.isRefused { row.outcome = .refused }
            if row.outcome == .ready, let values {
                plan.awards.append(PlannedAward(index: index, request: request, values: values, warnings: findings))
            }
            plan.rows.append(row)
        }
        try warnOfSameEvidence(&plan)
        for place in plan.awards.indices { plan.awards[place].warnings = plan.rows[plan.awards[place].index].findings }
        return plan
    }

    /// The person's number in the file, and who they are in the register; nothing when the row is refused for it.
    private func person(
        of request: AwardRequest, _ lookup: PersonLookup, _ people: inout FilePeople, row: inout AwardReport.Row
    ) throws(RegisterError) -> (number: Int, known: Person?)? {
        if people.isNamesake(request.recipient) {
            row.findings.append(.namesake(request.row))
            return nil
        }
        var known: Person?
        switch try lookup.find(request.recipient, row: request.row) {
        case .refused(let finding):
            row.findings.append(finding)
            return nil
        case .known(let person):
            known = person
            row.show(person)
        case .new: row.isNewPerson = true
        }
        row.isKnownByNumber = request.recipient.isKnownByNumber(as: known)
        guard let number = people.number(of: request.recipient, known: known) else {
            row.findings.append(
                AwardFinding(
                    row: request.row, .identifierConflict,
                    "The row's identifiers contradict another row about the same person.",
                    hint: "Compare the two rows, and leave out the identifier that is wrong."))
            return nil
        }
        return (number, known)
    }

    /// The same person once more: the same row again is harmless, another one can't be meant.
    private func repeated(_ first: AwardRequest, _ request: AwardRequest, row: inout AwardReport.Row) {
        var (one, other) = (first, request)
        (one.row, other.row) = (nil, nil)
        one.recipient = other.recipient
        if one == other, !row.isRefused {
            row.outcome = .alreadyHad
            row.isNewPerson = false
            return
        }
        let place = first.row.map { " in row \($0)" } ?? ""
        row.findings.append(
            AwardFinding(
                row: request.row, .repeated, "The same learner stands in the list already\(place), with other values.",
                hint: "Leave out the row that is wrong."))
    }

    private func decide(
        _ values: AwardValues, _ request: AwardRequest, _ person: Person?, _ decider: AwardDecider,
        row: inout AwardReport.Row
    ) throws(RegisterError) {
        row.apply(try decider.decide(values, isDated: request.date != nil, person: person, reader: reader))
    }

    /// Two awards on one file are allowed, and worth a look.
    private func warnOfSameEvidence(_ plan: inout Plan) throws(RegisterError) {
        let common = Set(options.defaults.evidence.compactMap(\.sha256))
        var rowOfDigest: [[UInt8]: Int] = [:]
        var known: [[UInt8]: [EvidenceUse]] = [:]
        for award in plan.awards {
            for digest in Set(award.values.evidence.compactMap(\.sha256)) {
                let uses: [EvidenceUse]
                if let found = known[digest] { uses = found } else { uses = try reader.liveAwards(restingOn: digest) }
                known[digest] = uses
                let own = plan.rows[award.index]
                let isElsewhere = uses.contains { $0.awardID != own.supersededID }
                let isRepeated = rowOfDigest.updateValue(award.index, forKey: digest) != nil
                guard isElsewhere || isRepeated else { continue }
                let isCommon = common.contains(digest)
                let finding = AwardFinding(
                    .warning, row: isCommon ? nil : award.request.row, field: .evidence, .sameEvidence,
                    "Another award rests on the same evidence file.",
                    hint: "Check that the work shows this learner's own competence.")
                if !isCommon {
                    plan.rows[award.index].findings.append(finding)
                } else if !plan.findings.contains(where: { $0.code == .sameEvidence }) {
                    plan.findings.append(finding)
                }
            }
        }
    }
}

extension AwardRequest.Recipient {
    /// Whether neither the request nor the register names an email address or a DID.
    func isKnownByNumber(as known: Person?) -> Bool {
        email == nil && did == nil && known?.email == nil && known?.did == nil
    }
}

extension AwardReport.Row {
    var isRefused: Bool { findings.contains { $0.severity == .refusal } }

    mutating func show(_ person: Person) {
        personID = person.id
        passportNumber = person.passportNumber
        name =
            name
            ?? AwardRequest.Recipient(
                name: person.name, givenName: person.givenName, familyName: person.familyName
            ).shownName
    }

    mutating func apply(_ decision: AwardDecision) {
        switch decision {
        case .give(let reason, let superseded):
            self.reason = reason
            supersededID = superseded
        case .alreadyHad(let award):
            outcome = .alreadyHad
            credentialID = award.id
        case .revokedBefore(let award):
            outcome = .revokedBefore
            credentialID = award.id
        }
    }
}

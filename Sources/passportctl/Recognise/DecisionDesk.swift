import BadgeIssuer
import Cryptography
import Encodings
import OpenBadges
import Passport
import VerifiableCredentials

/// Brings a decision into ledger, register and case, in this order: what was cut short is completed by the same command
/// run again, and no work is ever credited without its entry.
struct DecisionDesk {
    let workspace: Workspace
    private let ledger: String
    private let register: Register

    /// - Throws: `RecognitionError` `recognition.other-institution`
    init(workspace: Workspace, ledger: String, rules: RecognitionRules) throws {
        guard rules.institution.id.hasSameBytes(as: workspace.settings.issuer) else {
            throw RecognitionError(
                .otherInstitution,
                "The rules \"\(rules.id)\" are those of \(UTF8Text.shown(rules.institution.id)), and this workspace is "
                    + "\(workspace.settings.issuer).",
                hint: "Decide in the institution's own workspace (--workspace); its address is given by `init --url`.")
        }
        self.workspace = workspace
        self.ledger = ledger
        register = try Register.open(at: workspace.registerPath, readOnly: false)
    }

    /// Decides, and takes an earlier decision on the case back in the same step.
    ///
    /// - Parameter path: the case's file.
    /// - Returns: the decision, and its file's bytes
    func decide(
        _ dossier: inout CaseDossier, _ amendments: [RecognitionAmendment], by officer: String, keys: IssuerKeys,
        at now: Timestamp, in language: ReportLanguage, trustsClock: Bool, writing path: String
    ) throws -> (RecognitionDecision, [UInt8]) {
        let file = try LedgerFile(ledger)
        let (id, earlier) = (dossier.nextDecisionID, dossier.standing?.id)
        var free = file.ledger.without(id)
        if let earlier { free = free.without(earlier) }
        let decision = try RecognitionDecision(
            id: id, case: dossier.recognitionCase, amendments: amendments, rules: dossier.recognitionCase.rules,
            ledger: free, identifiers: dossier.identifiers, officer: officer, at: now, language: language.rawValue)
        var lines = try [earlier, id].compactMap(\.self).filter(file.ledger.hasDecision).map {
            try file.ledger.freeing($0, on: decision.decidedOn)
        }
        lines += decision.ledgerLines
        var before: LedgerFile.State?
        let issued: DecisionIssuer.Issued
        do {
            issued = try issuer(keys).issue(
                try request(decision, dossier, replaces: earlier), in: register, at: now, trustsClock: trustsClock
            ) { isNew in
                if isNew || !file.ledger.hasDecision(id) { before = try file.append(lines) }
            }
        } catch {
            if let before { try? file.takeBack(to: before) }
            throw error
        }
        if !issued.isNew { try checkSame(decision) }
        if earlier != nil { try dossier.overturn(at: now) }
        try dossier.decide(decision)
        try CaseFolder.write(dossier, to: path)
        return (decision, issued.bytes)
    }

    /// The decision that stands, when the very same is asked for once more: its file may have been lost.
    ///
    /// - Returns: nothing when this would be another decision
    func repeated(
        _ dossier: CaseDossier, _ amendments: [RecognitionAmendment], in language: ReportLanguage
    ) throws -> (RecognitionDecision, [UInt8])? {
        guard dossier.state == .decided, let standing = dossier.standing, standing.amendments == amendments,
            let bytes = try register.read({ try $0.signedBytes(standing.id) })
        else { return nil }
        let free = (try LedgerFile.read(ledger) ?? RecognitionLedger()).without(standing.id)
        let decision = try RecognitionDecision(
            id: standing.id, case: dossier.recognitionCase, amendments: amendments,
            rules: dossier.recognitionCase.rules, ledger: free, identifiers: dossier.identifiers,
            officer: standing.officer, at: standing.on, language: language.rawValue)
        return (decision, bytes)
    }

    /// Takes the decision on a case back; what it used is free again.
    func overturn(_ dossier: inout CaseDossier, who: String, at now: Timestamp, writing path: String) throws {
        let file = try LedgerFile(ledger)
        guard let standing = dossier.standing?.id else {
            try dossier.checkStep(to: .appealed)
            return
        }
        try dossier.overturn(at: now)
        var before: LedgerFile.State?
        do {
            try DecisionIssuer.overturn(standing, in: register, who: who, at: now) {
                guard file.ledger.hasDecision(standing) else { return }
                before = try file.append([try file.ledger.freeing(standing, on: CalendarDay(of: now))])
            }
        } catch {
            if let before { try? file.takeBack(to: before) }
            throw error
        }
    }

    // MARK: The credential

    private func issuer(_ keys: IssuerKeys) throws -> DecisionIssuer {
        DecisionIssuer(
            settings: workspace.settings, securer: try keys.securer(for: .json),
            judge: try workspace.ownJudge(at: Environment.now),
            checkpoints: keys.checkpoint.map { CheckpointSigner(issuer: workspace.settings.issuer, key: $0) })
    }

    private func request(
        _ decision: RecognitionDecision, _ dossier: CaseDossier, replaces earlier: String?
    ) throws -> DecisionRequest {
        let rules = decision.recognitionCase.rules
        var generator = SystemRandom()
        let kinds = dossier.identifiers.map(RecipientIdentifier.init)
        func first(_ kind: RecipientIdentifier.Kind) -> String? { kinds.first { $0.kind == kind }?.text }
        let identities = kinds.compactMap { identifier -> IdentityObject? in
            let salt = IdentityObject.makeSalt(using: &generator)
            return switch identifier.kind {
            case .emailAddress: .hashed(identifier.text, as: .emailAddress, salt: salt)
            case .passportNumber: .hashed(identifier.text, as: .passportNumber, salt: salt)
            // Numbers of a school's own enter no credential, hashed or not.
            case .did, .other: nil
            }
        }
        let holder = first(.did) ?? dossier.holder
        let composer = DecisionComposer(
            decision, grounds: dossier.grounds, subjectID: holder ?? "urn:uuid:" + UUIDv4.make(using: &generator),
            identifiers: identities)
        let email = first(.emailAddress)
        let isKnown = email != nil || holder != nil
        return DecisionRequest(
            id: decision.id,
            kind: DecisionRequest.Kind(
                badgeBase: workspace.settings.recognitionBase, slug: rules.id, version: rules.version,
                name: ["fi": .string("Aiemman osaamisen tunnustaminen"), "en": "Recognition of prior learning"]),
            person: PersonDetails(
                email: email, studentID: isKnown ? nil : dossier.recognitionCase.applicant, did: holder,
                language: decision.language),
            language: decision.language, credits: decision.total, replaces: earlier, who: decision.officer
        ) { status in
            var credential = composer.credential
            credential["credentialStatus"] = .object(status)
            return credential
        }
    }

    /// An earlier run may have been cut short after it had decided, and with other words than this one.
    private func checkSame(_ decision: RecognitionDecision) throws {
        let recorded = try register.read { try $0.award(decision.id) }
        guard recorded?.creditsEarned != decision.total else { return }
        throw RecognitionError(
            .state, "The case was decided already, with \(recorded?.creditsEarned?.twoPlaces ?? "other") credits.",
            hint: "Run the command once more as it was given then; after that --overturn can take the decision back.")
    }
}

import Cryptography
import Encodings
import OpenBadges
import Passport
import VerifiableCredentials

/// What is to be exported, as it will be handed on.
struct ExportOrder {
    var selection: PassportSelection
    let badges: [ChosenBadge]
    /// By which the badges go on the shelf.
    let references: [String]
    let contradicted: [String]
    let material: VerificationMaterial

    func json(files: [ExportFile], at destination: ExportDestination, form: ShelfShare.Form) -> JSONObject {
        func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
        return [
            "format": "passport.export/1", "form": .string(form.rawValue),
            "files": .array(
                files.map {
                    [
                        "file": .string(destination.path(of: $0)), "bytes": .number(JSONNumber($0.bytes.count)),
                        "sha256": .string(Base16.encode(SHA256.hash($0.bytes))),
                    ]
                }),
            "items": .array(
                zip(references, badges).map { reference, badge in
                    [
                        "id": .string(reference), "name": .string(badge.name),
                        "verdict": .string(badge.report.verdict.rawValue),
                    ]
                }),
            "showedName": .bool(selection.shownName != nil), "receiver": text(selection.receiver),
            "challenge": text(selection.challenge), "until": text(selection.until?.description),
            "statusLists": .array(
                selection.staples.statusLists.map {
                    ["id": text($0.id), "asOf": text(CredentialView($0.credential).validFrom?.description)]
                }),
            "didDocuments": .array(selection.staples.documents.map { .string($0.did) }),
        ]
    }
}

/// Takes badges from the shelf and makes files of them.
struct ExportDesk {
    let shelf: Shelf
    let language: ReportLanguage
    let now: Timestamp

    /// What can be chosen, a line each.
    func choices() throws -> [String] {
        try shelf.items().filter { $0.verdict != .invalid }.map { item in
            let badge = ChosenBadge(
                item: PortfolioItem(bytes: item.bytes, isJWS: item.isJWS, json: item.json),
                report: .refused(CheckResult(.form, .passed, .formOK), source: "-", at: now))
            let issuer = badge.badge.issuer?.name ?? badge.view.issuerID ?? "–"
            return "--include \(item.number)  \(UTF8Text.shown(badge.name)), \(UTF8Text.shown(issuer))"
        }
    }

    /// The chosen items in the order they were named, each checked as its reader will get it.
    ///
    /// - Throws: `ShelfError` for references; `PortfolioError` for a badge that isn't valid; `ProofError` for parts
    func order(_ references: [String], parts: ShownParts, material: VerificationMaterial) throws -> ExportOrder {
        let items = try shelf.items()
        var chosen: [ShelfItem] = []
        for reference in references {
            let item = try items.item(reference)
            if !chosen.contains(where: { $0.number == item.number }) { chosen.append(item) }
        }
        let verifier = verifier(material)
        let portfolio = try parts.applied(
            to: chosen.map { PortfolioItem(bytes: $0.bytes, isJWS: $0.isJWS, json: $0.json) })
        let badges = try ChosenBadge.check(portfolio, by: verifier)
        for (item, badge) in zip(chosen, badges) { try refuseInvalid(item, now: badge) }
        return ExportOrder(
            selection: PassportSelection(items: badges.map(\.item)), badges: badges,
            references: chosen.map { $0.id.isEmpty ? "\($0.number)" : $0.id },
            contradicted: chosen.filter { !$0.conflicts.isEmpty }.map { "\($0.number)" }, material: material)
    }

    /// What was found invalid before stays so until it is found valid: today's material may only know less.
    ///
    /// - Throws: `PortfolioError` `portfolio.not-valid`
    private func refuseInvalid(_ item: ShelfItem, now badge: ChosenBadge) throws(PortfolioError) {
        guard item.verdict == .invalid, badge.report.verdict != .valid else { return }
        let reason = item.reasons.first.map { $0.code.text.filled($0.values, in: .en) } ?? "it isn't valid."
        throw PortfolioError(
            .notValid,
            "\"\(UTF8Text.shown(badge.name))\" was found not to be valid on "
                + "\(LocalizedText.day(item.checkedAt, in: .en)): \(reason)",
            hint: "Check it again with what is known now (--bundle, --status), or choose without it.")
    }

    private func verifier(_ material: VerificationMaterial) -> Verifier {
        Verifier(
            material: material, policy: VerificationPolicy(), profile: OpenBadgeProfile(),
            time: JudgementTime(now: now))
    }

    func staple(_ order: inout ExportOrder) throws {
        let finder = StapleFinder(order.material, verifier: verifier(order.material), at: now)
        order.selection.staples = finder.staples(for: order.badges)
        if order.selection.staples.isEmpty { Terminal.warning(Self.nothingToStaple[language]) }
    }

    /// Refuses before anybody is asked what couldn't be made afterwards.
    func check(_ order: ExportOrder) throws {
        if let until = order.selection.until { try PassportComposer.check(until: until, at: now) }
        if let name = order.selection.shownName { try PassportComposer.check(name: name) }
        for number in order.contradicted {
            Terminal.warning(Self.contradicted.filled(["number": number], in: language))
        }
    }

    func preview(of order: ExportOrder, as format: PassportExportCommand.Format) -> PassportPreview {
        let form: PassportPreview.Form =
            switch format {
            case .json: .passport
            case .html: .page
            case .png: .pictures
            case .elm: .elm
            }
        return PassportPreview(
            order.selection, badges: order.badges, holder: shelf.did, form: form, at: now, in: language)
    }

    /// The files' bytes; nothing is written yet.
    ///
    /// - Parameter key: opens the learner's key, which is asked for only where something is signed
    func files(
        of order: ExportOrder, as format: PassportExportCommand.Format, key: (Shelf) throws -> SigningKey
    ) throws -> [ExportFile] {
        var random = SystemRandom()
        switch format {
        case .png:
            return try BakedPortfolio(order.badges).pictures.map { ExportFile(name: $0.name, bytes: $0.bytes) }
        case .elm:
            let document = ELMDocument(
                order.badges, shownName: order.selection.shownName, at: now, in: language)
            return [ExportFile(name: nil, bytes: try document.bytes(using: &random))]
        case .json, .html:
            let composer = PassportComposer(key: try key(shelf), contexts: order.material.addedContexts)
            let passport = try composer.passport(order.selection, at: now, using: &random)
            guard format == .html else { return [ExportFile(name: nil, bytes: passport)] }
            let page = PassportPage(
                passport, of: order.selection, badges: order.badges, holder: composer.holder, made: now, in: language)
            return [ExportFile(name: nil, bytes: page.document)]
        }
    }

    /// Notes in the learner's own ledger what was handed out.
    func record(
        _ order: ExportOrder, _ files: [ExportFile], as format: PassportExportCommand.Format, purpose: String?
    ) throws {
        for (place, file) in files.enumerated() {
            try shelf.recordShare(
                ShelfShare(
                    at: now, receiver: order.selection.receiver, purpose: purpose, until: order.selection.until,
                    fileDigest: SHA256.hash(file.bytes),
                    items: format == .png ? [order.references[place]] : order.references,
                    showedName: order.selection.shownName != nil, form: Self.form(of: order, as: format)))
        }
    }

    static func form(of order: ExportOrder, as format: PassportExportCommand.Format) -> ShelfShare.Form {
        switch format {
        case .json: order.badges.isEmpty ? .proof : .presentation
        case .html: .page
        case .png: .pictures
        case .elm: .elm
        }
    }

    private static let nothingToStaple = LocalizedText(
        en: "There is no fresh status list and no DID document for these badges at hand; --status, --bundle and "
            + "--did-document bring some.",
        fi: "Näille merkeille ei ole saatavilla tuoretta tilalistaa eikä DID-asiakirjaa; --status, --bundle ja "
            + "--did-document tuovat niitä.",
        sv: "För dessa märken finns varken en färsk statuslista eller ett DID-dokument; --status, --bundle och "
            + "--did-document ger sådana.")
    private static let contradicted = LocalizedText(
        en: "Another item on your shelf contradicts number {number}; a reader who gets both counts neither.",
        fi:
            "Toinen kohde hyllylläsi on ristiriidassa numeron {number} kanssa; lukija, joka saa molemmat, ei laske kumpaakaan.",
        sv: "Något annat på din hylla motsäger nummer {number}; en läsare som får båda räknar ingetdera.")
}

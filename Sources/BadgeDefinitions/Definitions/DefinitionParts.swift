import Encodings

/// Reads the parts of a badge definition that have rules of their own.
struct DefinitionParts {
    let fields: ObjectReader
    let texts: TextReader
    private var log: FindingLog { fields.log }

    init(fields: ObjectReader, texts: TextReader) {
        self.fields = fields
        self.texts = texts
    }

    // MARK: The badge as a whole

    func days() -> (from: CalendarDay?, until: CalendarDay?) {
        let (from, until) = (fields.day("validFrom"), fields.day("validUntil"))
        if let from, let until, until < from {
            log.error(
                .date, at: fields.path("validUntil"),
                "The last day, \(until), is before the first, \(from).", hint: "Swap them or mend one.")
        }
        return (from, until)
    }

    /// What achievement ids begin with: an absolute URI that ends in `/`, since slug and version follow.
    func badgeBase(otherwise: String) -> String {
        guard let base = fields.uri("badgeBase", isRequired: false) else { return otherwise }
        guard !base.utf8.contains(where: { "?#".utf8.contains($0) }), base.utf8.last == UInt8(ascii: "/") else {
            log.error(
                .uri, at: fields.path("badgeBase"), "\"badgeBase\" says \"\(base)\", which doesn't end in a slash.",
                hint: "End it in \"/\"; the badge's id follows.")
            return otherwise
        }
        return base
    }

    func achievementType() -> AchievementKind? {
        guard let text = fields.text("achievementType") else { return nil }
        if let kind = AchievementKind(text) { return kind }
        log.error(
            .field, at: fields.path("achievementType"),
            "\"achievementType\" can't be \"\(Quote.text(text))\".",
            hint: NearestName.hint(text, among: AchievementKind.words)
                ?? "A badge is \"Badge\", with granted credits \"MicroCredential\", a milestone \"LearningProgram\"."
        )
        return nil
    }

    func isSuspendable() -> Bool {
        let isSuspendable = fields.flag("suspendable", otherwise: false)
        if isSuspendable {
            log.warning(
                .suspendable, at: fields.path("suspendable"),
                "A badge that can be put on hold carries two status entries and no schema, which strict receivers "
                    + "may refuse.",
                hint: "Leave \"suspendable\" out unless you need it; every badge can be revoked.")
        }
        return isSuspendable
    }

    func image() -> String? {
        guard let name = fields.text("image", isRequired: false) else { return nil }
        guard !NameForms.isPlainFileName(name) else { return name }
        log.error(
            .image, at: fields.path("image"),
            "\"image\" says \"\(Quote.text(name))\", which isn't the plain name of a file.",
            hint: "Put the picture beside the definition and name it in a–z, 0–9, dot, hyphen and underscore.")
        return nil
    }

    // MARK: What is learnt and assessed

    func outcomes() -> [LanguageMap] {
        (fields.list("outcomes", atLeast: 1) ?? []).compactMap { texts.text($0.value, at: $0.path) }
    }

    func criteria() -> [Criterion] {
        var criteria: [Criterion] = []
        for (value, path) in fields.list("criteria", atLeast: 1) ?? [] {
            guard let item = ObjectReader(value, at: path, fields: ["id", "text"], log: log) else { continue }
            let id = item.text("id")
            let text = texts.text("text", of: item)
            guard let id, item.isNew(id, among: criteria.map(\.id), at: item.path("id")), let text else { continue }
            criteria.append(Criterion(id: id, text: text))
        }
        return criteria
    }

    func levels(for kind: AchievementKind?) -> (levels: [CompetenceLevel], required: CompetenceLevel?) {
        var levels: [CompetenceLevel] = []
        let list = fields.list("levels", isRequired: false) ?? []
        for (value, path) in list {
            guard let level = level(value, at: path, among: levels) else { continue }
            levels.append(level)
        }
        levels.sort { $0.ordinal < $1.ordinal }

        if kind == .learningProgram {
            for name in ["levels", "requiredLevel"] where fields.object[name]?.isNull == false {
                guard !(name == "levels" && list.isEmpty) else { continue }
                log.error(
                    .level, at: fields.path(name), "A milestone badge has no levels.",
                    hint: "Leave out \"levels\" and \"requiredLevel\"; its content is in the badges it gathers.")
            }
            return ([], nil)
        }
        for name in ["levels", "requiredLevel"] where fields.object[name]?.isNull != false {
            log.error(
                .field, at: .root, "The field \"\(name)\" is missing.",
                hint: "Give the badge \"levels\", and the code of one of them as \"requiredLevel\".")
        }
        guard let code = fields.text("requiredLevel", isRequired: false) else { return (levels, nil) }
        if let required = levels.first(where: { $0.code.hasSameBytes(as: code) }) { return (levels, required) }
        // A level that was found wrong above is there all the same.
        guard !list.contains(where: { $0.value["code"]?.stringValue == code }) else { return (levels, nil) }
        let codes = levels.map(\.code)
        log.error(
            .level, at: fields.path("requiredLevel"),
            "The required level \"\(Quote.text(code))\" isn't among the badge's levels.",
            hint: codes.isEmpty ? "The badge has no levels." : "They are: \(codes.joined(separator: ", ")).")
        return (levels, nil)
    }

    private func level(_ value: JSONValue, at path: JSONPath, among earlier: [CompetenceLevel]) -> CompetenceLevel? {
        let names = ["code", "ordinal", "name", "description"]
        guard let item = ObjectReader(value, at: path, fields: names, log: log) else { return nil }
        let code = item.text("code")
        let ordinal = item.whole("ordinal", in: 1...4, code: .level)
        let name = texts.text("name", of: item)
        let description = texts.text("description", of: item, isRequired: false)
        if let code, !NameForms.isLevelCode(code) {
            log.error(
                .level, at: item.path("code"), "A level's code can't be \"\(Quote.text(code))\".",
                hint: "Write L and the number, such as L2.")
            return nil
        }
        if let code, !item.isNew(code, among: earlier.map(\.code), at: item.path("code")) { return nil }
        if let ordinal, earlier.contains(where: { $0.ordinal == ordinal }) {
            log.error(.level, at: item.path("ordinal"), "Level \(ordinal) stands here for the second time.")
            return nil
        }
        guard let code, let ordinal, let name else { return nil }
        return CompetenceLevel(code: code, ordinal: ordinal, name: name, description: description)
    }

    // MARK: Where it belongs

    func skills() -> [SkillReference] {
        var skills: [SkillReference] = []
        for (value, path) in fields.list("skills", isRequired: false) ?? [] {
            let names = ["scheme", "uri", "label", "localLabel"]
            guard let item = ObjectReader(value, at: path, fields: names, log: log) else { continue }
            let scheme = item.word("scheme", SkillReference.Scheme.self)
            let uri = skillURI(item, scheme: scheme)
            let label = item.value("label", isRequired: true).flatMap { texts.label($0, at: item.path("label")) }
            let local = item.value("localLabel", isRequired: false).flatMap {
                texts.label($0, at: item.path("localLabel"))
            }
            if let label { check(label, local, of: item, scheme: scheme) }
            guard let scheme, let uri, let label,
                item.isNew(uri, among: skills.map(\.uri), at: item.path("uri"))
            else { continue }
            skills.append(SkillReference(scheme: scheme, uri: uri, label: label, localLabel: local))
        }
        return skills
    }

    private func skillURI(_ item: ObjectReader, scheme: SkillReference.Scheme?) -> String? {
        guard scheme == .esco else { return item.uri("uri") }
        guard let uri = item.text("uri"), !NameForms.isESCOSkill(uri) else { return item.object["uri"]?.stringValue }
        log.error(
            .uri, at: item.path("uri"), "\"\(Quote.text(uri))\" is not the address of a skill of ESCO.",
            hint: "It is \(NameForms.escoBase) and the skill's UUID in lower case; copy it from ESCO's page.")
        return nil
    }

    /// ESCO's label is English; Finnish and Swedish come from the label or from our own.
    private func check(
        _ label: LanguageMap, _ local: LanguageMap?, of item: ObjectReader, scheme: SkillReference.Scheme?
    ) {
        if scheme == .esco, label["en"] == nil {
            log.error(
                .language, at: item.path("label"), "The label of a skill of ESCO is missing in English.",
                hint: "Copy ESCO's English label as it is; translations go to \"localLabel\".")
        } else if label.isEmpty {
            log.error(.field, at: item.path("label"), "The skill's label says nothing.")
        }
        let known = Set(label.languages + (local?.languages ?? []))
        for language in texts.declared where !known.contains(language) {
            log.warning(
                .languageMissing, at: item.path,
                "The skill at \(item.path) has no name in \"\(language)\", which the file declares.",
                hint: "Add it to \"localLabel\".")
        }
    }

    func frameworks() -> [FrameworkCompetence] {
        var competences: [FrameworkCompetence] = []
        for (value, path) in fields.list("frameworks", isRequired: false) ?? [] {
            guard let item = ObjectReader(value, at: path, fields: ["framework", "code"], log: log) else { continue }
            let framework = item.word("framework", CompetenceFramework.self, code: .unknownReference)
            guard let code = item.text("code"), let framework else { continue }
            guard let competence = framework.competence(code) else {
                let codes = framework.competences.map(\.code)
                log.error(
                    .unknownReference, at: item.path("code"),
                    "\(framework.title) has no competence \"\(Quote.text(code))\".",
                    hint: [NearestName.hint(code, among: codes), "It has: \(codes.joined(separator: ", "))."]
                        .compactMap(\.self).joined(separator: " "))
                continue
            }
            let key = "\(framework.rawValue) \(code)"
            let earlier = competences.map { "\($0.framework.rawValue) \($0.code)" }
            if item.isNew(key, among: earlier, at: item.path) { competences.append(competence) }
        }
        return competences
    }

    func otherIdentifiers() -> [OtherIdentifier] {
        (fields.list("otherIdentifiers", isRequired: false) ?? []).compactMap { value, path in
            let names = ["identifier", "identifierType"]
            guard let item = ObjectReader(value, at: path, fields: names, log: log) else { return nil }
            let (identifier, type) = (item.text("identifier"), item.text("identifierType"))
            guard let identifier, let type else { return nil }
            return OtherIdentifier(identifier: identifier, identifierType: type)
        }
    }

    // MARK: Extent and evidence

    func hours() -> DecimalHundredths? {
        guard let value = fields.value("workload", isRequired: false),
            let item = ObjectReader(value, at: fields.path("workload"), fields: ["hours"], log: log)
        else { return nil }
        return item.decimal(
            "hours", from: DecimalHundredths(hundredths: 1), to: DecimalHundredths(hundredths: 10_000_00), code: .hours)
    }

    func credits() -> CreditExtent? {
        let names = ["value", "unit", "basis"]
        guard let value = fields.value("credits", isRequired: false),
            let item = ObjectReader(value, at: fields.path("credits"), fields: names, log: log)
        else { return nil }
        let number = item.decimal("value", from: .zero, to: CreditExtent.most, code: .credits)
        let unit = item.word("unit", CreditExtent.Unit.self)
        let basis = item.word("basis", CreditExtent.Basis.self)
        guard let number, let unit, let basis else { return nil }
        return CreditExtent(value: number, unit: unit, basis: basis)
    }

    func evidence() -> EvidenceRequirement {
        guard let value = fields.value("evidence", isRequired: false),
            let item = ObjectReader(value, at: fields.path("evidence"), fields: ["minItems", "kinds"], log: log)
        else { return .none }
        let minItems = item.whole("minItems", in: 0...50, isRequired: false)
        let kinds = item.texts("kinds").compactMap { text, path in
            item.word(text, EvidenceRequirement.Kind.self, at: path, called: "kinds")
        }
        return EvidenceRequirement(minItems: minItems ?? 0, kinds: kinds)
    }
}

public import Encodings

/// Rules of Open Badges 3.0 that span several places of a credential, so that no schema can state them.
///
/// They hold for badges that a reader understands: members that are absent or of another kind are the schema's matter and
/// are passed over.
public enum BadgeRules {
    /// What breaks the rules, in the order in which they are checked; empty for a sound badge.
    ///
    /// Cost: some ten microseconds, and for each embedded picture the time to decode it.
    public static func findings(in credential: JSONObject) -> [BadgeFinding] {
        let badge = AchievementCredentialView(credential)
        var look = BadgeCheck()
        look.credential(badge, at: .unnamed)
        guard !look.findings.isEmpty else { return [] }
        var check = BadgeCheck()
        check.credential(badge, at: .root)
        return check.findings
    }

    /// Findings beyond this many would only tire the reader.
    public static let maxFindings = 50
}

/// Where a rule looks. Paths are made only when there is something to name: nearly all badges are sound.
private struct Place {
    private let path: JSONPath?

    static let root = Place(path: .root)
    static let unnamed = Place(path: nil)

    var named: JSONPath { path ?? .root }

    func appending(_ name: String) -> Place { Place(path: path?.appending(name)) }
    func appending(_ index: Int) -> Place { Place(path: path?.appending(index)) }

    /// The place of a member's one value, which may stand in an array.
    func appending(_ object: JSONObject, _ name: String) -> Place {
        guard path != nil else { return self }
        return object[name]?.arrayValue == nil ? appending(name) : appending(name).appending(0)
    }
}

/// One run of the rules over one badge.
private struct BadgeCheck {
    var findings: [BadgeFinding] = []

    mutating func credential(_ badge: AchievementCredentialView, at root: Place) {
        image(of: badge, at: root)
        if let issuer = badge.issuer { image(of: issuer, at: root.appending("issuer")) }
        guard let subject = badge.subject else { return }
        let path = root.appending(badge.json, "credentialSubject")
        image(of: subject, at: path)
        guard let achievement = subject.achievement else { return }
        let achievementPath = path.appending(subject.json, "achievement")
        self.achievement(achievement, at: achievementPath)
        results(of: subject, at: path, in: achievement)
    }

    // MARK: The achievement

    private mutating func achievement(_ achievement: Achievement, at path: Place) {
        if let id = achievement.id, !AbsoluteURI.isAbsolute(id) {
            note(.achievementIDNotAbsolute, path.appending("id"), "The achievement's id is no absolute URI.")
        }
        image(of: achievement, at: path)
        if let creator = achievement.creator { image(of: creator, at: path.appending("creator")) }
        var ids: Set<IDKey> = []
        for (here, description) in elements(of: "resultDescription", in: achievement.json, at: path) {
            let view = ResultDescription(description)
            unique(view.id, among: &ids, at: here)
            for (levelPath, level) in elements(of: "rubricCriterionLevel", in: description, at: here) {
                unique(RubricCriterionLevel(level).id, among: &ids, at: levelPath)
            }
            if let required = view.requiredLevel, !view.rubricCriterionLevels.contains(id: required) {
                note(
                    .requiredLevelUnknown, here.appending("requiredLevel"),
                    "The level that is required isn't among the levels of its rubric.")
            }
        }
    }

    private mutating func unique(_ id: String?, among ids: inout Set<IDKey>, at path: Place) {
        guard let id, !ids.insert(IDKey(id)).inserted else { return }
        note(.duplicateID, path.appending("id"), "Two result descriptions or levels have the same id.")
    }

    // MARK: Results

    private mutating func results(of subject: AchievementSubject, at path: Place, in achievement: Achievement) {
        let index = ResultIndex(achievement)
        for (here, object) in elements(of: "result", in: subject.json, at: path) {
            let result = AchievementResult(object)
            if let level = result.achievedLevel, !index.hasLevel(level) {
                note(
                    .levelUnknown, here.appending("achievedLevel"), "The level isn't one of the achievement's rubrics.")
            }
            guard let id = result.resultDescription else { continue }
            guard index.hasDescription(id) else {
                note(
                    .resultDescriptionUnknown, here.appending("resultDescription"),
                    "The result belongs to a description that the achievement doesn't have.")
                continue
            }
            guard let entry = index.entry(id) else { continue }
            level(of: result, in: entry, at: here, isKnown: result.achievedLevel.map(index.hasLevel) ?? false)
            value(of: result, in: entry, at: here)
            if result.status == nil, entry.description.resultType?.hasSameBytes(as: "Status") ?? false {
                note(.statusMissing, here.appending("status"), "The result should be a status and has none.")
            }
        }
    }

    /// - Parameter isKnown: whether the level is one of the achievement's; one that isn't is named already.
    private mutating func level(
        of result: AchievementResult, in entry: ResultIndex.Entry, at path: Place, isKnown: Bool
    ) {
        guard isKnown, let id = result.achievedLevel else { return }
        guard entry.hasLevel(id) else {
            note(
                .levelMisplaced, path.appending("achievedLevel"),
                "The level belongs to another description than the result.")
            return
        }
        // The order of levels in the array isn't part of what is signed as RDF; only their numbers are.
        guard let level = entry.achievedLevel(id), let required = level.requiredOrdinal, let achieved = level.ordinal,
            achieved < required
        else { return }
        note(
            .levelBelowRequired, path.appending("achievedLevel"),
            "The level is \(achieved), and the badge requires at least \(required).")
    }

    private mutating func value(of result: AchievementResult, in entry: ResultIndex.Entry, at path: Place) {
        guard let value = result.value else { return }
        if !entry.allowedValues.isEmpty, !entry.allowedValues.contains(IDKey(value)) {
            note(.valueNotAllowed, path.appending("value"), "The value isn't one of those that are allowed.")
            return
        }
        guard let amount = number(value) else { return }
        let low = entry.description.valueMin.flatMap(number) ?? -.infinity
        let high = entry.description.valueMax.flatMap(number) ?? .infinity
        // Limits the wrong way round allow nothing and say nothing.
        if low <= high, !(low...high).contains(amount) {
            note(.valueNotAllowed, path.appending("value"), "The value is outside the range that is allowed.")
        }
    }

    private func number(_ text: String) -> Double? { Double(text).flatMap { $0.isFinite ? $0 : nil } }

    // MARK: Pictures

    private mutating func image(of owner: some JSONView, at path: Place) {
        let image: BadgeImage? = owner.viewOrID("image")
        guard let image, image.isEmbedded, let id = image.id else { return }
        let imagePath = path.appending(owner.json, "image")
        let idPath = owner.single("image")?.objectValue == nil ? imagePath : imagePath.appending("id")
        do throws(EmbeddedImage.Flaw) {
            _ = try EmbeddedImage(dataURI: id)
        } catch {
            switch error {
            case .uri:
                note(.imageURI, idPath, "The picture's data: address isn't that of a PNG or an SVG in base64.")
            case .content: note(.imageContent, idPath, "The picture isn't the PNG or SVG that its address says.")
            case .size:
                note(.imageTooLarge, idPath, "The picture has more than \(EmbeddedImage.maxBytes / 1024) KB.")
            }
        }
    }

    // MARK: Helpers

    /// The objects in a set, each with its path; a set of one may stand without brackets.
    private func elements(
        of name: String, in object: JSONObject, at path: Place
    ) -> [(Place, JSONObject)] {
        switch object[name] {
        case .object(let element): [(path.appending(name), element)]
        case .array(let elements):
            elements.enumerated().compactMap { place, element in
                element.objectValue.map { (path.appending(name).appending(place), $0) }
            }
        default: []
        }
    }

    private mutating func note(_ code: BadgeFinding.Code, _ path: Place, _ message: String) {
        guard findings.count < BadgeRules.maxFindings else { return }
        findings.append(BadgeFinding(path: path.named, code: code, message: message))
    }
}

extension [RubricCriterionLevel] {
    fileprivate func contains(id: String) -> Bool { contains { $0.id?.hasSameBytes(as: id) ?? false } }
}

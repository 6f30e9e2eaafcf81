internal import Encodings

/// The result descriptions of an achievement and their levels, by id.
///
/// Results are looked up here rather than by searching, so that a badge with thousands of results and thousands of
/// levels costs their sum and not their product.
struct ResultIndex {
    struct Entry {
        let description: ResultDescription
        /// The level of each id; nothing where two have it.
        let levels: [IDKey: RubricCriterionLevel?]
        let allowedValues: Set<IDKey>

        init(_ description: ResultDescription) {
            self.description = description
            var levels: [IDKey: RubricCriterionLevel?] = [:]
            for level in description.rubricCriterionLevels {
                guard let key = level.id.map(IDKey.init) else { continue }
                levels.updateValue(levels.keys.contains(key) ? nil : level, forKey: key)
            }
            self.levels = levels
            allowedValues = Set(description.allowedValues.map(IDKey.init))
        }

        func hasLevel(_ id: String) -> Bool { levels.keys.contains(IDKey(id)) }

        func level(_ id: String) -> RubricCriterionLevel? { levels[IDKey(id)] ?? nil }

        func achievedLevel(_ id: String) -> AchievedLevel? {
            level(id).map {
                AchievedLevel(
                    id: id, ordinal: $0.ordinal, name: $0.name,
                    requiredOrdinal: description.requiredLevel.flatMap(level)?.ordinal)
            }
        }
    }

    private var entries: [Entry] = []
    /// The place of the description of each id; nothing where two have it.
    private var places: [IDKey: Int?] = [:]
    /// The place of the description that has a level of that id; nothing where two have.
    private var levelPlaces: [IDKey: Int?] = [:]

    init(_ achievement: Achievement) {
        for description in achievement.resultDescriptions {
            let (place, entry) = (entries.count, Entry(description))
            entries.append(entry)
            if let key = description.id.map(IDKey.init) {
                places.updateValue(places.keys.contains(key) ? nil : place, forKey: key)
            }
            for key in entry.levels.keys {
                levelPlaces.updateValue(levelPlaces.keys.contains(key) ? nil : place, forKey: key)
            }
        }
    }

    /// Whether any description has that id.
    func hasDescription(_ id: String) -> Bool { places.keys.contains(IDKey(id)) }

    /// The one description of that id.
    func entry(_ id: String) -> Entry? { (places[IDKey(id)] ?? nil).map { entries[$0] } }

    /// Whether any rubric has a level of that id.
    func hasLevel(_ id: String) -> Bool { levelPlaces.keys.contains(IDKey(id)) }

    /// The one level of that id, in the description that a result points to, or in any when it points to none.
    func level(_ id: String, in descriptionID: String?) -> AchievedLevel? {
        if let descriptionID { return entry(descriptionID)?.achievedLevel(id) }
        return (levelPlaces[IDKey(id)] ?? nil).flatMap { entries[$0].achievedLevel(id) }
    }
}

/// A text as a key by its bytes; `String` as a key would take canonically equivalent texts for one.
struct IDKey: Hashable {
    private let text: String

    init(_ text: String) { self.text = text }

    static func == (left: IDKey, right: IDKey) -> Bool { left.text.hasSameBytes(as: right.text) }

    func hash(into hasher: inout Hasher) {
        SchemaText.withBytes(text) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

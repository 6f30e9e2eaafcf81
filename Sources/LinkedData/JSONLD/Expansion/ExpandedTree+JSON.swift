import Encodings

/// The expanded form as JSON, as the standard writes it.
extension ExpandedTree {
    var json: JSONValue { .array(json(of: roots)) }

    func json(of chain: Chain) -> [JSONValue] { numbers(of: chain).map { json(of: $0) } }

    func json(of number: Number) -> JSONValue {
        let item = items[Int(number)]
        var members: [JSONObject.Member] = []
        func put(_ name: String, _ value: JSONValue) { members.append(JSONObject.Member(name: name, value: value)) }

        if item.keywords.contains(.id) { put("@id", item.id == .none ? .null : .string(texts.text(item.id))) }
        if item.isValueObject {
            if item.keywords.contains(.type) { put("@type", .string(texts.text(item.type))) }
            put("@value", value(of: item))
        } else if item.keywords.contains(.type) {
            put("@type", .array(types(of: item).map { .string(texts.text($0)) }))
        }
        if item.keywords.contains(.language) { put("@language", .string(texts.text(item.language))) }
        if let direction = item.direction { put("@direction", .string(direction.rawValue)) }
        if item.keywords.contains(.index) { put("@index", .string(texts.text(item.index))) }
        if item.keywords.contains(.list) { put("@list", .array(json(of: item.items))) }
        members += jsonMembers(of: item.members)
        if item.keywords.contains(.reverse) {
            put("@reverse", .object(JSONObject(uniqueMembers: jsonMembers(of: item.reverse))))
        }
        return .object(JSONObject(uniqueMembers: members))
    }

    /// What a value object's `@value` is.
    func value(of item: Item) -> JSONValue {
        switch item.literal {
        case .null: .null
        case .string: .string(texts.text(item.text))
        case .true: true
        case .false: false
        case .number, .json: values[Int(item.text.offset)]
        }
    }

    func types(of item: Item) -> [TextID] {
        members(of: item.members).filter { $0.property == TextID(.type) }.map(\.type)
    }

    /// Members by property, each with all its values.
    private func jsonMembers(of chain: Chain) -> [JSONObject.Member] {
        var places: [TextID: Int] = [:]
        var grouped: [(property: TextID, values: [JSONValue])] = []
        for member in members(of: chain) where member.property != TextID(.type) {
            let values = json(of: member.values)
            if let place = places[member.property] {
                grouped[place].values += values
            } else {
                places[member.property] = grouped.count
                grouped.append((member.property, values))
            }
        }
        return grouped.map { JSONObject.Member(name: texts.text($0.property), value: .array($0.values)) }
    }
}

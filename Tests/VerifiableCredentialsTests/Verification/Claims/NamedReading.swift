import Encodings
import LinkedData
import OpenBadges
import VerifiableCredentials

/// What readers by names make of a credential: through the typed views, and by each name that is read.
struct NamedReading: Equatable {
    let byName: JSONValue
    private let typed: [String]

    init(_ document: JSONObject, _ shapes: NodeShapes = BadgeShapes.all) {
        byName = Self.read(document, shapes.shapes[0], shapes)
        let (badge, view) = (AchievementCredentialView(document), CredentialView(document))
        let subject = badge.subject
        typed = [
            "\(badge.isAchievementCredential)", "\(badge.outcome)", "\(String(describing: badge.issuer?.name))",
            "\(String(describing: badge.achievement?.eqfLevel))", "\(String(describing: badge.validUntil))",
            "\(String(describing: badge.achievement?.creditUnit))", "\(String(describing: badge.validFrom))",
            "\(String(describing: badge.name))", "\(String(describing: badge.image?.id))",
            "\(String(describing: badge.achievement?.creditsAvailable))", "\(String(describing: view.validUntil))",
            "\(Set((subject?.identifiers ?? []).map { "\($0)" }).sorted())", "\(String(describing: view.subjectID))",
            "\(view.statusEntries.map { "\(String(describing: try? StatusListEntry(json: $0)))" }.sorted())",
            "\(OpenBadgeProfile().achievementIDs(of: document).sorted())",
            "\(BadgeRules.findings(in: document).map(\.code.rawValue).sorted())",
        ]
    }

    private static func read(_ object: JSONObject, _ shape: NodeShape, _ shapes: NodeShapes) -> JSONValue {
        if let other = shape.other, let otherShape = shapes[other.shape],
            object["type"]?.asList.contains(.string(String(other.type.split(separator: "#").last ?? ""))) ?? false
        {
            return read(object, otherShape, shapes)
        }
        var reading: JSONObject = ["id": object["id"] ?? .null]
        if !shape.types.isEmpty {
            let words = object["type"]?.asList.compactMap(\.stringValue) ?? []
            reading["type"] = set(
                words.filter { word in shape.types.contains { $0.name == word } }.map {
                    .string($0 == "AchievementCredential" ? "OpenBadgeCredential" : $0)
                })
        }
        for property in shape.properties {
            let values = object[property.name]?.asList ?? []
            let one = values.count == 1 ? values[0] : .null
            switch property.value {
            case .text, .localizedText: reading[property.name] = one.stringValue.map { .string($0) } ?? .null
            case .number: reading[property.name] = one.numberValue.map { .number($0) } ?? .null
            case .boolean: reading[property.name] = one.boolValue.map { .bool($0) } ?? .null
            case .texts: reading[property.name] = set(values.filter { $0.stringValue != nil })
            case .node(let inner, _), .nodes(let inner, _):
                let nodes: [JSONValue] = values.map { value in
                    let object = value.objectValue ?? JSONObject([("id", value)])
                    return shapes[inner].map { read(object, $0, shapes) } ?? ["id": object["id"] ?? .null]
                }
                if !property.value.isSet, nodes.count != 1 {
                    reading[property.name] = .null
                } else {
                    reading[property.name] = .array(nodes.sorted { text($0) < text($1) })
                }
            }
        }
        return .object(reading)
    }

    private static func set(_ values: [JSONValue]) -> JSONValue {
        .array(Set(values.map(text)).sorted().map { .string($0) })
    }

    private static func text(_ value: JSONValue) -> String { String(decoding: JCS.canonicalize(value), as: UTF8.self) }
}

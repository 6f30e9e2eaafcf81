public import Encodings
import Foundation

/// JSON for tests, read by Foundation: manifests are thus not read by the parser that they test.
///
/// Members come sorted by name, as Foundation doesn't keep their order.
public enum TestJSON {
    public static func parse(_ bytes: [UInt8]) throws -> JSONValue {
        try JSONDecoder().decode(Tree.self, from: Data(bytes)).value
    }

    private struct Tree: Decodable {
        let value: JSONValue

        init(from decoder: any Decoder) throws {
            if let container = try? decoder.container(keyedBy: Name.self) {
                let names = container.allKeys.sorted { $0.stringValue < $1.stringValue }
                value = .object(
                    JSONObject(try names.map { ($0.stringValue, try container.decode(Tree.self, forKey: $0).value) }))
                return
            }
            if var container = try? decoder.unkeyedContainer() {
                var values: [JSONValue] = []
                while !container.isAtEnd { values.append(try container.decode(Tree.self).value) }
                value = .array(values)
                return
            }
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                value = .null
            } else if let bool = try? container.decode(Bool.self) {
                value = .bool(bool)
            } else if let int = try? container.decode(Int.self) {
                value = .number(JSONNumber(int))
            } else if let number = JSONNumber(text: "\((try? container.decode(Double.self)) ?? .nan)") {
                value = .number(number)
            } else {
                value = .string(try container.decode(String.self))
            }
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

import Encodings

/// What definition and pathway files have in common: they are JSON objects that say their format.
package enum DefinitionFile {
    /// Some hundred times the size of a real definition.
    package static let maxBytes = 512 << 10

    static let limits = JSONLimits(
        maxBytes: maxBytes, maxDepth: JSONLimits.document.maxDepth, maxValues: JSONLimits.document.maxValues,
        maxStringBytes: maxBytes)

    struct Refusal: Error { let finding: DefinitionFinding }

    /// The file's JSON object.
    static func object(in bytes: [UInt8], file: String) -> Result<JSONObject, Refusal> {
        do throws(JSONError) {
            let value = try JSONParser.parse(bytes, limits: limits)
            if case .object(let object) = value { return .success(object) }
            return .failure(
                Refusal(
                    finding: DefinitionFinding(
                        .error, .definition(.field), file: file, position: TextPosition(line: 1, column: 1),
                        message: "The file is a \(value.kindName); a definition is an object in { }.")))
        } catch {
            return .failure(
                Refusal(
                    finding: DefinitionFinding(
                        .error, .json(error.code), file: file, position: error.position, message: error.message,
                        hint: error.hint)))
        }
    }

    /// Whether `format` is the one expected; without it nothing else in the file has a meaning.
    static func check(_ format: String, of root: JSONObject, log: FindingLog) -> Bool {
        let path = JSONPath.root.appending("format")
        switch root["format"] {
        case .string(let text)? where text.hasSameBytes(as: format): return true
        case .string(let text)?:
            let isNewer = majorless(text) == majorless(format)
            log.error(
                .format, at: path, "The file's format is \"\(Quote.text(text))\"; \"\(format)\" is read here.",
                hint: isNewer ? "A newer version of this program may read it." : NearestName.hint(text, among: [format])
            )
        case let value?:
            log.error(.field, at: path, "\"format\" is a \(value.kindName); \"\(format)\" belongs here.")
        case nil:
            log.error(
                .field, at: .root, "The field \"format\" is missing.", hint: "Begin with \"format\": \"\(format)\".")
        }
        return false
    }

    private static func majorless(_ format: String) -> Substring { format.prefix { $0 != "/" } }
}

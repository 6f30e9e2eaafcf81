// module: Encodings
// seeds: examples/*.json keys/* badge-definitions/*.json
import Encodings

/// Any bytes as JSON: what is read is written and read again as the same, and has one canonical form.
func fuzz(_ bytes: [UInt8]) {
    guard let value = accepted({ try JSONParser.parse(bytes) }) else { return }
    let (compact, pretty) = (JSONWriter.compact(value), JSONWriter.pretty(value))
    claim("compact text is read as the same value", accepted { try JSONParser.parse(compact) } == value)
    claim("pretty text is read as the same value", accepted { try JSONParser.parse(pretty) } == value)
    let canonical = JCS.canonicalize(value)
    let again = accepted { try JSONParser.parse(canonical) }
    claim("the canonical form is JSON of the same value", again == value)
    claim("the canonical form is its own", again.map(JCS.canonicalize) == canonical)
    claim(
        "white space doesn't reach the canonical form",
        accepted { JCS.canonicalize(try JSONParser.parse(pretty)) } == canonical)
    for member in value.objectValue?.members.prefix(3) ?? [] {
        let position = JSONLocator.position(of: JSONPath.root.appending(member.name), in: bytes)
        claim("a member has a place", position != nil)
    }
}

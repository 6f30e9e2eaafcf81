import Cryptography
import Encodings

/// How an entry is written and linked to the one before it.
enum AuditChain {
    /// Inside what is hashed, so that an entry can't stand for anything else that we hash or sign.
    static let format = "passport.audit/1"

    /// Before the first entry.
    static let empty = AuditHead(count: 0, hash: [UInt8](repeating: 0, count: SHA256.byteCount))

    static func hash(after previous: [UInt8], _ json: [UInt8]) -> [UInt8] { SHA256.hash(previous, json) }

    static func json(
        sequence: Int, at: Timestamp, event: AuditEvent, subjects: [String], people: [String], who: String?,
        code: String?
    ) -> [UInt8] {
        var members: [JSONObject.Member] = [
            .init(name: "at", value: .string(at.description)), .init(name: "event", value: .string(event.rawValue)),
            .init(name: "format", value: .string(format)),
            .init(name: "sequence", value: .number(JSONNumber(sequence))),
        ]
        if let code { members.append(.init(name: "code", value: .string(code))) }
        if !people.isEmpty { members.append(.init(name: "people", value: .array(people.map(JSONValue.string)))) }
        if !subjects.isEmpty { members.append(.init(name: "subjects", value: .array(subjects.map(JSONValue.string)))) }
        if let who { members.append(.init(name: "who", value: .string(who))) }
        return JCS.canonicalize(.object(JSONObject(uniqueMembers: members)))
    }

    /// Whether the text is an id or a code: printable ASCII without spaces and `@`, at most 300 bytes.
    static func isReference(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 300
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "@") }
    }
}

/// Whether bytes are UTF-8.
enum UTF8Validity {
    static func isValid(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}

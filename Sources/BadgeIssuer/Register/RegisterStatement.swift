/// The text of a statement that is put together once, so that its prepared form is found by identity.
///
/// Finding it by its text costs more than running it: the longer ones take a microsecond to hash. Literals are found
/// by their address.
final class RegisterStatement: Sendable {
    let sql: String

    init(_ sql: String) { self.sql = sql }

    var key: UInt { UInt(bitPattern: ObjectIdentifier(self)) }
}

extension StaticString {
    /// A literal's address, which stays; statements are never single characters.
    var key: UInt { UInt(bitPattern: utf8Start) }
}

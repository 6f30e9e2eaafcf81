/// What the badge is called elsewhere, for example `osaamismerkit_1000` in the national code service.
package struct OtherIdentifier: Sendable, Hashable {
    package let identifier: String
    /// An `identifierType` of Open Badges 3.0, or an extension `ext:…`.
    package let identifierType: String
}

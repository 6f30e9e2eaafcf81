/// What a workspace fills into definition and pathway files that leave it out, before they are digested.
package struct DefinitionDefaults: Sendable, Hashable {
    /// What achievement ids begin with: `<badgeBase><slug>/v<version>`. Ends in `/`.
    package var badgeBase: String
    /// The URI of who made the definitions; of a pathway, the owner.
    package var creator: String

    package init(badgeBase: String, creator: String) {
        self.badgeBase = badgeBase
        self.creator = creator
    }

    /// For checking files that no workspace has taken in yet; nothing is ever issued with these names.
    package static let outsideWorkspace = DefinitionDefaults(
        badgeBase: "https://badges.invalid/", creator: "did:web:badges.invalid")
}

/// A badge whatever its version. Equal slugs of two bases are different badges.
package struct BadgeKey: Sendable, Hashable {
    package let badgeBase: String
    package let slug: String

    package init(badgeBase: String, slug: String) {
        self.badgeBase = badgeBase
        self.slug = slug
    }
}

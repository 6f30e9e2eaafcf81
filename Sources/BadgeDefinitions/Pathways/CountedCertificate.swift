/// A certificate of competence, for pathways that ask for one.
package struct CountedCertificate: Sendable, Hashable {
    package let id: String
    /// How many requirements it confirms.
    package let items: Int

    package init(id: String, items: Int) {
        self.id = id
        self.items = items
    }
}

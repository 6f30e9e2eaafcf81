/// The place of one award in one status list. It is given once and never to another award.
package struct StatusAllocation: Sendable, Hashable {
    /// What a list says of an award. The purposes are independent: other lists, other places.
    package enum Purpose: String, Sendable, CaseIterable {
        case revocation, suspension
    }

    package let purpose: Purpose
    /// The list's number in the register, which also names its file: `status/<list>.json`.
    package let list: Int
    package let index: Int

    package init(purpose: Purpose, list: Int, index: Int) {
        self.purpose = purpose
        self.list = list
        self.index = index
    }
}

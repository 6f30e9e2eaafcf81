/// The object identifier of a Finnish education organisation, `1.2.246.562.10.…`.
package struct OrganisationOID: Sendable, Hashable, LosslessStringConvertible {
    package let description: String

    /// The identifier, when it has the form `1.2.246.562.[0-3]d.d…`.
    package init?(_ description: String) {
        let prefix = "1.2.246.562."
        let bytes = description.utf8
        guard bytes.count <= 64, bytes.starts(with: prefix.utf8) else { return nil }
        let parts = bytes.dropFirst(prefix.utf8.count).split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 2, let first = parts[0].first,
            (UInt8(ascii: "0")...UInt8(ascii: "3")).contains(first), !parts[1].isEmpty,
            parts.joined().allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        self.description = description
    }
}

import Glibc

/// An internet address, and how far it reaches.
///
/// After the registries of special-purpose addresses of IANA
/// ([IPv4](https://www.iana.org/assignments/iana-ipv4-special-registry/),
/// [IPv6](https://www.iana.org/assignments/iana-ipv6-special-registry/)) as of 2026-11.
package struct IPAddress: Sendable, Hashable {
    package enum Reach: Sendable {
        /// Anybody may stand there.
        case everywhere
        /// This machine, or the network that it stands in.
        case ownNetwork
        /// Nobody's server: groups, examples, translations, what clouds tell their machines.
        case nowhere
    }

    /// 4 or 16 bytes.
    package let bytes: [UInt8]

    package init?(_ bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// An address in its usual spelling: `192.0.2.1` with four decimal numbers, or IPv6 without brackets or a zone.
    package init?(_ text: String) {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET6, text, &bytes) == 1 {
            self.bytes = bytes
        } else if inet_pton(AF_INET, text, &bytes) == 1 {
            self.bytes = Array(bytes[..<4])
        } else {
            return nil
        }
    }

    package var reach: Reach { bytes.count == 4 ? Self.reach(ofIPv4: bytes[...]) : reachOfIPv6 }

    // MARK: IPv4

    private static func reach(ofIPv4 bytes: ArraySlice<UInt8>) -> Reach {
        let value = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        func isIn(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ length: UInt32) -> Bool {
            (value ^ (a << 24 | b << 16 | c << 8)) >> (32 - length) == 0
        }
        // Where clouds tell a machine its own secrets; no network of one's own needs it.
        if value == 0xA9FE_A9FE { return .nowhere }
        if isIn(127, 0, 0, 8) || isIn(10, 0, 0, 8) || isIn(172, 16, 0, 12) || isIn(192, 168, 0, 16)
            || isIn(169, 254, 0, 16) || isIn(100, 64, 0, 10)
        {
            return .ownNetwork
        }
        let isNobodys =
            isIn(0, 0, 0, 8) || isIn(192, 0, 0, 24) || isIn(192, 0, 2, 24) || isIn(192, 88, 99, 24)
            || isIn(198, 18, 0, 15) || isIn(198, 51, 100, 24) || isIn(203, 0, 113, 24) || isIn(224, 0, 0, 4)
            || isIn(240, 0, 0, 4)
        return isNobodys ? .nowhere : .everywhere
    }

    // MARK: IPv6

    private var reachOfIPv6: Reach {
        func isIn(_ prefix: [UInt8], _ length: Int) -> Bool {
            for bit in 0..<length {
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                let expected = bit / 8 < prefix.count ? prefix[bit / 8] : 0
                if (bytes[bit / 8] ^ expected) & mask != 0 { return false }
            }
            return true
        }
        if isIn([0xFD, 0x00, 0x0E, 0xC2], 32) { return .nowhere }
        let loopback = [UInt8](repeating: 0, count: 15) + [1]
        if bytes == loopback || isIn([0xFC], 7) || isIn([0xFE, 0x80], 10) { return .ownNetwork }
        // Networks without IPv4 reach its servers through this prefix (RFC 6052): as far as those reach.
        if isIn([0x00, 0x64, 0xFF, 0x9B], 96) { return Self.reach(ofIPv4: bytes[12...]) }
        // Only 2000::/3 is given out; IPv4 in another's clothes (::/96, ::ffff:0:0/96, NAT64 of one's own) lies outside.
        guard isIn([0x20], 3) else { return .nowhere }
        let isNobodys =
            isIn([0x20, 0x01, 0x00], 23) || isIn([0x20, 0x01, 0x0D, 0xB8], 32) || isIn([0x20, 0x02], 16)
            || isIn([0x3F, 0xFF, 0x00], 20)
        return isNobodys ? .nowhere : .everywhere
    }
}

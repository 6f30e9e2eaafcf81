import Testing

@testable import Fetching

@Suite("Internet addresses")
struct IPAddressTests {
    @Test(
        "anybody may stand at an address that is given out",
        arguments: [
            "1.1.1.1", "8.8.8.8", "93.184.216.34", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
            "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0",
            "192.0.1.0", "192.0.3.0", "192.88.98.255", "192.88.100.0", "192.167.255.255", "192.169.0.0",
            "198.17.255.255", "198.20.0.0", "198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0",
            "223.255.255.255", "2606:4700::1111", "2a00:1450:4010::8a", "2001:200::", "2001:db7:ffff::",
            "2001:db9::", "2003::", "3ffe::1", "64:ff9b::8.8.8.8",
        ])
    func everywhere(_ text: String) throws {
        #expect(try #require(IPAddress(text)).reach == .everywhere)
    }

    @Test(
        "this machine and its network are for --allow-private",
        arguments: [
            "127.0.0.1", "127.255.255.254", "10.0.0.0", "10.255.255.255", "172.16.0.1", "172.31.255.255",
            "192.168.0.0", "192.168.255.255", "169.254.0.1", "169.254.169.253", "100.64.0.0", "100.127.255.255", "::1",
            "fc00::1", "fdff:ffff::1", "fd12:3456::1", "fe80::1", "febf:ffff::1", "64:ff9b::127.0.0.1",
            "64:ff9b::10.1.2.3", "64:ff9b::192.168.1.1",
        ])
    func ownNetwork(_ text: String) throws {
        #expect(try #require(IPAddress(text)).reach == .ownNetwork)
    }

    @Test(
        "nobody's server stands at groups, examples, translations and what clouds tell their machines",
        arguments: [
            "0.0.0.0", "0.1.2.3", "192.0.0.8", "192.0.0.170", "192.0.2.1", "192.88.99.1", "198.18.0.1",
            "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1",
            "255.255.255.255", "169.254.169.254", "::", "::2", "::8.8.8.8", "::127.0.0.1", "::ffff:127.0.0.1",
            "::ffff:8.8.8.8", "::ffff:0:8.8.8.8", "64:ff9b:1::8.8.8.8", "64:ff9b:0:1::8.8.8.8",
            "64:ff9b::169.254.169.254", "64:ff9b::0.0.0.0", "100::1",
            "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:10::1", "2001:20::1", "2001:1ff::1",
            "2001:db8::1", "2002:7f00:1::", "2002:808:808::1", "3fff::1", "3fff:fff::1", "4000::1", "5f00::1",
            "fec0::1", "ff02::1", "ff0e::1", "fd00:ec2::254",
        ])
    func nowhere(_ text: String) throws {
        #expect(try #require(IPAddress(text)).reach == .nowhere)
    }

    @Test(
        "is read in its usual spelling only",
        arguments: [
            "", "127.1", "0177.0.0.1", "0x7f.0.0.1", "2130706433", "1.2.3.4.5", "fe80::1%lo", "[::1]", "1.2.3",
            "256.1.1.1",
        ])
    func spelling(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test("no address between two borders is judged otherwise than its neighbours")
    func ranges() throws {
        // Each byte of the first two, in the middle of the rest: whole /16 networks but for the ones that are split.
        let split: Set<[UInt8]> = [[192, 0], [192, 88], [198, 51], [203, 0], [169, 254]]
        for a in UInt8.min...UInt8.max {
            for b in UInt8.min...UInt8.max where !split.contains([a, b]) {
                let first = try #require(IPAddress([a, b, 0, 0])).reach
                let last = try #require(IPAddress([a, b, 255, 255])).reach
                #expect(first == last, "\(a).\(b)")
            }
        }
    }
}

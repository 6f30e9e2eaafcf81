import Glibc

/// What `openssl speed` says of this machine in this minute, in microseconds of processor time an operation.
struct OpenSSLSpeed {
    var ed25519Sign = 0.0
    var ed25519Verify = 0.0
    var p256Sign = 0.0
    var p256Verify = 0.0

    static func measure() throws -> OpenSSLSpeed {
        guard let pipe = popen("openssl speed -mr -seconds 2 ed25519 ecdsap256 2>/dev/null", "r") else {
            throw BenchError("there is no openssl command")
        }
        defer { pclose(pipe) }
        var speed = OpenSSLSpeed()
        var line = [CChar](repeating: 0, count: 512)
        while fgets(&line, Int32(line.count), pipe) != nil {
            // +F6:0:253:Ed25519:24184.2:9014.2, operations in a second
            let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            let parts = text.split(whereSeparator: { $0 == ":" || $0.isNewline })
            guard parts.count >= 5, let sign = Double(parts[parts.count - 2]),
                let verify = Double(parts[parts.count - 1])
            else { continue }
            if parts.contains("Ed25519") {
                (speed.ed25519Sign, speed.ed25519Verify) = (1e6 / sign, 1e6 / verify)
            } else if parts[0] == "+F4" {
                (speed.p256Sign, speed.p256Verify) = (1e6 / sign, 1e6 / verify)
            }
        }
        guard speed.ed25519Verify > 0, speed.p256Verify > 0 else {
            throw BenchError("openssl speed said nothing of ed25519 and ecdsap256")
        }
        return speed
    }

    /// Half-way between a measurement before and one after.
    func mean(_ other: OpenSSLSpeed) -> OpenSSLSpeed {
        OpenSSLSpeed(
            ed25519Sign: (ed25519Sign + other.ed25519Sign) / 2,
            ed25519Verify: (ed25519Verify + other.ed25519Verify) / 2,
            p256Sign: (p256Sign + other.p256Sign) / 2, p256Verify: (p256Verify + other.p256Verify) / 2)
    }
}

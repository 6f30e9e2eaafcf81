/// ECDSA signatures between the form of JOSE and Data Integrity (r‖s) and the one libcrypto speaks (DER).
enum ECDSASignature {
    /// - Parameter raw: r and s of equal length; the caller has checked which.
    static func der(fromRaw raw: [UInt8]) -> [UInt8] {
        let half = raw.count / 2
        return DER.integerPair(raw[..<half], raw[half...])
    }

    /// r and s, each filled up with zeros in front; `nil` when one doesn't fit.
    static func raw(fromDER der: [UInt8], fieldBytes: Int) -> [UInt8]? {
        guard let (r, s) = DER.parseIntegerPair(der), r.count <= fieldBytes, s.count <= fieldBytes else { return nil }
        var raw = [UInt8](repeating: 0, count: 2 * fieldBytes)
        raw.replaceSubrange(fieldBytes - r.count..<fieldBytes, with: r)
        raw.replaceSubrange(2 * fieldBytes - s.count..<2 * fieldBytes, with: s)
        return raw
    }
}

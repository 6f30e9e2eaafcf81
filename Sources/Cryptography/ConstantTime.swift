import COpenSSL

/// Whether two secrets are the same bytes, in a time that tells nothing about where they differ.
///
/// Their lengths are no secret: bytes of different length differ at once.
public func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
}

/// Overwrites bytes that were secret, in a way the compiler doesn't drop.
///
/// Copies made before aren't reached: keep the array in one variable that nothing else holds.
public func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) }
}

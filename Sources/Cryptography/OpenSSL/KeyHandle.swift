import COpenSSL

/// Owner of one of libcrypto's keys; libcrypto wipes private parts when the owner goes.
///
/// Such a key isn't changed after it was made and may be used from several threads at once.
final class KeyHandle: @unchecked Sendable {
    let pointer: OpaquePointer

    /// - Parameter pointer: an `EVP_PKEY` that nobody else frees.
    init(owning pointer: OpaquePointer) { self.pointer = pointer }

    deinit { EVP_PKEY_free(pointer) }

    /// Whether libcrypto calls the key one of that type, for example `EC`.
    func isA(_ name: String) -> Bool { EVP_PKEY_is_a(pointer, name) == 1 }

    /// A number of the key, big-endian; filled up with zeros in front to `width` when that is given.
    func unsignedInteger(_ name: String, width: Int? = nil) -> [UInt8]? {
        var number: OpaquePointer?
        defer { BN_free(number) }
        guard EVP_PKEY_get_bn_param(pointer, name, &number) == 1, let number else { return nil }
        let count = width ?? (Int(BN_num_bits(number)) + 7) / 8
        var bytes = [UInt8](repeating: 0, count: count)
        guard let length = Int32(exactly: count), BN_bn2binpad(number, &bytes, length) == length else { return nil }
        return bytes
    }

    /// The public key's 32 bytes, of an Ed25519 key.
    func rawPublicKey() -> [UInt8]? {
        var count = 32
        var bytes = [UInt8](repeating: 0, count: count)
        guard EVP_PKEY_get_raw_public_key(pointer, &bytes, &count) == 1, count == 32 else { return nil }
        return bytes
    }

    /// The name of an EC key's curve, `nil` for one described by numbers of its own.
    func groupName() -> String? {
        var name = [CChar](repeating: 0, count: 64)
        var count = 0
        guard EVP_PKEY_get_group_name(pointer, &name, name.count, &count) == 1, count < name.count else { return nil }
        return String(decoding: name.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

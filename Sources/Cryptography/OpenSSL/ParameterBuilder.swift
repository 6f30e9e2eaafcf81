import COpenSSL
import Glibc

/// The parts a key is put together from, in the form libcrypto's providers take them.
///
/// libcrypto keeps pointers to names and values until the key is made: they are copied to memory that lives as long
/// as the builder and is wiped with it.
final class ParameterBuilder {
    enum Selection {
        case parameters, publicKey, keyPair

        var flags: Int32 {
            switch self {
            case .parameters: OSSL_KEYMGMT_SELECT_ALL_PARAMETERS
            case .publicKey: OSSL_KEYMGMT_SELECT_ALL_PARAMETERS | OSSL_KEYMGMT_SELECT_PUBLIC_KEY
            case .keyPair:
                OSSL_KEYMGMT_SELECT_ALL_PARAMETERS | OSSL_KEYMGMT_SELECT_PUBLIC_KEY | OSSL_KEYMGMT_SELECT_PRIVATE_KEY
            }
        }
    }

    private let builder: OpaquePointer?
    private var copies: [UnsafeMutableRawBufferPointer] = []
    private var numbers: [OpaquePointer] = []
    private var isComplete = true

    init() { builder = OSSL_PARAM_BLD_new() }

    deinit {
        OSSL_PARAM_BLD_free(builder)
        for copy in copies {
            OPENSSL_cleanse(copy.baseAddress, copy.count)
            copy.deallocate()
        }
        for number in numbers { BN_clear_free(number) }
    }

    func push(text: String, as name: String) {
        note(OSSL_PARAM_BLD_push_utf8_string(builder, cString(name), cString(text), 0))
    }

    func push(bytes: [UInt8], as name: String) {
        let copy = copy(bytes)
        note(OSSL_PARAM_BLD_push_octet_string(builder, cString(name), copy.baseAddress, bytes.count))
    }

    /// - Parameter magnitude: big-endian.
    func push(number magnitude: some Collection<UInt8>, isSecret: Bool = false, as name: String) {
        let bytes = copy(Array(magnitude))
        guard let number = isSecret ? BN_secure_new() : BN_new() else { return isComplete = false }
        numbers.append(number)
        guard let count = Int32(exactly: magnitude.count),
            BN_bin2bn(bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), count, number) != nil
        else { return isComplete = false }
        note(OSSL_PARAM_BLD_push_BN(builder, cString(name), number))
    }

    /// The key, or `nil` when libcrypto takes the parts for no key of that type.
    func makeKey(type: String, _ selection: Selection) -> KeyHandle? {
        guard isComplete, let parameters = OSSL_PARAM_BLD_to_param(builder) else { return nil }
        defer { OSSL_PARAM_free(parameters) }
        let context = EVP_PKEY_CTX_new_from_name(nil, type, nil)
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard let context, EVP_PKEY_fromdata_init(context) == 1,
            EVP_PKEY_fromdata(context, &key, selection.flags, parameters) == 1, let key
        else { return nil }
        return KeyHandle(owning: key)
    }

    private func note(_ status: Int32) {
        if status != 1 { isComplete = false }
    }

    private func cString(_ text: String) -> UnsafePointer<CChar>? {
        UnsafePointer(copy(Array(text.utf8) + [0]).baseAddress?.assumingMemoryBound(to: CChar.self))
    }

    private func copy(_ bytes: [UInt8]) -> UnsafeMutableRawBufferPointer {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        memory.copyBytes(from: bytes)
        copies.append(memory)
        return memory
    }
}

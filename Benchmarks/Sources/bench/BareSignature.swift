import CBareSignatures

/// What libcrypto alone needs for a signature, the measure of everything else.
enum BareSignature: String {
    case ed25519Sign = "Ed25519 sign"
    case ed25519Verify = "Ed25519 verify"
    case p256Sign = "P-256 sign"
    case p256Verify = "P-256 verify"

    static func prepare() throws {
        guard bare_signatures_prepare() == 1 else { throw BenchError("libcrypto makes no signatures") }
    }

    func run() {
        let isDone =
            switch self {
            case .ed25519Sign: bare_sign(BARE_ED25519)
            case .ed25519Verify: bare_verify(BARE_ED25519)
            case .p256Sign: bare_sign(BARE_P256)
            case .p256Verify: bare_verify(BARE_P256)
            }
        precondition(isDone == 1)
    }
}

import COpenSSL

/// The start of libcrypto, for programs to call before anything else of this module.
public enum LibCrypto {
    /// Starts libcrypto without the machine's `openssl.cnf`: that file may load engines and providers from elsewhere,
    /// and reading it costs each run some of its time.
    ///
    /// It has no effect when libcrypto is in use already; a program that wants the machine's settings leaves it out.
    public static func startWithoutConfiguration() {
        // What fails here fails at the first use too, and is told there.
        _ = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil)
    }
}

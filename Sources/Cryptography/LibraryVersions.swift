import COpenSSL

/// The versions of the libraries the program runs on, as they say themselves.
public enum LibraryVersions {
    /// The version of libcrypto at run time, for example `3.0.19`.
    public static var openSSL: String {
        guard let text = OpenSSL_version(OPENSSL_FULL_VERSION_STRING) else { return "unknown" }
        return String(cString: text)
    }
}

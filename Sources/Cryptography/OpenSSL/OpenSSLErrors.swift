import COpenSSL

/// libcrypto's error queue of the current thread.
///
/// A failed call leaves entries behind that a later call may stumble over, so each failure empties the queue.
enum OpenSSLErrors {
    /// Empties the queue and tells the reasons it held, oldest first.
    static func drain() -> String? {
        var reasons: [String] = []
        while true {
            let entry = ERR_get_error()
            if entry == 0 { break }
            if let reason = ERR_reason_error_string(entry) { reasons.append(String(cString: reason)) }
        }
        return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
    }

    static func clear() { ERR_clear_error() }
}

import Cryptography
package import Encodings

/// The digest by which a published version is known: what it covers can't change any more.
package enum DefinitionDigest {
    /// SHA-256 over the JCS form without `status` and `validUntil`, which change in a definition's life.
    ///
    /// - Parameter json: with `badgeBase` and `creator` (of a pathway `owner`) filled in.
    package static func digest(of json: JSONObject) -> [UInt8] {
        SHA256.hash(JCS.canonicalize(.object(json.removing("status").removing("validUntil"))))
    }
}

/// A compact JWS with another signature of the same length.
enum OneByte {
    static func changed(inSignatureOf jws: String) -> String {
        var parts = jws.filter { !$0.isWhitespace }.split(separator: ".", omittingEmptySubsequences: false)
        guard let signature = parts.popLast(), let first = signature.first else { return jws }
        parts.append((first == "A" ? "B" : "A") + signature.dropFirst())
        return parts.joined(separator: ".")
    }
}

import Encodings

/// The did:web method: a DID whose document stands on a web site, after
/// [did:web](https://w3c-ccg.github.io/did-method-web/). Names are mapped both ways here; nothing is fetched.
public enum DIDWeb {
    /// The DID of an https URL: `https://passi.example:8443/org/koulu` is `did:web:passi.example%3A8443:org:koulu`.
    ///
    /// - Throws: `DIDError` `did.web` for another scheme, an IP address, a query, a fragment, user information or a
    ///   path that a DID can't hold.
    public static func did(forURL url: String) throws(DIDError) -> DID {
        let scheme = "https://"
        guard url.utf8.count <= DIDSyntax.maxBytes, url.utf8.starts(with: scheme.utf8) else {
            throw refused(url, "begins with something else than https://")
        }
        let rest = Substring(url).utf8.dropFirst(scheme.utf8.count)
        guard rest.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw refused(url, "has characters beyond ASCII; write the domain in its xn-- form")
        }
        guard !rest.contains(UInt8(ascii: "?")), !rest.contains(UInt8(ascii: "#")) else {
            throw refused(url, "has a query or a fragment")
        }
        var parts = rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let authority = String(Substring(parts.removeFirst())).lowercased()
        if parts.last?.isEmpty == true { parts.removeLast() }
        guard let domain = identifier(ofAuthority: authority) else {
            throw refused(url, "has no domain name that a DID can hold")
        }
        var text = "did:web:" + domain
        for part in parts {
            let segment = String(Substring(part))
            guard isSegment(segment) else { throw refused(url, "has a path that a DID can't hold") }
            text += ":" + segment
        }
        guard let did = DID(text) else { throw refused(url, "has a path that a DID can't hold") }
        return did
    }

    /// Where the DID's document is published: `…/.well-known/did.json` for a bare domain, else `…/path/did.json`.
    ///
    /// - Throws: `DIDError` `did.method-unsupported` for another method, `did.web` for a did:web that names no
    ///   place on the web.
    public static func documentURL(for did: DID) throws(DIDError) -> String {
        let url = try url(for: did)
        let isBare = !did.methodSpecificID.utf8.contains(UInt8(ascii: ":"))
        return url + (isBare ? "/.well-known/did.json" : "/did.json")
    }

    /// The https URL that the DID stands for, without a slash at its end.
    ///
    /// - Throws: as `documentURL(for:)`.
    public static func url(for did: DID) throws(DIDError) -> String {
        guard did.method == "web" else {
            throw DIDError(
                .methodUnsupported, "\(did) is not a did:web.", hint: "Give a DID that begins with did:web:.")
        }
        let parts = Substring(did.methodSpecificID).utf8.split(
            separator: UInt8(ascii: ":"), omittingEmptySubsequences: false
        ).map { String(Substring($0)) }
        guard let domain = parts.first, let authority = authority(ofIdentifier: domain),
            parts.dropFirst().allSatisfy(isSegment)
        else {
            throw DIDError(
                .web, "\(did) doesn't name a place on the web.",
                hint: "A did:web has a domain name, then path segments: did:web:school.example:org.")
        }
        return ([authority] + parts.dropFirst()).reduce("https:/") { $0 + "/" + $1 }
    }

    // MARK: Parts

    /// `host` or `host:port` in the form of the DID, where the colon is `%3A`.
    private static func identifier(ofAuthority authority: String) -> String? {
        let parts = authority.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let host = parts.first, parts.count <= 2, isDomain(host) else { return nil }
        guard parts.count == 2 else { return String(Substring(host)) }
        guard let port = port(parts[1]) else { return nil }
        // 443 is what https means anyway; one place, one DID.
        return port == 443 ? String(Substring(host)) : "\(String(Substring(host)))%3A\(port)"
    }

    private static func authority(ofIdentifier text: String) -> String? {
        guard let percent = text.utf8.firstIndex(of: UInt8(ascii: "%")) else {
            return isDomain(Substring(text).utf8) ? text : nil
        }
        let tail = text.utf8[percent...]
        guard isDomain(text.utf8[..<percent]),
            tail.starts(with: "%3A".utf8) || tail.starts(with: "%3a".utf8), let port = port(tail.dropFirst(3))
        else { return nil }
        return "\(text[..<percent]):\(port)"
    }

    private static func port(_ digits: Substring.UTF8View) -> Int? {
        guard (1...5).contains(digits.count), digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(String(Substring(digits))), port <= 65_535
        else { return nil }
        return port
    }

    /// Labels of letters, digits and inner hyphens; the last not all digits, so that no IP address passes.
    private static func isDomain(_ text: Substring.UTF8View) -> Bool {
        guard (1...253).contains(text.count) else { return false }
        let labels = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let areLabels = labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { DIDSyntax.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
        }
        guard areLabels, let top = labels.last else { return false }
        return !top.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// A path segment that is the same in URL and DID, and leads to no other folder.
    private static func isSegment(_ text: String) -> Bool {
        guard !text.isEmpty, text != ".", text != "..",
            DIDSyntax.consists(Substring(text).utf8, of: DIDSyntax.isIdentifierCharacter)
        else { return false }
        // An encoded dot, slash or control character would be another path to some servers.
        let lowered = text.lowercased()
        return !["%2e", "%2f", "%5c"].contains { lowered.contains($0) } && !lowered.contains("%0")
            && !lowered.contains("%1") && !lowered.contains("%7f")
    }

    private static func refused(_ url: String, _ reason: String) -> DIDError {
        DIDError(
            .web, "\"\(url)\" can't become a did:web: it \(reason).",
            hint: "Give the https address of a site, such as https://school.example or https://school.example/org.")
    }
}

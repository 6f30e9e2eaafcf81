import BadgeDefinitions
import Cryptography
import Encodings

extension ApplicationReader {
    func evidence(_ root: JSONObject) throws -> [BadgeApplication.Evidence] {
        let path = JSONPath.root.appending("evidence")
        guard let value = root["evidence"] else { return [] }
        guard case .array(let values) = value else { throw wrongType(path, value, "a list in [ ]") }
        guard values.count <= Self.maxEvidence else {
            throw failure(
                .evidenceLimit, path,
                "there are \(values.count) pieces of evidence, and \(Self.maxEvidence) are read",
                hint: "Choose those that show most.")
        }
        var pieces: [BadgeApplication.Evidence] = []
        for (place, value) in values.enumerated() {
            let here = path.appending(place)
            let piece = try piece(value, at: here)
            let isRepeated = piece.source != .none && pieces.contains { $0.source == piece.source }
            guard !isRepeated else {
                throw failure(.evidence, here, "the same piece of evidence stands there twice", hint: "Take one out.")
            }
            pieces.append(piece)
        }
        return pieces
    }

    private func piece(_ value: JSONValue, at path: JSONPath) throws -> BadgeApplication.Evidence {
        guard case .object(let object) = value else { throw wrongType(path, value, "an object in { }") }
        try refuseUnknown(object, at: path, known: ["kind", "name", "url", "digestMultibase", "capturedDate"])
        let word = try text(object, "kind", at: path)
        guard let kind = EvidenceRequirement.Kind.allCases.first(where: { $0.rawValue.hasSameBytes(as: word) }) else {
            let words = EvidenceRequirement.Kind.allCases.map(\.rawValue)
            throw failure(
                .field, path.appending("kind"), "\"kind\" can't be \"\(shown(word))\"",
                hint: NearestName.find(word, among: words).map { "Did you mean \"\($0)\"?" }
                    ?? "It is one of: \(words.joined(separator: ", ")).")
        }
        let name = try optionalText(object, "name", at: path)
        if let name { try checkLength(name, Self.maxName, path.appending("name")) }
        let captured = try optionalText(object, "capturedDate", at: path).map {
            try day($0, at: path.appending("capturedDate"))
        }
        let source = try source(object, kind, at: path)
        guard source != .none || name != nil else {
            throw failure(
                .evidence, path, "a piece of evidence that is neither a link nor a file has no name",
                hint: "Say in \"name\" who saw what.")
        }
        return BadgeApplication.Evidence(kind: kind, name: name, source: source, capturedDate: captured)
    }

    private func source(
        _ object: JSONObject, _ kind: EvidenceRequirement.Kind, at path: JSONPath
    ) throws -> BadgeApplication.Evidence.Source {
        switch (try optionalText(object, "url", at: path), try optionalText(object, "digestMultibase", at: path)) {
        case (_?, _?):
            throw failure(
                .evidence, path, "a piece of evidence has both a url and a digest",
                hint: "Give the url of a link, or the digest of a file.")
        case (let url?, nil): return .url(try webAddress(url, at: path.appending("url")))
        case (nil, let digest?): return .file(sha256: try sha256(digest, at: path.appending("digestMultibase")))
        case (nil, nil):
            guard kind != .link, kind != .document else {
                throw failure(
                    .evidence, path,
                    kind == .link ? "a link has no url" : "a document has neither a url nor a digest",
                    hint: "`passportctl application new --evidence FILE` computes a file's digest.")
            }
            return .none
        }
    }

    private func webAddress(_ text: String, at path: JSONPath) throws -> String {
        let start = text.prefix(8).lowercased()
        guard start.hasPrefix("https://") || start.hasPrefix("http://"), NameForms.isAbsoluteURI(text) else {
            throw failure(
                .evidence, path, "\"url\" isn't a web address", hint: "It begins with https:// and has no spaces.")
        }
        return text
    }

    private func sha256(_ text: String, at path: JSONPath) throws -> [UInt8] {
        guard text.utf8.count < 100, let bytes = try? Multibase.decode(text, expecting: .base64url),
            let (codec, hash) = try? Multicodec.split(bytes), codec == .sha2_256,
            hash.first == UInt8(SHA256.byteCount), hash.count == SHA256.byteCount + 1
        else {
            throw failure(
                .evidence, path, "\"digestMultibase\" isn't a SHA-256 digest that begins with u",
                hint: "`passportctl application new --evidence FILE` computes it.")
        }
        return Array(hash.dropFirst())
    }
}

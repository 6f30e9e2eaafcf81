package import Encodings

/// What the register knows of a version that was published: it may not change any more.
package struct FrozenVersion: Sendable, Hashable {
    package let digest: [UInt8]
    /// The JSON as it was published, when it is at hand; a finding then names what was changed.
    package let json: JSONObject?

    package init(digest: [UInt8], json: JSONObject? = nil) {
        self.digest = digest
        self.json = json
    }

    func check(_ definition: BadgeDefinition, log: FindingLog) {
        check(
            json: definition.json, digest: definition.digest, log: log,
            name: "Version \(definition.version) of \"\(definition.slug)\"", next: definition.version + 1)
    }

    func check(_ pathway: Pathway, log: FindingLog) {
        check(
            json: pathway.json, digest: pathway.digest, log: log,
            name: "Version \(pathway.version) of \"\(pathway.slug)\"", next: pathway.version + 1)
    }

    private func check(json now: JSONObject, digest: [UInt8], log: FindingLog, name: String, next: Int) {
        guard digest != self.digest else { return }
        let changes = json.map { DefinitionDiff.between($0, now).filter(\.isFrozen) } ?? []
        let named = changes.prefix(3).map { "\($0.path)" }.joined(separator: ", ")
        let more = changes.count > 3 ? " and \(changes.count - 3) more" : ""
        log.error(
            .frozen, at: changes.first?.path ?? .root,
            "\(name) is published and can't change any more\(named.isEmpty ? "" : ": \(named)\(more) differs").",
            hint: "Undo the change, or set \"version\" to \(next) and publish that.")
    }
}

/// An address that a page may lead to: https, at a host, with nobody's name in front of it.
package struct WebLink: Sendable, Hashable {
    package let address: String

    package init?(_ text: String) {
        let scheme = "https://"
        guard text.utf8.starts(with: scheme.utf8), NameForms.isAbsoluteURI(text),
            !text.utf8.dropFirst(scheme.utf8.count).prefix(while: { !"/?#".utf8.contains($0) }).contains(
                UInt8(ascii: "@"))
        else { return nil }
        address = text
    }

    /// The page of a skill; ESCO names its skills by `http`, and answers under `https` too.
    package init?(skill: SkillReference) {
        let unsafe = "http://"
        guard skill.scheme == .esco, skill.uri.hasPrefix(unsafe) else {
            self.init(skill.uri)
            return
        }
        self.init("https://\(skill.uri.dropFirst(unsafe.count))")
    }
}

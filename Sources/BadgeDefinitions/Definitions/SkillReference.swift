/// A skill that the badge shows, named by its URI in a published vocabulary.
package struct SkillReference: Sendable, Hashable {
    package enum Scheme: String, Sendable, CaseIterable {
        case esco, entrecomp, lifecomp, digcomp, oph, local
    }

    package let scheme: Scheme
    package let uri: String
    /// What the vocabulary itself calls it; ESCO's English label verbatim.
    package let label: LanguageMap
    /// Our own translation.
    package let localLabel: LanguageMap?

    /// The vocabulary's code: for ESCO, the UUID at the end of the URI.
    package var code: String? {
        guard scheme == .esco, uri.utf8.starts(with: NameForms.escoBase.utf8) else { return nil }
        return String(decoding: uri.utf8.dropFirst(NameForms.escoBase.utf8.count), as: UTF8.self)
    }
}

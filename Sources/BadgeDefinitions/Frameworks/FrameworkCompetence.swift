/// One competence of a framework: `3.4` of EntreComp is working with others.
package struct FrameworkCompetence: Sendable, Hashable {
    package let framework: CompetenceFramework
    package let code: String
    /// The framework's own English name; the Finnish and Swedish names are ours.
    package let name: LanguageMap

    init(_ framework: CompetenceFramework, _ code: String, en: String, fi: String, sv: String) {
        self.framework = framework
        self.code = code
        name = LanguageMap([("en", en), ("fi", fi), ("sv", sv)])
    }
}

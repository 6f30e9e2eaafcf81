/// The six themes of the Finnish national competence badges, and what we call and draw them.
package enum NationalTheme: String, Sendable, CaseIterable {
    case digital, interaction, sustainability, text, numeracy, learning

    /// The slug that stands as a definition's category.
    package var category: String {
        switch self {
        case .digital: "digitaidot"
        case .interaction: "vuorovaikutus-ja-tyohyvinvointi"
        case .sustainability: "kestava-kehitys"
        case .text: "tekstitaidot"
        case .numeracy: "numero-ja-taloustaidot"
        case .learning: "oppimistaidot"
        }
    }

    /// The Finnish word for searching.
    var tag: String {
        switch self {
        case .digital: "digitaidot"
        case .interaction: "vuorovaikutus"
        case .sustainability: "kestävä kehitys"
        case .text: "tekstitaidot"
        case .numeracy: "taloustaidot"
        case .learning: "oppimistaidot"
        }
    }

    /// Beginnings of words in the Finnish and Swedish names of the themes, in the order in which they are looked for:
    /// the theme of learning skills is the only one whose word stands in others' names too.
    private var stems: [String] {
        switch self {
        case .digital: ["digi"]
        case .interaction: ["vuorovaik", "työhyvinv", "hyvinvoin", "interak", "växelverk", "kommunik", "välbefinn"]
        case .sustainability: ["kestäv", "hållbar"]
        case .text: ["teksti", "lukutai", "textf", "texter", "läsfär"]
        case .numeracy: ["numer", "talou", "matema", "raha", "ekonom", "siffer"]
        case .learning: ["oppim", "lärand", "inlärn", "studie"]
        }
    }

    /// The theme that a name of the list's category speaks of; nothing when it is none of the six.
    package init?(name: String) {
        let words = name.lowercased().split { !$0.isLetter }
        let found = Self.allCases.first { theme in
            words.contains { word in theme.stems.contains { word.hasPrefix($0) } }
        }
        guard let found else { return nil }
        self = found
    }
}

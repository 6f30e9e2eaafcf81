import VerifiableCredentials

/// The language of a page: that of the definition's texts, and the one in which the program speaks around them.
struct PageLanguage: Sendable, Hashable {
    /// ISO 639-1; checked where the definition or the settings were read.
    let code: String
    /// English around texts in a language that the program doesn't speak.
    let words: ReportLanguage

    init(_ code: String) {
        self.code = code
        words = ReportLanguage(rawValue: code) ?? .en
    }

    /// What the language calls itself.
    var name: String {
        switch code {
        case "fi": "Suomi"
        case "sv": "Svenska"
        case "en": "English"
        case "ru": "Русский"
        case "et": "Eesti"
        case "se": "Davvisámegiella"
        case "uk": "Українська"
        default: code
        }
    }
}

/// The languages that one thing has pages in.
struct PageLanguages: Sendable, Hashable {
    /// The language of the page that stands in the folder itself.
    let main: PageLanguage
    let all: [PageLanguage]

    init(main: String, all: [String]) {
        self.main = PageLanguage(main)
        self.all = all.map(PageLanguage.init)
    }

    /// The folder of the page in a language, and of the main one when there is no page in that language.
    func folder(_ language: PageLanguage, in folder: String) -> String {
        let found = all.first { $0 == language } ?? all.first { $0.code == language.words.rawValue }
        guard let found, found != main else { return folder }
        return SitePath.join(folder, found.code)
    }
}

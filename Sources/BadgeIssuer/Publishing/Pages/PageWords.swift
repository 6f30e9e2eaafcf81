import BadgeDefinitions
import Encodings
import VerifiableCredentials

/// Numbers, days and lists as people write them in a page's language.
struct PageWords: Sendable {
    let language: ReportLanguage

    subscript(_ text: LocalizedText) -> String { text[language] }

    /// `27`, `0,5`; a point in English.
    func number(_ value: DecimalHundredths) -> String {
        language == .en ? value.description : value.description.replacing(".", with: ",")
    }

    /// `29.9.2026`, in English `29 September 2026`.
    func day(_ day: CalendarDay) -> String {
        language == .en ? "\(day.day) \(Self.englishMonths[day.month - 1]) \(day.year)" : day.finnish
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `1 op`, `0,5 sp`, `2 ECTS`.
    func credits(_ credits: CreditExtent) -> String {
        let unit =
            switch (credits.unit, language) {
            case (.op, .fi): "op"
            case (.op, .sv): "sp"
            case (.op, .en): "ECTS"
            case (.osp, .sv): "kp"
            case (.osp, _): "osp"
            }
        return "\(number(credits.value)) \(unit)"
    }

    /// Whole years where they are, else months.
    func duration(months: Int) -> String {
        let years = months / 12
        return months % 12 == 0
            ? (years == 1 ? PageTexts.oneYear : PageTexts.years).filled(["n": String(years)], in: language)
            : (months == 1 ? PageTexts.oneMonth : PageTexts.months).filled(["n": String(months)], in: language)
    }

    /// `linkki, asiakirja tai havainto`.
    func alternatives(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return "\(words.dropLast().joined(separator: ", ")) \(self[PageTexts.or]) \(last)"
    }

    /// The text for one, or the text for so many.
    func count(_ one: LocalizedText, _ many: LocalizedText, _ number: Int) -> String {
        (number == 1 ? one : many).filled(["n": String(number)], in: language)
    }

    /// A theme by its name; one of the organisation's own by the word it uses.
    func category(_ slug: String) -> String {
        if let name = PageTexts.categories[slug] { return self[name] }
        return slug.prefix(1).uppercased() + slug.dropFirst().replacing("-", with: " ")
    }
}

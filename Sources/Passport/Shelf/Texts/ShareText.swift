import Encodings
package import VerifiableCredentials

/// An entry of the ledger for people: when, for whom, what, until when.
package struct ShareText {
    private let share: ShelfShare
    private let names: [String: String]
    private let language: ReportLanguage

    /// - Parameter names: what things on the shelf are called, by their ids.
    package init(_ share: ShelfShare, names: [String: String], in language: ReportLanguage) {
        self.share = share
        self.names = names
        self.language = language
    }

    package func lines(isShort: Bool) -> [String] {
        let day = LocalizedText.day(share.at, in: language)
        let receiver = share.receiver.map(UTF8Text.shown) ?? Self.nobody[language]
        let head = "\(day)  \(receiver)  \(Self.form(share.form)[language])"
        guard !isShort else { return [head] }
        var facts: [String] = []
        if let purpose = share.purpose { facts.append(Self.purpose.filled(["purpose": purpose], in: language)) }
        if let until = share.until { facts.append(Self.until.filled(["day": until.description], in: language)) }
        if share.showedName { facts.append(Self.name[language]) }
        let things = share.items.map { UTF8Text.shown(names[$0] ?? $0) }
        return [head] + (facts.isEmpty ? [] : ["  \(facts.joined(separator: "; "))"]) + things.map { "  – \($0)" }
            + ["  SHA-256 \(Base16.encode(share.fileDigest))"]
    }

    private static func form(_ form: ShelfShare.Form) -> LocalizedText {
        switch form {
        case .presentation: LocalizedText(en: "a passport", fi: "passi", sv: "ett pass")
        case .page: LocalizedText(en: "a page to print", fi: "tulostettava sivu", sv: "en sida att skriva ut")
        case .pictures: LocalizedText(en: "pictures", fi: "kuvat", sv: "bilder")
        case .elm:
            LocalizedText(en: "a file for Europass", fi: "tiedosto Europassia varten", sv: "en fil för Europass")
        case .proof:
            LocalizedText(
                en: "a proof that the key is yours", fi: "todistus siitä, että avain on sinun",
                sv: "ett bevis på att nyckeln är din")
        }
    }

    private static let nobody = LocalizedText(
        en: "nobody in particular", fi: "ei kenellekään erityisesti", sv: "ingen särskild")
    private static let purpose = LocalizedText(en: "for {purpose}", fi: "tarkoitus: {purpose}", sv: "för {purpose}")
    private static let until = LocalizedText(
        en: "usable until {day}", fi: "käytettävissä {day} asti", sv: "användbart till {day}")
    private static let name = LocalizedText(
        en: "your name was shown", fi: "nimesi näytettiin", sv: "ditt namn visades")
}

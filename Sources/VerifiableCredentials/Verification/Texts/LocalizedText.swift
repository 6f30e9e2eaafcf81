public import Encodings

/// A language that reports are written in.
public enum ReportLanguage: String, Sendable, CaseIterable {
    case en, fi, sv
}

/// One sentence in the three languages, with `{name}` where a value goes. What stands in `[…]` is left out when a
/// value that it names isn't there.
public struct LocalizedText: Sendable, Hashable {
    public let en: String
    public let fi: String
    public let sv: String

    public init(en: String, fi: String, sv: String) {
        self.en = en
        self.fi = fi
        self.sv = sv
    }

    public subscript(_ language: ReportLanguage) -> String {
        switch language {
        case .en: en
        case .fi: fi
        case .sv: sv
        }
    }

    /// The sentence with its values filled in. Values come from strangers: control characters are shown as escapes.
    public func filled(_ values: [String: String], in language: ReportLanguage) -> String {
        let template = self[language]
        guard template.utf8.contains(UInt8(ascii: "{")) else { return template }
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            text += Self.fill(rest[..<open], values, in: language).text
            let part = Self.fill(rest[rest.index(after: open)..<close], values, in: language)
            if part.isComplete { text += part.text }
            rest = rest[rest.index(after: close)...]
        }
        return text + Self.fill(rest, values, in: language).text
    }

    private static func fill(
        _ template: Substring, _ values: [String: String], in language: ReportLanguage
    ) -> (text: String, isComplete: Bool) {
        var text = ""
        var isComplete = true
        var rest = template
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            if values[name] == nil { isComplete = false }
            text += values[name].map { shown($0, as: name, in: language) } ?? "–"
            rest = rest[rest.index(after: close)...]
            // The other two languages are written so that one and many agree.
            if language == .en, values[name] == "1", let noun = counted.first(where: { rest.hasPrefix(" \($0)s") }) {
                text += " \(noun)"
                rest = rest.dropFirst(noun.count + 2)
            }
        }
        return (text + rest, isComplete)
    }

    /// What English counts in our sentences.
    private static let counted = ["day", "file"]

    /// A value as people read it: an instant as the day it is in Helsinki, a word of ours in their language, everything
    /// else as it is.
    private static func shown(_ value: String, as name: String, in language: ReportLanguage) -> String {
        switch name {
        case "check": if let check = Check(rawValue: value) { return check.question[language] }
        case "fetch": if let reason = FetchWords.reasons[value] { return reason[language] }
        case "evidence": if let evidence = evidence[value] { return evidence[language] }
        case "thing": if let thing = EndorsedThing.Kind(rawValue: value) { return thing.words[language] }
        default: break
        }
        if value.utf8.count >= 20, let instant = try? Timestamp(rfc3339: value) { return day(instant, in: language) }
        return UTF8Text.shown(value)
    }

    /// What may show when a signature was made.
    private static let evidence: [String: LocalizedText] = [
        "issuance-list": LocalizedText(
            en: "the issuer's list of what it had signed before",
            fi: "myöntäjän luettelo siitä, mitä se oli jo allekirjoittanut",
            sv: "utfärdarens lista över vad den redan hade signerat"),
        "first-seen": LocalizedText(
            en: "you had seen it before", fi: "olet nähnyt sen jo aiemmin", sv: "du hade sett det tidigare"),
        "rfc3161": LocalizedText(en: "a time stamp", fi: "aikaleima", sv: "en tidsstämpel"),
    ]

    /// `29.9.2026` in Finnish and Swedish, `2026-09-29` in English.
    public static func day(_ instant: Timestamp, in language: ReportLanguage) -> String {
        let day = CalendarDay(of: instant)
        return language == .en ? day.description : day.finnish
    }
}

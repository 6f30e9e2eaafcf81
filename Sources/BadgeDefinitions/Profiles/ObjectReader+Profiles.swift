import Encodings

extension ObjectReader {
    /// A skill's URI; one of ESCO in ESCO's own form.
    func skill(_ name: String) -> String? {
        guard let uri = uri(name) else { return nil }
        guard uri.utf8.starts(with: NameForms.escoBase.utf8), !NameForms.isESCOSkill(uri) else { return uri }
        log.error(
            .uri, at: path(name), "\"\(Quote.text(uri))\" is not the address of a skill of ESCO.",
            hint: "It is \(NameForms.escoBase) and the skill's UUID in lower case; copy it from ESCO's page.")
        return nil
    }

    /// The three digits of a Finnish municipality.
    func municipality(_ name: String) -> String? {
        guard let text = text(name, isRequired: false) else { return nil }
        if text.utf8.count == 3, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return text }
        log.error(
            .field, at: path(name), "\"\(name)\" can't be \"\(Quote.text(text))\".",
            hint: "A municipality is named by its three digits, such as \"272\".")
        return nil
    }
}

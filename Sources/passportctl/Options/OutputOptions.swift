import ArgumentParser
import VerifiableCredentials

/// How a command that answers something answers it.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print JSON Lines, one object per input.")
    var json = false

    @Flag(name: .shortAndLong, help: "Say only what must be said.")
    var quiet = false
}

/// The language that people are answered in.
struct LanguageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Language of the answer: fi, sv or en (default: from the locale).", valueName: "language"))
    var lang: String?

    /// Programs are answered in English unless another language was asked for.
    func language(_ environment: [String: String], forJSON isJSON: Bool) throws -> ReportLanguage {
        isJSON && lang == nil ? .en : try language(environment)
    }

    func language(_ environment: [String: String]) throws -> ReportLanguage {
        if let lang { return try Self.known(lang) }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return ReportLanguage(rawValue: String(locale.prefix(2)).lowercased()) ?? .en
    }

    /// A language that there are texts in, by its code.
    static func known(_ lang: String) throws(UsageError) -> ReportLanguage {
        guard let language = ReportLanguage(rawValue: lang.lowercased()) else {
            throw UsageError(
                .value, "There are no texts in \"\(lang)\".", hint: "Use --lang fi, --lang sv or --lang en.")
        }
        return language
    }
}

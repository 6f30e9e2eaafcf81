import BadgeDefinitions
import Encodings
import VerifiableCredentials

/// How somebody who is shown a badge finds out whether it is genuine, with the files that takes.
struct CheckGuide: Sendable {
    let context: PageContext

    var html: HTML {
        """
        <section aria-labelledby="check">
        <h2 id="check">\(context[PageTexts.howToCheck])</h2>
        <ol>
        <li>\(context[PageTexts.askForFile]) \(context[PageTexts.fileKinds])</li>
        <li>\(context[document == nil ? PageTexts.onceSelf : PageTexts.once])
        <pre><code>\(trustCommand)</code></pre></li>
        <li>\(context[PageTexts.eachTime])
        <pre><code>\(checkCommand)</code></pre>
        \(context[PageTexts.answer])</li>
        </ol>
        <h3 id="files">\(context[PageTexts.files])</h3>
        <ul>
        \(context.site.files.map(file))
        </ul>
        </section>
        """
    }

    /// The keys' file, when the issuer isn't its own key.
    private var document: String? { context.site.files.first { $0 == "did.json" } }

    private var trustCommand: String {
        let keys = document.map { " --did-document \($0)" } ?? ""
        return "passportctl trust add \(context.site.settings.issuer) --name \(context[PageTexts.schoolWord])\(keys)"
    }

    private var checkCommand: String {
        // Saved from this page, a list stands without its folder.
        let lists = context.site.files.filter(isList).compactMap { $0.split(separator: "/").last }
        return (["passportctl verify \(context[PageTexts.badgeFile])"] + lists.map { "--status \($0)" })
            .joined(separator: " ")
    }

    private func isList(_ path: String) -> Bool { path.hasPrefix("status/") }

    private func file(_ path: String) -> HTML {
        let meaning: LocalizedText? =
            switch path {
            case "did.json": PageTexts.keys
            case "issuer.json": PageTexts.profile
            case Workspace.keyHistoryName: PageTexts.keyHistory
            case "checkpoint.json": PageTexts.checkpoint
            case TrustBundlePublisher.fileName: PageTexts.trustBundle
            case _ where isList(path): PageTexts.statusList
            default: nil
            }
        let note: HTML? = meaning.map { ": \(context[$0])" }
        return "<li><a href=\"\(context.link(to: path))\">\(path)</a>\(note)</li>"
    }
}

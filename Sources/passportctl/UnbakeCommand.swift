import ArgumentParser
import Encodings
import OpenBadges
import Passport

/// Takes a badge out of a picture.
struct UnbakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unbake",
        abstract: "Take a badge out of a PNG or SVG.",
        discussion: """
            The badge comes out as it was put in, and is not checked; `passportctl verify` checks a picture as it is.

            Example: passportctl unbake anna.png -o anna.json
            """)

    @Argument(help: "The picture, PNG or SVG; - for standard input.")
    var image: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The badge's file (default: standard output).", valueName: "file"))
    var output: String?

    @Flag(help: "Replace a file of that name.")
    var force = false

    @Flag(name: .shortAndLong, help: "Say only what must be said.")
    var quiet = false

    func run() throws {
        try UsageError.refuseEmpty(output, "--output")
        let destination = try PictureDestination(output ?? "-", force: force)
        let name = PictureDestination.quoted(image)
        let bytes =
            image == "-"
            ? try InputFile.readStandardInput(limit: PictureContent.maxBytes)
            : try InputFile.read(image, limit: PictureContent.maxBytes)
        switch try PictureContent.read(bytes, named: name) {
        case .credential(let badge):
            try destination.write(badge)
            if let output, !destination.isStandardOutput, !quiet { Terminal.note("Written to \"\(output)\".") }
        case .noBadge:
            throw BakingError(
                .noBadge, "There is no badge in the picture \(name).",
                hint: "A screenshot or a printed picture carries none; ask for the badge's own file.")
        case .openBadges2:
            throw BakingError(
                .openBadges2, "The badge in the picture \(name) is an Open Badge 2.0 or older.",
                hint: "Ask the issuer to award it anew as an Open Badge 3.0.")
        case .notPicture:
            throw BakingError(
                .notPicture, "The file \(name) is neither a PNG nor an SVG.",
                hint: "Give the picture as the issuer sent it; a screenshot or a converted one carries no badge.")
        }
    }
}

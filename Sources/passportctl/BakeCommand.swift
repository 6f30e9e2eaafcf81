import ArgumentParser
import Encodings
import OpenBadges
import Passport

/// Puts a badge into a picture.
struct BakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bake",
        abstract: "Put a badge into a PNG or SVG.",
        discussion: """
            The badge itself stays as it is: `unbake` gives it back byte for byte, and `verify` reads the picture.

            Example: passportctl bake tiimityo.png anna.json -o anna.png
            """)

    @Argument(help: "The picture, PNG or SVG.")
    var image: String

    @Argument(help: "The badge, JSON or a JWT; - for standard input.")
    var credential: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The picture with the badge; - for standard output.", valueName: "file")
    )
    var output: String

    @Flag(help: "Replace a badge in the picture, and a file of the output's name.")
    var force = false

    @OptionGroup var answer: OutputOptions

    func run() throws {
        try UsageError.refuseEmpty(output, "--output")
        let destination = try PictureDestination(output, force: force)
        let picture = try BadgePicture(
            try InputFile.read(image, limit: PictureContent.maxBytes), named: PictureDestination.quoted(image),
            replacing: force)
        try destination.checkName(picture.format)
        let badge =
            credential == "-"
            ? try InputFile.readStandardInput(limit: JSONLimits.document.maxBytes)
            : try InputFile.read(credential, limit: JSONLimits.document.maxBytes)
        try destination.write(try picture.baked(with: badge, named: PictureDestination.quoted(credential)))
        guard !destination.isStandardOutput else { return }
        if answer.json {
            Terminal.result(
                bytes: JSONWriter.compact(
                    .object([
                        "format": "passport.bake/1", "file": .string(output), "picture": .string(picture.format.suffix),
                    ])) + [0x0A])
        } else if !answer.quiet {
            Terminal.note("Written to \"\(output)\".")
        }
    }
}

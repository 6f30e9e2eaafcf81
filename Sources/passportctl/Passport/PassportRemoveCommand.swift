import ArgumentParser
import Encodings
import Passport

/// Takes things off the learner's shelf.
struct PassportRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take badges off your shelf, for good.",
        discussion: """
            What was handed to others stays with them. Keep the badge's own file, or a
            backup, if you may want it again.

            Example: passportctl passport remove 3
            """)

    @Argument(help: "Its number, its id, or the first eight characters of the id.")
    var items: [String]

    @Flag(help: "Don't ask.")
    var yes = false

    @OptionGroup var shelfOptions: ShelfOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let shelf = try shelfOptions.open(Environment.current)
        let all = try shelf.items()
        var chosen: [ShelfItem] = []
        for reference in items {
            let item = try all.item(reference)
            if !chosen.contains(where: { $0.number == item.number }) { chosen.append(item) }
        }
        if !yes {
            let names = chosen.map { "\($0.number) \"\(UTF8Text.shown($0.name))\"" }.joined(separator: ", ")
            try Confirmation.ask("This takes \(names) off your shelf for good.")
        }
        try shelf.remove(chosen.map(\.number))
        for item in chosen {
            if output.json {
                let object: JSONObject = [
                    "format": "passport.shelf-removal/1", "number": .number(JSONNumber(item.number)),
                    "id": item.id.isEmpty ? .null : .string(item.id),
                ]
                Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
            } else if !output.quiet {
                Terminal.result("\(item.number)  \(UTF8Text.shown(item.name)): taken off your shelf.")
            }
        }
    }
}

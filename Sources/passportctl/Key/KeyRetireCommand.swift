import ArgumentParser
import BadgeIssuer

/// Has a key sign no more.
struct KeyRetireCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: "Have a key sign no more; what it signed stays good.",
        discussion: "Example: passportctl key retire rsa-1")

    @Argument(help: "The key, such as rsa-1.")
    var key: String

    @OptionGroup var options: KeyChangeOptions

    func run() throws { try options.run { try $0.retire(key) } }
}

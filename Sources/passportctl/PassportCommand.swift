import ArgumentParser

@main
struct PassportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "passportctl")
}

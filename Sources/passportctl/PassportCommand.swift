import ArgumentParser
import Cryptography
import Encodings
import Glibc

/// The program: a digital work-life passport on the command line.
struct PassportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passportctl",
        abstract: "Award, keep and check Open Badges 3.0, without a network.",
        discussion: """
            A teacher:
              passportctl award tiimityo --to anna@example.org --evidence report.pdf
            An employer:
              passportctl verify anna.json --recipient anna@example.org
            By which meanings this program reads badges:
              passportctl --version --verbose
            """,
        version: Version.text,
        subcommands: [
            InitCommand.self, DefinitionCommand.self, AwardCommand.self, ApplicationCommand.self, RevokeCommand.self,
            SuspendCommand.self, ReinstateCommand.self, RegisterCommand.self, PublishCommand.self, KeyCommand.self,
            PathwayCommand.self, TrustCommand.self,
            VerifyCommand.self, DoctorCommand.self, ShelfCommand.self, RecogniseCommand.self, MatchCommand.self,
            BakeCommand.self, UnbakeCommand.self,
        ])
}

@main
enum Program {
    static func main() {
        // A reader that closes the pipe is told by write's result, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        // A limit on the size of files, too, shall end in words.
        signal(SIGXFSZ, SIG_IGN)
        LibCrypto.startWithoutConfiguration()
        if Version.asksForDetails(CommandLine.arguments.dropFirst()) { return Terminal.result(Version.details) }
        do {
            var command = try PassportCommand.parseAsRoot()
            try command.run()
        } catch let error as any CodedError {
            Terminal.report(error)
            exit(ExitStatus(code: error.codeText).rawValue)
        } catch let status as ExitStatus {
            exit(status.rawValue)
        } catch {
            if PassportCommand.exitCode(for: error).isSuccess { PassportCommand.exit(withError: error) }
            let answer: any CodedError = CommandLineAnswer.usageError(error) ?? ProgramError(error)
            Terminal.report(answer)
            exit(ExitStatus(code: answer.codeText).rawValue)
        }
    }
}

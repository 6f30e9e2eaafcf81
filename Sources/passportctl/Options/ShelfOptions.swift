import ArgumentParser
import Passport

/// Which shelf is meant.
struct ShelfOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The shelf (default: $PASSPORT_SHELF, then ~/.local/share/passport/shelf.sqlite).", valueName: "file"))
    var shelf: String?

    /// Where the shelf is, or a new one goes.
    func path(_ environment: [String: String]) throws -> String {
        try UsageError.refuseEmpty(shelf, "--shelf")
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let path = shelf ?? value(Shelf.variable) { return path }
        guard let home = value("HOME") else {
            throw UsageError(
                .missing, "There is no home folder for a shelf.", hint: "Say with --shelf where yours is.")
        }
        return "\(home)/.local/share/passport/shelf.sqlite"
    }

    /// - Parameter readOnly: for commands that only look.
    func open(_ environment: [String: String], readOnly: Bool = false) throws -> Shelf {
        try Shelf.open(at: path(environment), readOnly: readOnly)
    }
}

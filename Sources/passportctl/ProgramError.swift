import Encodings

/// A fault of the program itself: something failed in a way that nobody foresaw.
struct ProgramError: CodedError, Hashable {
    enum Code: String, Sendable, CaseIterable {
        /// Something failed in a way that the program doesn't know.
        case fault = "program.fault"
    }

    let code: Code
    let cause: String?

    /// - Parameter error: only its type is told; what it says could hold names from a register.
    init(_ error: any Error) {
        code = .fault
        cause = "\(type(of: error))"
    }

    var message: String { "Something failed that should not: \(cause ?? "nobody knows what")." }
    var hint: String? {
        "This is a mistake in passportctl; please report it with the command and `passportctl --version`."
    }
    var codeText: String { code.rawValue }
    static func == (left: ProgramError, right: ProgramError) -> Bool { left.code == right.code }
    func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

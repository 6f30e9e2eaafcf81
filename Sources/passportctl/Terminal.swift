import Encodings
import Glibc
import Passport

/// Results go to standard output, messages to standard error, each in the same shape everywhere.
enum Terminal {
    /// One line of the result.
    static func result(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

    static func result(bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    static func note(_ sentence: String) { message("", sentence) }
    static func warning(_ sentence: String) { message("warning: ", sentence) }
    static func hint(_ sentence: String) { message("hint: ", sentence) }
    static func error(_ sentence: String) { message("error: ", sentence) }

    /// An error with its code and its way out.
    static func report(_ error: any CodedError) {
        if let hint = error.hint {
            Self.error(error.message)
            Self.hint("\(hint) (\(error.codeText))")
        } else {
            Self.error("\(error.message) (\(error.codeText))")
        }
    }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// A message may carry a name from a stranger's file; what would paint the terminal is shown as an escape.
    private static func message(_ kind: String, _ sentence: String) {
        let safe = sentence.split(separator: "\n", omittingEmptySubsequences: false)
            .map { UTF8Text.escapedForTerminal(String($0)) }.joined(separator: "\n  ")
        write("passportctl: \(kind)\(safe)\n", to: STDERR_FILENO)
    }

    /// Part of a line that will be drawn over; only for a terminal.
    static func draw(_ text: String) { write(text, to: STDERR_FILENO) }

    private static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
            }
            if written < 0 {
                if errno == EINTR { continue }
                // A reader that has gone (`| head`) needs no more; anything else the result must not survive.
                if errno == EPIPE {
                    // Messages that nobody reads keep no work from being done, and no failure from being one.
                    if descriptor == STDERR_FILENO { return }
                    exit(ExitStatus.done.rawValue)
                }
                fail(errno, on: descriptor)
            }
            offset += written
        }
    }

    /// Ends the program, with a word about it where words still arrive.
    private static func fail(_ number: Int32, on descriptor: Int32) -> Never {
        if descriptor == STDOUT_FILENO {
            let reason = String(cString: strerror(number))
            let want = DiskRoom.want(number)
            let error = ReceiverError(
                want == nil ? .unwritable : .noSpace, "The answer can't be written: \(want ?? reason).",
                hint: want == nil ? "Send it elsewhere." : DiskRoom.hint, cause: reason)
            report(error)
        }
        exit(ExitStatus.inputOutput.rawValue)
    }
}

import Dispatch
import Encodings
import Foundation
import Synchronization
import TestSupport

/// Python packages by other hands, in a virtual environment of their own.
///
/// The environment is made once, as `.venv-interop` beside Package.swift, from `Peers/requirements.txt`; a marker file
/// with those pins tells a finished one. It needs a package registry that one time: without one the tests are reported
/// as skipped, and the run ends with a notice. `PASSPORT_INTEROP=0` skips them too.
enum Peers {
    /// The variable that, set to `0`, leaves the peers out.
    static let variable = "PASSPORT_INTEROP"

    private static let scripts = "\(PackageRoot.path)/Tests/InteropTests/Peers"
    private static let environment = "\(PackageRoot.path)/.venv-interop"
    private static var python: String { "\(environment)/bin/python" }

    /// Installing has to fetch and unpack some 20 MB.
    private static let installSeconds = 300
    private static let scriptSeconds = 300

    /// Why there are no peers, or nothing when they are installed. Asking the first time installs them.
    static let missing: String? = {
        guard ProcessInfo.processInfo.environment[variable] != "0" else { return "\(variable) is 0" }
        do {
            try install()
            return nil
        } catch {
            return "\(error)"
        }
    }()

    private static func install() throws {
        let pins = try String(contentsOfFile: "\(scripts)/requirements.txt", encoding: .utf8)
        let marker = "\(environment)/installed"
        if (try? String(contentsOfFile: marker, encoding: .utf8)) == pins { return }
        try expectSuccess(
            of: "/usr/bin/env", ["python3", "-m", "venv", "--clear", environment], seconds: installSeconds)
        try expectSuccess(
            of: python,
            [
                "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--retries", "1",
                "--timeout", "20", "-r", "\(scripts)/requirements.txt",
            ], seconds: installSeconds)
        try pins.write(toFile: marker, atomically: true, encoding: .utf8)
    }

    private static func expectSuccess(of program: String, _ arguments: [String], seconds: Int) throws {
        let run = try ChildProcess.run(program, arguments, seconds: seconds)
        guard run.status == 0 else {
            let last = run.stderr.split(separator: "\n").last.map(String.init) ?? "no word why"
            throw Failure(description: "\(arguments.prefix(3).joined(separator: " ")): \(last)")
        }
    }

    /// What a script answers to a request, both JSON.
    static func ask(_ script: String, _ request: JSONObject) throws -> JSONValue {
        let run = try ChildProcess.run(
            python, ["\(scripts)/\(script).py"], stdin: JSONWriter.compact(.object(request)), seconds: scriptSeconds,
            environment: ["PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"])
        guard run.status == 0 else { throw Failure(description: "\(script).py failed: \(run.stderr)") }
        return try TestJSON.parse(Array(run.stdout.utf8))
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    // MARK: The notice

    private static let skipped = Mutex(0)

    /// Counts a test that had to be left out; the first one arranges for the notice at the end of the run.
    static func noteSkipped() {
        let isFirst = skipped.withLock { count in
            count += 1
            return count == 1
        }
        if isFirst { atexit { Peers.writeNotice() } }
    }

    private static func writeNotice() {
        let text = """

            *** NO PEERS: \(skipped.withLock { $0 }) interoperability tests were SKIPPED (\(missing ?? "")).
            *** They need python3 with venv and, once, a package registry.


            """
        FileHandle.standardError.write(Data(text.utf8))
    }
}

import Encodings
import TestSupport

/// The program as a receiver has it: a trust list, and `verify`.
struct Receiver {
    let folder: ScratchFolder
    var trustList: String { folder.path(of: "trust.json") }

    init() throws { folder = try ScratchFolder() }

    /// Pins the keys of that DID document, or of the DID itself.
    func trust(_ did: String, document: String? = nil) throws {
        try IssuedBadges.run(
            ["trust", "add", did, "--name", "Peer", "--trust", trustList]
                + (document.map { ["--did-document", $0] } ?? []),
            in: folder)
    }

    /// The reports on those files, in their order.
    func reports(on files: [String], _ options: [String] = []) throws -> [Report] {
        let run = try BuiltProgram.run(
            ["verify", "--json", "--trust", trustList] + options + files, in: folder)
        let lines = try run.stdout.split(separator: "\n").map { try JSONParser.parse(Array($0.utf8)) }
        guard lines.count == files.count else {
            throw Peers.Failure(description: "\(lines.count) reports on \(files.count) files: \(run.stderr)")
        }
        return lines.map { Report(json: $0, status: run.status) }
    }

    func report(on file: String, _ options: [String] = []) throws -> Report {
        try reports(on: [file], options)[0]
    }

    struct Report: CustomStringConvertible {
        let json: JSONValue
        /// The exit status of the run.
        let status: Int32

        var verdict: String? { json["verdict"]?.stringValue }
        var name: String? { json["credential"]?["name"]?.stringValue }

        /// The code of that check.
        func code(_ check: String) -> String? {
            json["checks"]?.arrayValue?.first { $0["check"]?.stringValue == check }?["code"]?.stringValue
        }

        var description: String { String(decoding: JSONWriter.compact(json), as: UTF8.self) }
    }
}

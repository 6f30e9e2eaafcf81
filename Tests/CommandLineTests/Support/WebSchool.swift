import Encodings
import Foundation
import TestSupport
import Testing

/// A school whose site stands on a server of this machine, and an employer who may ask it.
struct WebSchool {
    let server: WebServer
    let desk: Desk
    let issuer: String

    /// - Parameter server: its own, or one that others use, too.
    init(_ server: WebServer? = nil) throws {
        let server = try server ?? WebServer()
        self.server = server
        desk = try Desk()
        let path = "s\(UInt32.random(in: 0 ... .max))"
        issuer = "did:web:localhost%3A\(server.port()):\(path)"
        let school = desk
        try Self.done(
            school.run(
                "init", "school", "--name", "Koulu", "--url", server.url("/\(path)"), "--samples", "--no-passphrase"))
        try award("anna")
        try publish()
        try Self.done(school.run("trust", "init", "--trust", "trust.json"))
        try Self.done(
            school.run(
                "trust", "add", issuer, "--name", "Koulu", "--did-document", "site/did.json", "--trust", "trust.json"))
    }

    var path: String { "/" + (issuer.split(separator: ":").last ?? "") }
    var listPath: String { "\(path)/status/1.json" }

    func award(_ name: String) throws {
        try Self.done(
            desk.run(
                "award", "tiimityo", "--to", "\(name)@example.org", "--evidence", School.evidence, "-o", "\(name).json",
                environment: ["PASSPORT_WORKSPACE": "school"]))
    }

    func publish() throws {
        try Self.done(desk.run("publish", "-o", "site", "-q", environment: ["PASSPORT_WORKSPACE": "school"]))
        try server.publish(desk.folder.path(of: "site"), as: String(path.dropFirst()))
    }

    func revoke(_ name: String) throws {
        let badge = try JSONParser.parse(try desk.folder.read("\(name).json"))
        let id = try #require(badge["id"]?.stringValue)
        try Self.done(
            desk.run("revoke", id, "--reason", "error", environment: ["PASSPORT_WORKSPACE": "school"]))
    }

    private static func done(_ run: Run) throws {
        guard run.status == 0 else { throw Failed(run.stderr) }
    }

    /// Options by which this machine's own server may be asked.
    var online: [String] { ["--online", "--allow-private", "--ca-file", server.authority] }

    func verify(
        _ more: [String], trust: String? = "trust.json", file: String = "anna.json", through wrapper: [String] = [],
        environment: [String: String] = [:]
    ) throws -> Run {
        try desk.run(
            ["verify", file] + (trust.map { ["--trust", $0] } ?? []) + more, through: wrapper, environment: environment)
    }

    func check(_ check: String, in run: Run) throws -> JSONValue? {
        try run.objects().first?["checks"]?.arrayValue?.first { $0["check"]?.stringValue == check }
    }

    /// Paths that were asked for of this school since then.
    func asked(after count: Int = 0) throws -> [String] {
        try server.requests().dropFirst(count).map(\.path).filter { $0.hasPrefix(path) }.map {
            String($0.dropFirst(path.count))
        }
    }
}

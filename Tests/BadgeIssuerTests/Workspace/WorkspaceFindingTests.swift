import BadgeDefinitions
import BadgeIssuer
import Foundation
import TestSupport
import Testing

@Suite("Finding the workspace")
struct WorkspaceFindingTests {
    let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        for name in ["a", "b", "c"] {
            try scratch.write(
                "\(name)/workspace.json",
                #"{"format":"passport.workspace/1","name":{"fi":"\#(name)"},"url":"https://\#(name).example","#
                    + #""issuer":"did:web:\#(name).example","languages":["fi"]}"#)
        }
        try scratch.write("c/inner/deep/x", "")
        try scratch.write("broken/workspace.json", "{")
        try scratch.write("c/broken/workspace.json", "{")
    }

    private func find(_ explicit: String?, _ variable: String?, from folder: String) throws -> String? {
        let environment = variable.map { [Workspace.variable: $0] } ?? [:]
        return try Workspace.find(explicit: explicit, environment: environment, from: scratch.path(of: folder))
            .settings.name["fi"]
    }

    @Test("the one named comes before the variable's, and that before the folder's")
    func order() throws {
        #expect(try find(scratch.path(of: "a"), scratch.path(of: "b"), from: "c") == "a")
        #expect(try find(nil, scratch.path(of: "b"), from: "c") == "b")
        #expect(try find(nil, "", from: "c") == "c")
        #expect(try find("../a/", nil, from: "c") == "a")
    }

    @Test("it is looked for upward")
    func upward() throws {
        #expect(try find(nil, nil, from: "c/inner/deep") == "c")
    }

    @Test("where there is none, or the one named isn't one, that is said", arguments: ["named", "variable", "none"])
    func missing(_ how: String) throws {
        let empty = try ScratchFolder()
        let named = how == "named" ? empty.path : nil
        let variable = how == "variable" ? "\(empty.path)/no" : nil
        let error = try #require(throws: WorkspaceError.self) {
            try Workspace.find(
                explicit: named, environment: variable.map { [Workspace.variable: $0] } ?? [:],
                from: how == "none" ? empty.path : scratch.path(of: "c"))
        }
        #expect(error.code == .missing)
    }

    @Test("a broken one isn't passed over for one further up")
    func broken() throws {
        #expect(throws: WorkspaceError(.settings, "")) { try find(nil, nil, from: "c/broken") }
        #expect(throws: WorkspaceError(.settings, "")) { try find(scratch.path(of: "broken"), nil, from: "c") }
    }

    @Test("samples are found by the variable, beside the program, and in the source tree it was built in")
    func samples() throws {
        for name in ["own", "usr/share/passport/badge-definitions", "tree/badge-definitions", "home/badge-definitions"]
        {
            try scratch.write("\(name)/x.json", "{}")
        }
        try scratch.write("tree/Package.swift", "")
        func locate(_ program: String, _ variable: String? = nil) throws -> String {
            let environment = variable.map { [SampleSet.variable: $0] } ?? [:]
            return try SampleSet.locate(environment: environment, executablePath: scratch.path(of: program)).folder
        }
        let own = scratch.path(of: "own")
        #expect(try locate("tree/.build/debug/passportctl", own) == own)
        #expect(try locate("usr/bin/passportctl") == scratch.path(of: "usr/share/passport/badge-definitions"))
        let tree = scratch.path(of: "tree/badge-definitions")
        #expect(try locate("tree/.build/x86_64-unknown-linux-gnu/debug/passportctl") == tree)
        // A folder of that name that is a user's own.
        #expect(throws: WorkspaceError(.samplesMissing, "")) { try locate("home/bin/passportctl") }
        #expect(throws: WorkspaceError(.samplesMissing, "")) { try locate("tree/.build/debug/passportctl", "/no/such") }
    }
}

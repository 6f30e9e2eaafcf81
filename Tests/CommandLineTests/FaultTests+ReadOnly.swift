import Foundation
import TestSupport
import Testing

extension FaultTests {
    /// Commands that write, with what they answer where they may not.
    private static let writing: [(command: [String], status: Int32, code: String)] = [
        (["award", "tiimityo", "--csv", "class.csv", "-o", "badges"], 77, "register.read-only"),
        (["publish", "-o", "site"], 77, "register.read-only"),
        (["revoke", "deadbeef", "--reason", "error"], 77, "register.read-only"),
    ]

    @Test(
        "in a workspace on a write-protected disk nothing is written, and the message says whose turn it is",
        .enabled(if: Sandbox.isAvailable, Sandbox.reason))
    func protectedWorkspace() throws {
        let award = try AwardedClass(size: 3)
        let before = try award.school.contents()
        for (command, status, code) in Self.writing {
            let run = try Sandbox.run(
                """
                mount --bind school school && mount -o remount,bind,ro school
                "$passportctl" \(command.joined(separator: " "))
                """, beside: award.school.folder)
            run.expectRefusal(status, code, naming: "register.sqlite")
        }
        #expect(try award.school.contents() == before)
        #expect(try award.run().status == 0)
        #expect(try award.gaps() == [])
    }

    @Test(
        "badges for a write-protected folder are refused before they are recorded",
        .enabled(if: Sandbox.isAvailable, Sandbox.reason))
    func protectedOutput() throws {
        let award = try AwardedClass(size: 3)
        try FileManager.default.createDirectory(
            atPath: award.school.folder.path(of: "badges"), withIntermediateDirectories: false)
        let protect = "mount --bind badges badges && mount -o remount,bind,ro badges\n"
        for command in [award.command, ["publish", "-o", "badges"]] {
            let run = try Sandbox.run(
                protect + "\"$passportctl\" \(command.joined(separator: " "))", beside: award.school.folder)
            run.expectRefusal(73, "file.unwritable", naming: "badges")
        }
        #expect(try award.school.run("register", "list").stdout.isEmpty)
        #expect(try award.run().status == 0)
        #expect(try award.gaps() == [])
    }

    @Test(
        "a folder without the right to write in it is refused before anything is recorded",
        .enabled(if: geteuid() != 0, "Rights don't bind root."))
    func noRight() throws {
        let award = try AwardedClass(size: 3)
        let folder = award.school.folder.path(of: "badges")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        #expect(chmod(folder, 0o500) == 0)
        defer { chmod(folder, 0o700) }
        try award.run().expectRefusal(73, "file.unwritable", naming: "badges")
        #expect(try award.school.run("register", "list").stdout.isEmpty)
    }

    @Test("a file in the folder's place, and a place in no folder, are refused before anything is recorded")
    func noFolder() throws {
        let award = try AwardedClass(size: 3)
        try award.school.folder.write("badges", "a file")
        try award.run().expectRefusal(65, "file.wrong-kind", naming: "badges")
        try award.school.run("award", "tiimityo", "--csv", "class.csv", "-o", "no/such/badges")
            .expectRefusal(73, "file.unwritable", naming: "no/such/badges")
        try award.school.run("publish", "-o", "badges").expectRefusal(65, "file.wrong-kind", naming: "badges")
        try award.school.run("publish", "-o", "no/such/site").expectRefusal(66, "file.missing", naming: "no/such")
        #expect(try award.school.run("register", "list").stdout.isEmpty)
        #expect(try award.school.folder.text("badges") == "a file")
    }
}

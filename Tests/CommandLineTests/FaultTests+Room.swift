import Encodings
import Foundation
import TestSupport
import Testing

extension FaultTests {
    /// Runs the program where no file may grow beyond that many blocks of 512 or 1024 bytes, as the shell counts.
    private static func limited(to blocks: Int) -> [String] {
        ["/bin/sh", "-c", "ulimit -f \(blocks) && exec \"$@\"", "sh"]
    }

    private func expectNoRoom(
        _ run: Run, _ code: String, naming name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        run.expectRefusal(74, code, naming: name, "same command again", sourceLocation: sourceLocation)
        #expect(run.stderr.contains("nothing was lost"), "\(run.stderr)", sourceLocation: sourceLocation)
    }

    @Test("a register that can't grow says so, has nothing of the class, and the same again completes it")
    func registerCannotGrow() throws {
        let award = try AwardedClass(size: 300)
        expectNoRoom(try award.run(through: Self.limited(to: 800)), "register.disk-full", naming: "register.sqlite")
        #expect(try award.flaws() == [])
        #expect(award.visibleFiles == [])
        let again = try award.run()
        #expect(again.status == 0, "\(again.stderr)")
        #expect(try award.gaps() == [])
    }

    @Test("a badge whose file finds no room is recorded once, and its file is written by the same command")
    func badgeCannotBeWritten() throws {
        let school = try School()
        // A picture with the badge in it is larger than everything else that is written.
        try school.changeDefinition("tiimityo.json", "\"version\": 1,", "\"version\": 2,")
        let comment = String(repeating: "x", count: 200_000)
        try school.changeDefinition("tiimityo.svg", "</svg>", "<!-- \(comment) --></svg>")
        let command = [
            "award", "tiimityo", "--to", "anna@example.org", "--evidence", School.evidence, "-o", "badges", "--bake",
            "svg",
        ]
        let desk = Desk(school.folder)
        try FileManager.default.createDirectory(
            atPath: school.folder.path(of: "badges"), withIntermediateDirectories: false)
        let first = try desk.run(command, environment: AwardedClass.environment)
        #expect(first.status == 0, "\(first.stderr)")
        let file = try #require(school.folder.files().first { $0.hasPrefix("badges/") })
        let bytes = try school.folder.read(file)
        try #require(bytes.count > 200_000)
        try FileManager.default.removeItem(atPath: school.folder.path(of: file))

        let short = try desk.run(command, through: Self.limited(to: 160), environment: AwardedClass.environment)
        expectNoRoom(short, "file.no-space", naming: file)
        #expect(try FileManager.default.contentsOfDirectory(atPath: school.folder.path(of: "badges")) == [])
        let again = try desk.run(command, environment: AwardedClass.environment)
        #expect(again.answer == first.answer)
        #expect(try school.folder.read(file) == bytes)
    }

    @Test("an answer that finds no room is not passed over in silence")
    func answerCannotBeWritten() throws {
        let school = try School()
        try school.award(to: "anna@example.org")
        let full = ["/bin/sh", "-c", "exec \"$@\" >/dev/full", "sh"]
        for command in [["register", "list"], ["definition", "list", "--json"], ["--version"]] {
            let run = try Desk(school.folder).run(command, through: full, environment: AwardedClass.environment)
            if command == ["--version"] {
                // The argument parser's own writing.
                #expect(run.stdout.isEmpty)
            } else {
                expectNoRoom(run, "file.no-space", naming: "answer")
            }
        }
    }

    @Test("a reader of the messages that has gone hides no failure and stops no work")
    func messagesNobodyReads() throws {
        let school = try School()
        let gone = [
            "/bin/sh", "-c", "{ sleep 0.3; \"$@\"; printf '%s' $? >status; } 2>&1 >/dev/null | :; exec sleep 0", "sh",
        ]
        func status(_ command: [String]) throws -> String {
            _ = try Desk(school.folder).run(command, through: gone, environment: AwardedClass.environment)
            return String(decoding: try school.folder.read("status"), as: UTF8.self)
        }
        #expect(try status(["verify", "missing.json"]) == "66")
        #expect(try status(["passport", "create", "--no-passphrase", "--shelf", "shelf.sqlite"]) == "0")
        #expect(try school.folder.read("shelf.sqlite").count > 0)
        #expect(try status(["passport", "create", "--no-passphrase", "--shelf", "shelf.sqlite"]) == "73")
    }

    /// Runs the steps in a folder `disk` with that much room in kilobytes, then with plenty, then brings all home.
    ///
    /// - Returns: the status and the messages of each step, first with little room, then with plenty.
    private func onFullDisk(
        room: Int, _ award: AwardedClass, _ steps: [String]
    ) throws -> [(status: Int32, stderr: String)] {
        let lines = steps.map { "step \($0)" }.joined(separator: "\n")
        let script = """
            set -e
            mkdir disk messages
            mount -t tmpfs -o size=64m none disk
            cp -R school class.csv disk/
            cd disk
            mount -o remount,size=$(($(du -sk . | cut -f1) + \(room)))k .
            number=0
            step() {
                number=$((number + 1)) status=0
                "$passportctl" "$@" >../messages/out 2>../messages/err || status=$?
                printf '%s %s\\036' "$status" "$(cat ../messages/err)"
            }
            \(lines)
            find . -name '.*.part' >&2
            mount -o remount,size=64m .
            \(lines)
            cp -R school badges site ../
            """
        let run = try Sandbox.run(script, beside: award.school.folder)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr.isEmpty, "a failed run leaves no draft behind")
        return try run.stdout.split(separator: "\u{1E}").map { step in
            let status = try #require(step.prefixMatch(of: /\d+/))
            return (Int32(status.0) ?? -1, String(step[status.range.upperBound...]))
        }
    }

    @Test(
        "on a full disk nothing is half-written, and with room the same commands complete",
        .enabled(if: Sandbox.isAvailable, Sandbox.reason), arguments: [40, 400, 2500])
    func fullDisk(room: Int) throws {
        let award = try AwardedClass(size: 120)
        let steps = try onFullDisk(
            room: room, award, [award.command.joined(separator: " "), "publish -o site -q", "register check -q"])
        try #require(steps.count == 6)
        // How far the first run came depends on the room; that it ended in the right words doesn't.
        let codes = try #require(steps[0].stderr.wholeMatch(of: /(?s).*error: (.*)\n.*\(([a-z.-]+)\)/))
        #expect(["register.disk-full", "file.no-space"].contains(codes.2))
        #expect(codes.1.contains("register.sqlite") || codes.1.contains("badges/"), "\(codes.1)")
        #expect(codes.1.hasSuffix("the disk is full."))
        #expect(steps[0].stderr.contains("run the same command again; nothing was lost"))
        #expect(steps[0].status == 74 && [0, 74].contains(steps[1].status), "\(steps[1].stderr)")
        #expect(steps[3...].map(\.status) == [0, 0, 0], "\(steps[3...].map(\.stderr))")
        #expect(try award.gaps() == [])
        #expect(award.school.folder.exists("site/status/1.json"))
    }

    @Test(
        "a class whose folder is on a full disk is recorded once, and its files are written by the same command",
        .enabled(if: Sandbox.isAvailable, Sandbox.reason))
    func fullOutput() throws {
        let award = try AwardedClass(size: 120)
        let command = award.command.joined(separator: " ")
        let script = """
            mkdir badges kept
            mount -t tmpfs -o size=300k none badges
            "$passportctl" \(command); echo $?
            cp -R badges/. kept/
            mount -o remount,size=64m badges
            "$passportctl" \(command); echo $?
            "$passportctl" \(command); echo $?
            cp -R badges/. kept/ && umount badges && rmdir badges && mv kept badges
            """
        let run = try Sandbox.run(script, beside: award.school.folder)
        #expect(run.stdout == "74\n0\n0\n", "\(run.stderr)")
        #expect(run.stderr.contains(/error: "badges\/tiimityo-[0-9a-f]{8}\.json" can't be written: the disk is full\./))
        #expect(run.stderr.contains("nothing was lost. Awards already recorded are not given twice"))
        #expect(run.stderr.contains("(file.no-space)"))
        #expect(try award.gaps() == [])
    }
}

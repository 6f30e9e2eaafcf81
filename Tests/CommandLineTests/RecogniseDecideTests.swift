import Encodings
import Glibc
import TestSupport
import Testing

/// The officer's decision: signed, kept, challenged, taken back.
@Suite("passportctl recognise decide")
struct RecogniseDecideTests {
    /// Checks a decision as somebody who lists the university.
    private func verify(_ admissions: Admissions, _ files: String..., recipient: String) throws -> Run {
        for arguments in [
            ["publish", "-o", "amk-site", "--workspace", "amk", "-q"],
            [
                "trust", "add", "did:web:amk.example:org", "--name", "AMK", "--did-document", "amk-site/did.json",
                "--trust", "receiver.json",
            ],
        ] where !(arguments[0] == "trust" && admissions.folder.exists("receiver.json")) {
            let run = try admissions.run(arguments)
            guard run.status == 0 else { throw Failed(run.stderr) }
        }
        return try admissions.run(
            ["verify"] + files + [
                "--trust", "receiver.json", "--bundle", "amk-site", "--recipient", recipient, "--json",
            ])
    }

    private func mode(_ admissions: Admissions, _ name: String) -> UInt32 {
        var status = stat()
        return stat(admissions.folder.path(of: name), &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test("a confirmed case becomes a credential that anybody can check, and the same again changes nothing")
    func confirm() throws {
        let admissions = try Admissions()
        let file = try admissions.caseFile("t5")
        let command = [
            "--ledger", "ledger.jsonl", "--confirm", "--by", "staff-7", "--lang", "fi", "-o", "decision.json",
        ]
        let run = try admissions.run(["recognise", "decide", file, "--workspace", "amk"] + command)
        #expect(run.status == 0, "\(run.stderr)")
        let id = run.answer
        let decision = try #require(try JSONParser.parse(try admissions.folder.read("decision.json")).objectValue)
        #expect(decision["id"]?.stringValue == id)
        #expect(decision["type"]?.asList.contains("ext:RecognitionDecision") == true)
        #expect(decision["issuer"]?["id"] == "did:web:amk.example:org")
        #expect(decision["credentialSubject"]?["creditsEarned"]?.numberValue?.text == "10")
        let text = try admissions.folder.text("decision.json")
        #expect(!text.contains("t5@example.org") && text.contains("Työelämätaidot: 2,00 op."))
        for name in ["decision.json", "ledger.jsonl", file] { #expect(mode(admissions, name) == 0o600, "\(name)") }

        let verdict = try verify(admissions, "decision.json", recipient: "t5@example.org")
        let report = try #require(try verdict.objects().first)
        #expect(verdict.status == 0 && report["verdict"] == "valid", "\(verdict.stdout)")
        #expect(report["checks"]?.asList.first { $0["check"] == "recipient" }?["outcome"] == "passed")
        #expect(try admissions.run("register", "check", "--workspace", "amk", "-q").status == 0)
        #expect(try admissions.run("register", "audit", "--workspace", "amk", "-q").status == 0)

        let ledger = try admissions.folder.read("ledger.jsonl")
        #expect(ledger.count { $0 == 0x0A } == 10)
        let again = try admissions.run(["recognise", "decide", file, "--workspace", "amk"] + command)
        #expect(again.status == 0 && again.answer == id && again.stderr.contains("nothing was changed"))
        #expect(try admissions.folder.read("ledger.jsonl") == ledger)
        // A lost file is written again, and another decision isn't made by mistake.
        let copy = try admissions.decide(
            file, "--ledger", "ledger.jsonl", "--confirm", "--by", "staff-7", "-o", "copy.json", "--json")
        #expect(try copy.objects().first?["format"] == "passport.recognition-decision/1")
        #expect(try admissions.folder.text("copy.json") == text)
        let other = try admissions.decide(
            file, "--ledger", "ledger.jsonl", "--amend", "R1=1", "--reason", "Toisin.", "--by", "staff-7")
        other.expectRefusal(65, "state.transition", naming: "--overturn")
        // A new evaluation leaves a decided case as it was decided.
        let before = try admissions.folder.read(file)
        _ = try admissions.caseFile("t5")
        #expect(try admissions.folder.read(file) == before)
    }

    @Test("the learner puts the decision on the shelf like anything else")
    func shelf() throws {
        let admissions = try Admissions()
        let file = try admissions.caseFile("t4")
        #expect(
            try admissions.decide(file, "--ledger", "l.jsonl", "--confirm", "--by", "staff-7", "-o", "decision.json")
                .status == 0)
        _ = try verify(admissions, "decision.json", recipient: "t4@example.org")
        let create = try admissions.run("passport", "create", "--shelf", "shelf.sqlite", "--no-passphrase")
        #expect(create.status == 0, "\(create.stderr)")
        let add = try admissions.run(
            "passport", "add", "decision.json", "--shelf", "shelf.sqlite", "--trust", "receiver.json", "--bundle",
            "amk-site", "--recipient", "t4@example.org")
        #expect(add.status == 0, "\(add.stderr)")
        let items = try admissions.run("passport", "list", "--shelf", "shelf.sqlite", "--json").objects()
        #expect(items.count == 1 && items[0]["kind"] == "decision" && items[0]["verdict"] == "valid", "\(items)")
    }

    @Test("a run that is killed at any moment credits nothing twice, and the same again completes it")
    func killed() throws {
        let admissions = try Admissions()
        var generator = SeededGenerator(seed: .random(in: .min ... .max))
        for (number, name) in ["t4", "t7", "t8a", "t5"].enumerated() {
            let file = try admissions.caseFile(name)
            let command = [
                "recognise", "decide", file, "--workspace", "amk", "--ledger", "l.jsonl", "--confirm", "--by",
                "staff-7", "-o", "\(name).json", "--force", "-q",
            ]
            for _ in 0..<4 {
                let moment = Duration.milliseconds(Int.random(in: 1...120, using: &generator))
                _ = try Desk(admissions.folder).run(command, killedAfter: moment)
            }
            let last = try admissions.run(command)
            #expect(last.status == 0, "\(last.stderr), seed \(generator.seed)")
            let recorded = try admissions.run("register", "list", "--workspace", "amk", "-q").stdout
            #expect(recorded.split(separator: "\n").count == number + 1, "seed \(generator.seed)")
            let again = try admissions.evaluate(name, "--ledger", "l.jsonl")
            #expect(Set(again.headlines) == ["ALREADY_RECOGNISED"], "seed \(generator.seed)")
            #expect(again.headlines.count == again.json["credentials"]?.asList.count)
            let decision = try JSONParser.parse(try admissions.folder.read("\(name).json"))
            #expect(decision["id"]?.stringValue == last.answer)
        }
        #expect(try admissions.run("register", "check", "--workspace", "amk", "-q").status == 0)
        #expect(try admissions.run("register", "audit", "--workspace", "amk", "-q").status == 0)
        #expect(!admissions.folder.files().contains { $0.hasSuffix(".part") })
    }

    @Test("an amended decision says why, in the credential and to the applicant")
    func amend() throws {
        let admissions = try Admissions()
        let file = try admissions.caseFile("t10")
        let ledger = ["--ledger", "ledger.jsonl", "--by", "staff-7"]
        func decide(_ more: String...) throws -> Run {
            try admissions.run(["recognise", "decide", file, "--workspace", "amk"] + ledger + more)
        }
        try decide("--confirm").expectRefusal(65, "recognition.unresolved", naming: "R1")
        try decide("--amend", "R1=3", "--reason", "Katsottu.").expectRefusal(65, "recognition.amended-credits")
        try decide("--amend", "R9=1", "--reason", "Katsottu.").expectRefusal(65, "recognition.unknown-rule")
        try decide("--amend", "R1=1", "--reason", " ").expectRefusal(65, "recognition.reason-missing")
        try decide("--amend", "R1=1").expectRefusal(64, "usage.missing")
        try decide("--amend", "R1=1", "--reason", "131052-308T pyysi.").expectRefusal(64, "usage.value")
        #expect(!admissions.folder.exists("ledger.jsonl"))

        let run = try decide("--amend", "R1=2", "--reason", "Katsottu haastattelussa.", "--lang", "fi", "-o", "d.json")
        #expect(run.status == 0, "\(run.stderr)")
        let decision = try admissions.folder.text("d.json")
        #expect(decision.contains("Katsottu haastattelussa.") && decision.contains("ext:OfficerAmendment"))
        let fi = try admissions.run("recognise", "explain", file, "--lang", "fi")
        #expect(fi.stdout.contains("Työelämätaidot: saat 2,00 op.\n  Käsittelijä päätti näin, koska: Katsottu"))
        #expect(fi.stdout.hasPrefix("Päätetty "))
        #expect(try admissions.evaluate("t10", "--ledger", "ledger.jsonl").headlines.count == 3)
    }

    @Test("an overturned decision frees what it used, is withdrawn, and the case is decided anew")
    func overturn() throws {
        let admissions = try Admissions()
        let file = try admissions.caseFile("t4")
        func step(_ more: String...) throws -> Run {
            try admissions.run(
                ["recognise", "decide", file, "--workspace", "amk", "--by", "staff-7", "--ledger", "l.jsonl"] + more)
        }
        try step("--close").expectRefusal(65, "state.transition")
        try step("--overturn").expectRefusal(65, "state.transition")
        #expect(try step("--confirm", "-o", "first.json").status == 0)
        #expect(try admissions.evaluate("t4", "--ledger", "l.jsonl").total == "0.00")
        #expect(try step("--overturn").answer == "t4  appealed")
        #expect(try admissions.evaluate("t4", "--ledger", "l.jsonl").total == "2.00")
        try step("--overturn").expectRefusal(65, "state.transition")
        let second = try step("--amend", "R1=1", "--reason", "Oikaisun jälkeen.", "-o", "second.json")
        #expect(second.status == 0, "\(second.stderr)")
        let verdict = try verify(admissions, "first.json", "second.json", recipient: "t4@example.org")
        #expect(try verdict.objects().map { $0["verdict"] } == ["invalid", "valid"])
        #expect(try admissions.folder.text("l.jsonl").split(separator: "\n").count == 7)
        #expect(try step("--close", "--json").objects().first?["state"] == "closed")
        try step("--appeal").expectRefusal(65, "state.transition")
    }

    @Test("an appeal keeps the decision until the next one takes its place in one step")
    func appeal() throws {
        let admissions = try Admissions()
        let file = try admissions.caseFile("t4")
        func step(_ more: String...) throws -> Run {
            try admissions.run(
                ["recognise", "decide", file, "--workspace", "amk", "--by", "staff-7", "--ledger", "l.jsonl"] + more)
        }
        #expect(try step("--confirm", "-o", "first.json").status == 0)
        #expect(try step("--appeal").answer == "t4  appealed")
        #expect(try admissions.evaluate("t4", "--ledger", "l.jsonl").total == "0.00")
        // The case itself is judged as if nothing had been decided on it.
        let anew = try admissions.caseFile("t4", "--ledger", "l.jsonl")
        #expect(try admissions.folder.text(anew).contains("\"state\": \"appealed\""))
        #expect(try step("--confirm", "-o", "second.json").status == 0)
        let verdict = try verify(admissions, "first.json", "second.json", recipient: "t4@example.org")
        #expect(try verdict.objects().map { $0["verdict"] } == ["invalid", "valid"])
        #expect(try admissions.evaluate("t4", "--ledger", "l.jsonl").headlines.count == 3)
    }

    @Test("nobody decides their own case, by another's rules, or without a ledger; a refusal changes nothing")
    func refusals() throws {
        let admissions = try Admissions()
        let file = try admissions.caseFile("t4")
        let before = try admissions.folder.read(file)
        try admissions.decide(file, "--ledger", "l", "--confirm", "--by", "T4@example.org")
            .expectRefusal(77, "right.missing")
        try admissions.decide(file, "--confirm", "--by", "staff-7").expectRefusal(64, "usage.missing", naming: "ledger")
        try admissions.decide(file, "--ledger", "l", "--by", "staff-7").expectRefusal(64, "usage.missing")
        try admissions.decide(file, "--ledger", "l", "--confirm", "--close", "--by", "x")
            .expectRefusal(64, "usage.value")
        try admissions.decide(file, "--ledger", "l", "--confirm", "--by", "Anna Virtanen")
            .expectRefusal(65, "register.audit-reference")
        try admissions.decide("none.json", "--ledger", "l", "--confirm", "--by", "x")
            .expectRefusal(66, "file.missing")
        try admissions.decide("rules.json", "--ledger", "l", "--confirm", "--by", "x")
            .expectRefusal(65, "recognition.case-file")
        try admissions.folder.write("broken.jsonl", "{}\n")
        try admissions.decide(file, "--ledger", "broken.jsonl", "--confirm", "--by", "staff-7")
            .expectRefusal(65, "recognition.ledger", naming: "Line 1")
        try admissions.folder.write("taken.json", "mine")
        try admissions.decide(file, "--ledger", "l", "--confirm", "--by", "staff-7", "-o", "taken.json")
            .expectRefusal(73, "file.exists")
        let rules = try admissions.changeRules("did:web:amk.example:org", "did:web:yo.example", as: "others.json")
        let other = try admissions.run(
            "recognise", "inbox/t4", "--rules", rules, "--applicant", "t4@example.org", "--bundle", "site", "--cases",
            "others", "--case", "t4", "-q")
        #expect(other.status == 0)
        try admissions.decide("others/case-t4.json", "--ledger", "l", "--confirm", "--by", "staff-7")
            .expectRefusal(65, "recognition.other-institution", naming: "did:web:yo.example")
        #expect(try admissions.folder.read(file) == before)
        #expect(!admissions.folder.exists("l") && admissions.folder.files().allSatisfy { !$0.hasPrefix("decision-") })
        #expect(try admissions.run("register", "list", "--workspace", "amk", "-q").stdout.isEmpty)
    }

    @Test("two officers at once decide one after the other, and what one has used the other can't")
    func taken() throws {
        let admissions = try Admissions()
        let file = try admissions.caseFile("t4")
        _ = try admissions.run(
            "recognise", "inbox/t4", "--rules", "rules.json", "--applicant", "t4@example.org", "--bundle", "site",
            "--cases", "cases", "--case", "same-again", "-q")
        #expect(try admissions.decide(file, "--ledger", "l.jsonl", "--confirm", "--by", "staff-7").status == 0)
        try admissions.decide("cases/case-same-again.json", "--ledger", "l.jsonl", "--confirm", "--by", "staff-8")
            .expectRefusal(65, "recognition.ledger-taken")
        #expect(
            try admissions.run("register", "list", "--workspace", "amk", "-q").stdout.split(separator: "\n").count == 1)
    }
}

import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// What is said about each code and check, in each language.
@Suite struct CodeWordsTests {
    @Test("All texts are the ones that were reviewed", arguments: ReportLanguage.allCases)
    func golden(_ language: ReportLanguage) throws {
        var lines: [String] = []
        for check in Check.allCases {
            lines += ["# \(check.rawValue): \(check.question[language])", check.explanation.meaning[language], ""]
        }
        for code in VerificationCode.allCases {
            lines.append("## \(code.rawValue)")
            lines.append("report: \(code.text[language])")
            if let reason = code.reason { lines.append("reason: \(reason[language])") }
            if let hint = code.hint { lines.append("hint: \(hint[language])") }
            let explanation = code.explanation
            lines.append("means: \(explanation.meaning[language])")
            lines.append("concerns: \(explanation.audience.map { $0.name[language] }.joined(separator: "; "))")
            lines += ["next: \(explanation.next[language])", ""]
        }
        try GoldenText.expect(lines, are: "codes-\(language.rawValue).txt")
    }

    @Test("No two codes mean the same, nor do two checks", arguments: ReportLanguage.allCases)
    func distinct(_ language: ReportLanguage) {
        let meanings = VerificationCode.allCases.map { $0.explanation.meaning[language] }
        #expect(Set(meanings).count == meanings.count)
        #expect(Set(meanings).isDisjoint(with: VerificationCode.allCases.map { $0.text[language] }))
        // A wrapper and its answer share one sentence nowhere either, but for two that are asked of one thing.
        let reasons = VerificationCode.allCases.compactMap { $0.reason?[language] }
        #expect(Set(reasons).count == reasons.count, "\(Self.doubles(reasons))")
        let checks = Check.allCases.flatMap { [$0.question[language], $0.explanation.meaning[language]] }
        #expect(Set(checks).count == checks.count)
    }

    private static func doubles(_ texts: [String]) -> [String] {
        Dictionary(grouping: texts, by: \.self).filter { $0.value.count > 1 }.keys.sorted()
    }

    @Test("Each explanation is whole sentences in three languages, for somebody", arguments: VerificationCode.allCases)
    func whole(_ code: VerificationCode) {
        let explanation = code.explanation
        #expect(!explanation.audience.isEmpty)
        #expect(Set(explanation.audience).count == explanation.audience.count)
        for text in [explanation.meaning, explanation.next] {
            #expect(Set(ReportLanguage.allCases.map { text[$0] }).count == 3)
            for language in ReportLanguage.allCases {
                #expect(text[language].hasSuffix("."))
                #expect(!text[language].contains("{"), "an explanation has no values")
            }
        }
    }

    @Test("Codes that keep a file from being genuine have a short reason without values")
    func reasons() {
        for code in VerificationCode.allCases {
            guard let reason = code.reason else {
                #expect(code.hint == nil, "\(code.rawValue)")
                continue
            }
            for language in ReportLanguage.allCases {
                let text = reason[language]
                #expect(!text.contains("{") && !text.hasSuffix(".") && text.count <= 90, "\(code.rawValue): \(text)")
                #expect(text.first?.isLowercase == true, "\(code.rawValue): \(text)")
            }
        }
    }

    @Test("Texts for people say nothing of what is written for programmers", arguments: ReportLanguage.allCases)
    func problems(_ language: ReportLanguage) {
        for code in VerificationCode.allCases {
            #expect(!code.text[language].contains("{problem}"), "\(code.rawValue)")
        }
    }
}

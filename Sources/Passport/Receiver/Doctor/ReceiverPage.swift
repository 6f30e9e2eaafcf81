import VerifiableCredentials

/// The page `docs/receivers.md`: every rule that the doctor knows, with where and when it was read.
package enum ReceiverPage {
    package static var markdown: String {
        var lines = [
            "# What receivers take",
            "",
            "`passportctl doctor FILE --target NAME` holds a file against these rules. They were read from what each",
            "receiver publishes, in the state of the day that stands beside; receivers change without telling, so the doctor",
            "says how old its knowledge is. This page is made from the table in the program, and a test compares them.",
            "",
            "A rule *refuses* when the receiver doesn't take a file that breaks it, *warns* when it takes the file with a",
            "remark or looks at less than one would think, and stands *outside* when no file shows whether it is kept. When a",
            "refusing rule can't be decided from the file, the answer is that it can't be said.",
        ]
        for target in ReceiverTarget.allCases {
            lines += ["", "## `\(target.rawValue)`: \(target.name[.en])", ""]
            lines += ["| rule | what the receiver does | weight | source | date |", "|---|---|---|---|---|"]
            lines += target.rules.map(row)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ rule: ReceiverRule) -> String {
        let statement =
            rule.statement[.en].hasSuffix(":") ? rule.statement[.en].dropLast() + "." : rule.statement[.en][...]
        return "| `\(rule.id)` | \(statement) | \(rule.weight.rawValue) | \(rule.source.text), \(rule.place) "
            + "| \(rule.source.date) |"
    }
}

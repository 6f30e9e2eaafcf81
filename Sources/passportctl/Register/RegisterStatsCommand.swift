import ArgumentParser
import BadgeIssuer
import Encodings

/// Counts the badges that were given, in numbers that are safe to publish.
struct RegisterStatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count the badges that were given, by badge and year or month.",
        discussion: """
            Revoked badges aren't counted. Counts below five are shown as "<5", for they
            could be somebody; a total over such counts is shown as "20+". A year with
            such a month is shown whole.

            Example: passportctl register stats --by month
            """)

    @Option(help: ArgumentHelp("What to count by: year or month.", valueName: "period"))
    var by = "year"

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        guard let period = RegisterStatistics.Period(rawValue: by.lowercased()) else {
            throw UsageError(.value, "--by \"\(by)\" isn't known.", hint: "Use --by year or --by month.")
        }
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let rows = try register.read { try $0.statistics(by: period) }.rows
        if output.json {
            for row in rows { Terminal.result(bytes: JSONWriter.compact(.object(Self.json(row))) + [0x0A]) }
            return
        }
        guard !rows.isEmpty else {
            if !output.quiet { Terminal.note("No badges were given yet.") }
            return
        }
        let slugs = rows.compactMap(\.badge?.slug)
        let width = max(12, slugs.map(\.count).max() ?? 0)
        for row in rows {
            let name = row.badge?.slug ?? "all badges"
            let count = row.count.description
            Terminal.result(
                "\(name.padded(to: width))  \((row.period ?? "total").padded(to: 7))  "
                    + "\(String(repeating: " ", count: max(0, 6 - count.count)))\(count)")
        }
    }

    private static func json(_ row: RegisterStatistics.Row) -> JSONObject {
        var exact: JSONValue = .null
        if case .exact(let count) = row.count { exact = .number(JSONNumber(count)) }
        return [
            "format": "passport.register-stats/1", "badge": row.badge.map { .string($0.slug) } ?? .null,
            "badgeBase": row.badge.map { .string($0.badgeBase) } ?? .null,
            "period": row.period.map { .string($0) } ?? .null, "count": exact,
            "shown": .string(row.count.description),
        ]
    }
}

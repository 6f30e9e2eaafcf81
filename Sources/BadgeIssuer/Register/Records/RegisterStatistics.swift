import Encodings

/// How many badges were given, in cells that are safe to publish.
///
/// A count below five could be somebody, so it is shown as `<5`. A total over such a cell isn't shown either, for the
/// difference would tell it: it becomes the sum of what is shown with a `+`. All totals follow from the cells that are
/// shown, so no comparison gives more away. Nor does comparing months with years: a year of a badge in which a month has
/// fewer than five isn't split into months, for the year without the others would tell that one.
package struct RegisterStatistics: Sendable, Hashable {
    package enum Period: String, Sendable, CaseIterable {
        case month, year
    }

    package enum Count: Sendable, Hashable, CustomStringConvertible {
        case exact(Int)
        /// Between one and four.
        case few
        /// A total over cells of which some are hidden: at least that many.
        case atLeast(Int)

        package var description: String {
            switch self {
            case .exact(let count): "\(count)"
            case .few: "<\(RegisterStatistics.leastShown)"
            case .atLeast(let count): "\(count)+"
            }
        }
    }

    package struct Row: Sendable, Hashable {
        /// `nil` in a total over all badges.
        package let badge: Badge?
        /// `2026` or `2026-05`; `nil` in a total over all periods.
        package let period: String?
        package let count: Count
    }

    package struct Badge: Sendable, Hashable {
        package let badgeBase: String
        package let slug: String
    }

    /// The least count that is shown as it is.
    package static let leastShown = 5

    /// By badge and period, after each badge's periods its total; at last all badges together.
    package let rows: [Row]

    typealias Cell = (badge: Badge, period: String, count: Int)

    /// - Parameter months: counts above zero, by badge and then month.
    init(months: [Cell], by period: Period) {
        let years = Self.byYear(months)
        guard period == .month else {
            self.init(cells: years, isWhole: { _ in true })
            return
        }
        var cells: [Cell] = []
        var unsplit: Set<String> = []
        var rest = months[...]
        for year in years {
            let own = rest.prefix { $0.badge == year.badge && $0.period.hasPrefix(year.period) }
            rest = rest.dropFirst(own.count)
            if own.count > 1, own.contains(where: { $0.count < Self.leastShown }) {
                cells.append(year)
                unsplit.insert(year.period)
            } else {
                cells += own
            }
        }
        // What a month's total lacks stands in the rows of whole years.
        self.init(cells: cells, isWhole: { !unsplit.contains(String($0.prefix(4))) })
    }

    /// - Parameter isWhole: whether all that was given in a period is in cells of that period.
    private init(cells: [Cell], isWhole: (String) -> Bool) {
        var rows: [Row] = []
        var all: [String: [Int]] = [:]
        var open: (badge: Badge, counts: [Int])?
        func close() {
            guard let open else { return }
            rows.append(Row(badge: open.badge, period: nil, count: Self.total(open.counts)))
        }
        for cell in cells {
            if open?.badge != cell.badge {
                close()
                open = (cell.badge, [])
            }
            open?.counts.append(cell.count)
            all[cell.period, default: []].append(cell.count)
            rows.append(Row(badge: cell.badge, period: cell.period, count: Self.shown(cell.count)))
        }
        close()
        for (period, counts) in all.sorted(by: { $0.key < $1.key }) {
            let isUnsplitYear = !isWhole(period) && period.utf8.count == 4
            if isUnsplitYear { continue }
            rows.append(Row(badge: nil, period: period, count: Self.total(counts, isWhole: isWhole(period))))
        }
        if !cells.isEmpty { rows.append(Row(badge: nil, period: nil, count: Self.total(cells.map(\.count)))) }
        self.rows = rows
    }

    private static func byYear(_ months: [Cell]) -> [Cell] {
        var years: [Cell] = []
        for month in months {
            let year = String(month.period.prefix(4))
            if let last = years.last, last.badge == month.badge, last.period == year {
                years[years.count - 1].count += month.count
            } else {
                years.append((month.badge, year, month.count))
            }
        }
        return years
    }

    private static func shown(_ count: Int) -> Count { count < leastShown ? .few : .exact(count) }

    private static func total(_ counts: [Int], isWhole: Bool = true) -> Count {
        let hidden = counts.count { $0 < leastShown }
        // One hidden cell alone is its own total.
        if counts.count == 1, hidden == 1, isWhole { return .few }
        let sum = counts.reduce(0) { $0 + ($1 < leastShown ? 0 : $1) }
        return hidden == 0 && isWhole ? .exact(sum) : .atLeast(sum + hidden)
    }
}

extension RegisterReader {
    /// Counts the awards that weren't revoked by badge and by the month or year of the award.
    package func statistics(by period: RegisterStatistics.Period) throws(RegisterError) -> RegisterStatistics {
        let sql: StaticString = """
            SELECT b.badge_base, b.slug, substr(a.awarded_date, 1, 7) AS month, count(*)
            FROM awards a JOIN badges b ON b.number = a.badge
            WHERE a.state <> 'revoked'
            GROUP BY b.number, month ORDER BY b.slug, b.badge_base, month
            """
        var months: [RegisterStatistics.Cell] = []
        for row in try all(sql) {
            months.append(
                (.init(badgeBase: try row.text(0), slug: try row.text(1)), try row.text(2), try row.number(3)))
        }
        return RegisterStatistics(months: months, by: period)
    }
}

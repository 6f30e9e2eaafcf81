package import Encodings

/// A JSON-LD context as a table of terms: how the product keeps the contexts it knows.
///
/// [JSON-LD 1.1 §9.15](https://www.w3.org/TR/json-ld11/#context-definitions). As JSON a table equals the published
/// file; the order of members, which JSON gives no meaning, is ours.
package struct ContextTable: Sendable, Hashable {
    /// Whether it says `"@version": 1.1`.
    package var saysVersion: Bool
    /// Whether its terms can't be given another meaning by a later context.
    package var isProtected: Bool
    /// What words without a row mean: the word, appended to this.
    package var vocabulary: String?
    package private(set) var rows: [TermRow]

    package init(
        saysVersion: Bool = false, protected: Bool = false, vocabulary: String? = nil, _ groups: TermRows...
    ) {
        self.saysVersion = saysVersion
        self.isProtected = protected
        self.vocabulary = vocabulary
        rows = groups.flatMap(\.rows)
    }

    /// A protected table with `id` and `type`.
    package static func guarded(_ groups: TermRows...) -> ContextTable {
        ContextTable(protected: true, .aliases, TermRows(groups.flatMap(\.rows)))
    }

    /// The value of `@context`.
    package var json: JSONValue {
        var object: JSONObject = [:]
        // The number is written so that it stays the double 1.1.
        if saysVersion { object["@version"] = JSONNumber(text: "1.1").map { .number($0) } }
        if isProtected { object["@protected"] = true }
        if let vocabulary { object["@vocab"] = .string(vocabulary) }
        for row in rows { object[row.term] = row.json }
        return .object(object)
    }

    /// The context document: the table under `@context`.
    package var document: JSONValue { ["@context": json] }

    // MARK: Differences

    /// The table with these rows, each in the place of the one of its name if there is one.
    package func with(_ groups: TermRows...) -> ContextTable {
        var table = self
        for row in groups.flatMap(\.rows) {
            if let place = table.rows.firstIndex(where: { $0.term == row.term }) {
                table.rows[place] = row
            } else {
                table.rows.append(row)
            }
        }
        return table
    }

    /// The table without the rows of these names.
    package func without(_ terms: String...) -> ContextTable {
        var table = self
        for term in terms {
            guard let place = table.rows.firstIndex(where: { $0.term == term }) else {
                preconditionFailure("there is no row \(term) to leave out")
            }
            table.rows.remove(at: place)
        }
        return table
    }

    /// The table with another IRI of one of its terms.
    package func renaming(_ term: String, _ iri: String) -> ContextTable {
        var table = self
        guard let place = rows.firstIndex(where: { $0.term == term }) else {
            preconditionFailure("there is no row \(term) to rename")
        }
        table.rows[place].iri = iri
        return table
    }

    /// The table with another scope of one of its types.
    package func changing(_ type: String, _ change: (ContextTable) -> ContextTable) -> ContextTable {
        var table = self
        guard let place = rows.firstIndex(where: { $0.term == type }), case .table(let scope) = rows[place].scope else {
            preconditionFailure("there is no type \(type) with terms of its own")
        }
        table.rows[place].scope = .table(change(scope))
        return table
    }
}

/// Rows that stand together in a term table, written in one line.
package struct TermRows: Sendable, Hashable {
    package let rows: [TermRow]

    package init(_ rows: [TermRow]) { self.rows = rows }

    /// `id` and `type` for the keywords, as every context of ours has them.
    package static let aliases = TermRows([
        TermRow("id", "@id", isPlain: true), TermRow("type", "@type", isPlain: true),
    ])

    /// Several groups as one.
    package static func all(_ groups: TermRows...) -> TermRows { TermRows(groups.flatMap(\.rows)) }

    /// Words that mean the namespace's words of the same names, and say nothing about their values.
    package static func plain(_ namespace: Namespace, _ names: String...) -> TermRows {
        TermRows(names.map { TermRow($0, namespace[$0], isPlain: true) })
    }

    package static func plain(_ term: String, _ iri: String) -> TermRows {
        TermRows([TermRow(term, iri, isPlain: true)])
    }

    /// The same with the values' datatype and the container, in the form of an object.
    package static func terms(
        _ namespace: Namespace, _ names: String..., type: String? = nil, container: String? = nil
    ) -> TermRows {
        TermRows(names.map { TermRow($0, namespace[$0], type: type, container: container) })
    }

    /// A word whose name differs from that of its IRI, or that has a scope.
    package static func term(
        _ term: String, _ iri: String, type: String? = nil, container: String? = nil, scope: ContextTable? = nil
    ) -> TermRows {
        TermRows([TermRow(term, iri, type: type, container: container, scope: scope.map { .table($0) } ?? .none)])
    }

    /// Words whose values are addresses, or objects that have one.
    package static func links(_ namespace: Namespace, _ names: String..., container: String? = nil) -> TermRows {
        TermRows(names.map { TermRow($0, namespace[$0], type: "@id", container: container) })
    }

    package static func link(
        _ term: String, _ iri: String, container: String? = nil, scope: ContextTable? = nil
    ) -> TermRows {
        Self.term(term, iri, type: "@id", container: container, scope: scope)
    }

    /// A type, with the terms that hold in its objects.
    package static func type(_ namespace: Namespace, _ name: String, _ scope: ContextTable) -> TermRows {
        term(name, namespace[name], scope: scope)
    }
}

import VerifiableCredentials

/// How a version of the Open Badges 3.0 context writes what all of them say.
struct OpenBadgesSpelling {
    /// The datatype of plain texts, where the version states one.
    let text: String?
    /// Where the other datatypes are.
    let datatypes: Namespace
    /// Whether terms are protected, and those of a class stand with `id` and `type`.
    let isGuarded: Bool

    /// Up to 3.0.1: datatypes by prefix, terms open to change.
    static let prefixed = OpenBadgesSpelling(text: "xsd:string", datatypes: Namespace("xsd:"), isGuarded: false)
    /// From 3.0.2 on: datatypes in full and for other values than texts only, terms protected.
    static let full = OpenBadgesSpelling(text: nil, datatypes: .xsdSecure, isGuarded: true)

    func type(_ name: String) -> String { datatypes[name] }

    /// Words whose values are plain texts.
    func texts(_ namespace: Namespace, _ names: String...) -> TermRows {
        TermRows(names.map { TermRow($0, namespace[$0], type: text) })
    }

    /// A class of the Open Badges vocabulary with its terms.
    func type(_ name: String, _ groups: TermRows...) -> TermRows {
        type(name, is: Namespace.openBadges[name], TermRows(groups.flatMap(\.rows)))
    }

    func type(_ name: String, is iri: String, _ rows: TermRows) -> TermRows {
        .term(name, iri, scope: isGuarded ? .guarded(rows) : ContextTable(rows))
    }
}

extension Namespace {
    /// 1EdTech's vocabulary of Open Badges.
    static let openBadges = Namespace("https://purl.imsglobal.org/spec/vc/ob/vocab.html#")
    /// 1EdTech's vocabulary of Comprehensive Learner Records.
    static let clr = Namespace("https://purl.imsglobal.org/spec/vc/clr/vocab.html#")
}

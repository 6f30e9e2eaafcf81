import Encodings
import OpenBadges
package import VerifiableCredentials

/// Which parts of a badge are shown, where its issuer lets some be left out (`ecdsa-sd-2023`).
///
/// The issuer's own proof opens every part and is for the holder alone, so such a badge is never handed on as it is:
/// without a choice a copy that shows everything goes.
package struct ShownParts: Sendable {
    private let shown: [JSONPointer]
    private let hidden: [JSONPointer]
    private let suite: ECDSASD2023

    /// - Parameters:
    ///   - show: JSON pointers of what is shown beside what the issuer demands; none stands for everything
    ///   - hide: JSON pointers of what is left out
    /// - Throws: `ProofError` `proof.pointer`
    package init(show: [String] = [], hide: [String] = [], contexts: [ContextDocument] = []) throws(ProofError) {
        shown = try Self.pointers(show)
        hidden = try Self.pointers(hide)
        suite = ECDSASD2023(contexts: OpenBadgesContexts.store.adding(contexts).prepared)
    }

    private static func pointers(_ texts: [String]) throws(ProofError) -> [JSONPointer] {
        var pointers: [JSONPointer] = []
        for text in texts {
            guard let pointer = JSONPointer(text), !pointer.tokens.isEmpty else {
                throw ProofError(
                    .pointer, "\"\(UTF8Text.shown(text))\" doesn't name a part of a badge.",
                    hint: "A part is written like /credentialSubject/identifier.")
            }
            pointers.append(pointer)
        }
        return pointers
    }

    /// The items as they may be handed on, in their order.
    ///
    /// - Throws: `PortfolioError` `portfolio.not-selective`, `portfolio.must-be-shown`; `ProofError` `proof.pointer`
    package func applied(to items: [PortfolioItem]) throws -> [PortfolioItem] {
        let bases = items.map { $0.isJWS ? nil : ECDSASD2023.baseProof(in: $0.json) }
        try check(items, bases)
        return try zip(items, bases).map { item, base in
            guard let base else { return item }
            let derived = try suite.derive(
                from: item.json, proof: base, selective: selection(in: item.json.removing("proof")))
            return PortfolioItem(bytes: JSONWriter.compact(.object(derived)), isJWS: false, json: derived)
        }
    }

    private func check(_ items: [PortfolioItem], _ bases: [DataIntegrityProof?]) throws {
        let asked = shown + hidden
        guard !asked.isEmpty else { return }
        let selective = zip(items, bases).filter { $0.1 != nil }
        guard !selective.isEmpty else {
            throw PortfolioError(
                .notSelective, "None of the chosen badges lets parts of it be left out.",
                hint: "The issuer decides that; leave --show and --hide away, or leave the badge out.")
        }
        for pointer in asked where !selective.contains(where: { Self.value(at: pointer, in: $0.0.json) != nil }) {
            throw ProofError(
                .pointer, "No chosen badge that can be shown in part has anything at \"\(pointer)\".",
                hint: "A part is written like /credentialSubject/identifier.")
        }
        for (item, base) in selective {
            for mandatory in try base.map(ECDSASD2023.mandatoryPointers) ?? [] {
                for pointer in hidden where Self.value(at: pointer, in: item.json) != nil {
                    guard !Self.overlap(pointer, mandatory) else {
                        throw PortfolioError(
                            .mustBeShown,
                            "The part \"\(pointer)\" can't be left out: its issuer wants every reader to see it.",
                            hint: "Leave another part out, or the whole badge.")
                    }
                }
            }
        }
    }

    /// What is shown of a badge beside what its issuer demands.
    private func selection(in credential: JSONObject) -> [JSONPointer] {
        let wanted = shown.filter { Self.value(at: $0, in: credential) != nil }
        let hidden = hidden.map(\.tokens)
        if shown.isEmpty {
            guard !hidden.isEmpty else { return JSONPointer("").map { [$0] } ?? [] }
            return credential.members.filter { $0.name != "@context" }.flatMap {
                Self.pieces(of: $0.value, at: [$0.name], without: hidden)
            }
        }
        return wanted.flatMap { pointer in
            Self.value(at: pointer, in: credential).map { Self.pieces(of: $0, at: pointer.tokens, without: hidden) }
                ?? []
        }
    }

    /// The largest parts of a value in which nothing hidden stands.
    private static func pieces(of value: JSONValue, at path: [String], without hidden: [[String]]) -> [JSONPointer] {
        if hidden.contains(where: { path.starts(with: $0, by: sameBytes) }) { return [] }
        guard hidden.contains(where: { $0.starts(with: path, by: sameBytes) }) else {
            return pointer(path).map { [$0] } ?? []
        }
        return switch value {
        case .object(let object):
            object.members.flatMap { pieces(of: $0.value, at: path + [$0.name], without: hidden) }
        case .array(let elements):
            elements.indices.flatMap { pieces(of: elements[$0], at: path + ["\($0)"], without: hidden) }
        default: []
        }
    }

    private static func pointer(_ tokens: [String]) -> JSONPointer? {
        JSONPointer(tokens.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined())
    }

    private static func value(at pointer: JSONPointer, in credential: JSONObject) -> JSONValue? {
        var value = JSONValue.object(credential.removing("proof"))
        for token in pointer.tokens {
            let next: JSONValue? =
                switch value {
                case .object(let object): object[token]
                case .array(let elements):
                    JSONPointer.index(token).flatMap { elements.indices.contains($0) ? elements[$0] : .none }
                default: .none
                }
            guard let next else { return nil }
            value = next
        }
        return value
    }

    /// Whether leaving out the one would leave out something of the other.
    private static func overlap(_ one: JSONPointer, _ other: JSONPointer) -> Bool {
        one.tokens.starts(with: other.tokens, by: sameBytes) || other.tokens.starts(with: one.tokens, by: sameBytes)
    }

    private static func sameBytes(_ one: String, _ other: String) -> Bool { one.hasSameBytes(as: other) }
}

import Encodings
import OpenBadges
import VerifiableCredentials

/// Holding a file against what receivers ask of the document.
extension FileFacts {
    package func answer(to demand: ReceiverDemand) -> DemandAnswer {
        switch demand {
        case .container(let taken): return Self.answer(taken.contains(container), container.rawValue)
        case .kind(let taken, let unknown):
            return unknown.contains(kind) ? .unseen(kind.rawValue) : Self.answer(taken.contains(kind), kind.rawValue)
        case .single: return Self.answer(kind != .presentation, kind.rawValue)
        case .dataModel(let versions):
            return Self.answer(view.version.map(versions.contains) ?? false, contextNames.first ?? "@context")
        case .oneDataModel:
            let named = DataModelVersion.allCases.filter { names($0.contextURL, among: contextNames) }
            return Self.answer(named.count < 2, named.map(\.contextURL).joined(separator: ", "))
        case .firstContexts(let slots): return contexts(slots)
        case .contextForTypes:
            return Self.answer(view.types.count < 2 || view.contexts.count > 1, view.types.last ?? "")
        case .members(let members):
            let missing = members.filter { document[$0] == nil }
            return Self.answer(missing.isEmpty, Self.list(missing, "–"))
        case .without(let members):
            let present = members.filter { document[$0] != nil }
            return Self.answer(present.isEmpty, present.joined(separator: ", "))
        case .arrays(let members):
            let others = members.filter { document[$0]?.arrayValue == nil }
            return Self.answer(others.isEmpty, others.joined(separator: ", "))
        case .unlisted(let member):
            guard let value = document[member] else { return .beside }
            return Self.answer(value.arrayValue == nil, "\(member): \(value.asList.count)")
        case .addresses(let members, let required): return addresses(in: members, required: required)
        case .types(let places): return types(places)
        case .fullDates: return fullDates
        case .knownSchemas(let known):
            return schemas { id, isRead in
                isRead && !names(id, among: known) ? .unseen(id) : .holds
            }
        case .subjectSchemas: return schemas { id, _ in id.hasPrefix(Self.publisher) ? .broken(id) : .unseen(id) }
        case .organisationsHavePlace: return organisationsHavePlace
        case .secured, .sealed, .suites, .statedPurpose, .proofMembers, .proofKey, .keyKind, .keyAsJWK, .issuersKey,
            .algorithms, .jwtKey:
            return securing(demand)
        case .statusTypes, .readStatus, .webStatusLists, .notWithdrawn, .begun, .notEnded: return standing(demand)
        case .signatureFits: return signatureFits
        case .ownCheck(let check): return ownCheck(check)
        case .reachable: return fetched.isEmpty ? .beside : .unseen(fetched.joined(separator: ", "))
        case .notInFile: return .unseen(.nothing)
        }
    }

    static func answer(_ holds: Bool, _ found: @autoclosure () -> String) -> DemandAnswer {
        holds ? .holds : .broken(found())
    }

    func names(_ name: String, among names: [String]) -> Bool { names.contains { $0.hasSameBytes(as: name) } }

    private static func list(_ missing: [String], _ sign: String) -> String {
        missing.map { "\(sign) \($0)" }.joined(separator: ", ")
    }

    // MARK: Contexts and members

    private var contextNames: [String] { view.contexts.compactMap(\.stringValue) }

    private func contexts(_ slots: [ContextSlot]) -> DemandAnswer {
        for (place, slot) in slots.enumerated() {
            let found = view.contexts.indices.contains(place) ? view.contexts[place].stringValue : nil
            guard let found, slot.takes(found) else { return .broken("\(place + 1): \(found ?? "–")") }
        }
        return .holds
    }

    private func addresses(in members: [String], required: [String]) -> DemandAnswer {
        for member in required {
            let id = document[member]?.stringValue
            guard let id, AbsoluteURI.isAbsolute(id) else { return .broken("\(member): \(id ?? "–")") }
        }
        for member in members {
            for value in document[member]?.asList ?? [] {
                let id = value.stringValue ?? value["id"]?.stringValue
                guard let id, AbsoluteURI.isAbsolute(id) else { return .broken("\(member).id: \(id ?? "–")") }
            }
        }
        return .holds
    }

    private func types(_ places: [TypedPlace]) -> DemandAnswer {
        for place in places {
            var found: [JSONValue] = [.object(document)]
            for step in place.path { found = found.flatMap { $0[step]?.asList ?? [] } }
            for value in found where value.objectValue != nil {
                let types = value["type"]?.asList.compactMap(\.stringValue) ?? []
                guard names(place.type, among: types) else {
                    return .broken("\(place.path.joined(separator: ".")): \(types.first ?? "–")")
                }
            }
        }
        return .holds
    }

    private var fullDates: DemandAnswer {
        let own = ["validFrom", "validUntil", "issuanceDate", "expirationDate"].map { ($0, document[$0]) }
        for (name, value) in own + proofs.map({ ("proof.created", $0["created"]) }) {
            guard let value else { continue }
            guard let text = value.stringValue, (try? Timestamp(rfc3339: text)) != nil else {
                return .broken("\(name): \(value.stringValue ?? "–")")
            }
        }
        return .holds
    }

    // MARK: Schemas

    /// - Parameter judge: told a schema's address, and whether it is of the type that 1EdTech's programs read
    private func schemas(_ judge: (String, Bool) -> DemandAnswer) -> DemandAnswer {
        let schemas = document["credentialSchema"]?.asList ?? []
        for schema in schemas {
            let types = schema["type"]?.asList.compactMap(\.stringValue) ?? []
            let answer = judge(schema["id"]?.stringValue ?? "–", names(OpenBadgesTerm.schemaType, among: types))
            guard answer == .holds else { return answer }
        }
        return schemas.isEmpty ? .beside : .holds
    }

    /// Under which 1EdTech publishes its schemas.
    private static let publisher = "https://purl.imsglobal.org/spec/"

    private var organisationsHavePlace: DemandAnswer {
        var waiting: [JSONValue] = [.object(document)]
        while let value = waiting.popLast() {
            if let array = value.arrayValue { waiting += array }
            guard let object = value.objectValue else { continue }
            let types = object["type"]?.asList.compactMap(\.stringValue) ?? []
            if names("Organisation", among: types), object["location"] == nil {
                return .broken(object["id"]?.stringValue ?? "Organisation")
            }
            waiting += object.members.map(\.value)
        }
        return .holds
    }

    // MARK: What the verifier says

    private var signatureFits: DemandAnswer {
        // Whoever reads the key that a JWT brings along tries no other.
        if fitsOwnKey == false { return .broken("jwk") }
        guard let result = report?[.proof] else { return .beside }
        // Each receiver has its own word for what nobody has signed.
        if [.proofMissing, .innerNoProof].contains(result.code) { return .beside }
        if result.outcome == .passed { return .holds }
        if result.outcome == .failed { return .broken(.check(result)) }
        return fitsOwnKey == true ? .holds : .unseen(.check(report?.decisive ?? result))
    }

    private func ownCheck(_ check: Check) -> DemandAnswer {
        guard let result = report?[check] else { return .beside }
        // Where the meanings were signed and the signature fits, there were meanings.
        if check == .contexts, result.outcome == .undetermined, hasSignedMeanings { return .holds }
        return switch result.outcome {
        case .passed: .holds
        case .failed: .broken(.check(result))
        case .undetermined: .unseen(.check(report?.decisive ?? result))
        case .notApplicable: .beside
        }
    }

    private var hasSignedMeanings: Bool {
        report?[.proof]?.outcome == .passed
            && proofs.map(Self.suite).allSatisfy { $0.contains("-rdfc-") || $0 == "Ed25519Signature2020" }
    }
}

extension VerificationReport {
    /// The answer that the others wait for.
    fileprivate var decisive: CheckResult? {
        checks.first { [.failed, .undetermined].contains($0.outcome) && $0.code != .proofRequired }
    }
}

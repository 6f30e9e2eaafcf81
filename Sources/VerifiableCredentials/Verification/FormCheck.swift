import Encodings

/// Decides the `form` check: is this a credential by the rules of its data model?
///
/// [VC Data Model 2.0 §4](https://www.w3.org/TR/vc-data-model-2.0/#basic-concepts),
/// [VC Data Model 1.1 §4](https://www.w3.org/TR/vc-data-model/#basic-concepts)
struct FormCheck {
    let json: JSONObject
    let view: CredentialView

    init(_ view: CredentialView) {
        self.view = view
        json = view.json
    }

    func judge() -> CheckResult {
        if let problem = problem() {
            return CheckResult(.form, .failed, .formModel, ["problem": problem], detail: ["problem": .string(problem)])
        }
        return CheckResult(
            .form, .passed, .formOK, detail: ["dataModel": view.version.map { .string($0.rawValue) } ?? .null])
    }

    /// The first rule that is broken, in words that name the place.
    private func problem() -> String? {
        guard let contexts = json["@context"] else { return "$['@context'] is missing" }
        guard contexts.stringValue != nil || contexts.arrayValue != nil else {
            return "$['@context'] is no list of addresses"
        }
        guard let version = view.version else {
            return
                "the first @context is neither \(DataModelVersion.v2.contextURL) nor \(DataModelVersion.v1.contextURL)"
        }
        for context in contexts.asList where !Self.isURL(context.stringValue) && context.objectValue == nil {
            return "$['@context'] holds something that is neither an address nor an object"
        }
        if let problem = InlineContexts.problem(in: contexts.asList, of: version) { return problem }
        guard let types = Self.strings(json["type"]) else { return "$.type is no list of texts" }
        guard types.contains("VerifiableCredential") else { return "$.type lacks \"VerifiableCredential\"" }
        if let id = json["id"], !Self.isURL(id.stringValue) { return "$.id is no address" }
        guard let issuer = json["issuer"] else { return "$.issuer is missing" }
        guard issuer.stringValue != nil || issuer.objectValue != nil, Self.isURL(view.issuerID) else {
            return "$.issuer is no address and has none in its id"
        }
        return dates(version) ?? subject() ?? objectsWithType(version)
    }

    private func dates(_ version: DataModelVersion) -> String? {
        if version == .v1, json["issuanceDate"] == nil { return "$.issuanceDate is missing" }
        // Those of the other data model too: an end that can't be read might be one that has passed.
        for member in CredentialView.startMembers + CredentialView.endMembers {
            guard let value = json[member] else { continue }
            guard let text = value.stringValue, (try? Timestamp(rfc3339: text)) != nil else {
                return "$.\(member) is no time such as 2026-09-01T10:00:00Z"
            }
        }
        return nil
    }

    private func subject() -> String? {
        guard let subject = json["credentialSubject"] else { return "$.credentialSubject is missing" }
        let subjects = subject.asList
        guard !subjects.isEmpty else { return "$.credentialSubject is empty" }
        for subject in subjects {
            guard let object = subject.objectValue else { return "$.credentialSubject is no object" }
            guard !object.isEmpty else { return "$.credentialSubject says nothing" }
            if let id = object["id"], !Self.isURL(id.stringValue) { return "$.credentialSubject.id is no address" }
        }
        return nil
    }

    /// Objects of these members must say what they are, and name themselves by addresses if at all.
    private func objectsWithType(_ version: DataModelVersion) -> String? {
        for member in Self.typedMembers {
            guard let value = json[member] else { continue }
            let needsID = member == "credentialSchema" || version == .v1 && member == "credentialStatus"
            for element in value.asList {
                guard let object = element.objectValue else { return "$.\(member) is no object" }
                guard let types = Self.strings(object["type"]), !types.isEmpty else {
                    return "$.\(member) lacks a type"
                }
                let id = object["id"]
                if id != nil || needsID, !Self.isURL(id?.stringValue) {
                    return "$.\(member).id is no address"
                }
            }
        }
        guard version == .v2 else { return nil }
        if let problem = relatedResources() { return problem }
        let issuer = json["issuer"]
        for member in Self.textMembers {
            if let problem = Self.languageText(json[member], "$.\(member)")
                ?? Self.languageText(issuer?[member], "$.issuer.\(member)")
            {
                return problem
            }
        }
        return nil
    }

    /// Resources that a credential holds fast to name themselves, each once, and have a digest
    /// ([VC Data Model 2.0 §5.3](https://www.w3.org/TR/vc-data-model-2.0/#integrity-of-related-resources)).
    private func relatedResources() -> String? {
        var ids: Set<[UInt8]> = []
        for resource in json["relatedResource"]?.asList ?? [] {
            guard let object = resource.objectValue else {
                return "$.relatedResource holds something that is no object"
            }
            guard let id = object["id"]?.stringValue, Self.isURL(id) else {
                return "$.relatedResource.id is no address"
            }
            guard ids.insert(Array(id.utf8)).inserted else { return "$.relatedResource names one address twice" }
            guard Self.strings(object["digestSRI"]) != nil || Self.strings(object["digestMultibase"]) != nil else {
                return "$.relatedResource has no digest"
            }
        }
        return nil
    }

    private static let typedMembers = [
        "credentialStatus", "credentialSchema", "termsOfUse", "evidence", "refreshService", "proof",
    ]
    private static let textMembers = ["name", "description"]

    /// `name` and `description` are texts or language value objects.
    private static func languageText(_ value: JSONValue?, _ place: @autoclosure () -> String) -> String? {
        for element in value?.asList ?? [] {
            if element.stringValue != nil { continue }
            guard let object = element.objectValue, object["@value"]?.stringValue != nil,
                object.names.allSatisfy({ ["@value", "@language", "@direction"].contains($0) })
            else { return "\(place()) is no text" }
        }
        return nil
    }

    private static func strings(_ value: JSONValue?) -> [String]? {
        guard let value, value.stringValue != nil || value.arrayValue != nil else { return nil }
        let list = value.asList
        let strings = list.compactMap(\.stringValue)
        return strings.count == list.count && !strings.isEmpty ? strings : nil
    }

    /// An absolute URL: a scheme, a colon, and something after it, without spaces.
    static func isURL(_ text: String?) -> Bool {
        text.map(IRIForm.isAbsolute) ?? false
    }
}

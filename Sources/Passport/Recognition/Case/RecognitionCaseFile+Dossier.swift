package import Encodings

extension RecognitionCaseFile {
    /// The file of a case with all that is kept beside its outcome. It names the applicant, and is written with 0600.
    package static func json(of dossier: CaseDossier) -> JSONObject {
        var object = json(of: dossier.recognitionCase)
        object["state"] = .string(dossier.state.rawValue)
        object["identifiers"] = .array(dossier.identifiers.map { .string($0) })
        if let holder = dossier.holder { object["holder"] = .string(holder) }
        object["files"] = .array(dossier.grounds.fileDigests.map { .string(Base16.encode($0)) })
        if let updated = dossier.grounds.trustListUpdated { object["trustListUpdated"] = .string(updated.description) }
        object["statusListDates"] = .array(dossier.grounds.statusListDates.map { .string($0.description) })
        object["alerts"] = .array(dossier.recognitionCase.alerts.map(\.json))
        object["decisions"] = .array(
            dossier.decisions.map { decided in
                var one: JSONObject = [
                    "id": .string(decided.id), "on": .string(decided.on.description),
                    "officer": .string(decided.officer), "total": .string(decided.total.twoPlaces),
                ]
                one["amendments"] = .array(
                    decided.amendments.map {
                        [
                            "rule": .string($0.rule), "credits": .string($0.credits.twoPlaces),
                            "reason": .string($0.reason),
                        ]
                    })
                if let overturned = decided.overturned { one["overturned"] = .string(overturned.description) }
                return .object(one)
            })
        return object
    }

    /// - Throws: `RecognitionError` `recognition.case-file`
    package static func readDossier(_ bytes: [UInt8]) throws(RecognitionError) -> CaseDossier {
        let (recognitionCase, root) = try readAll(bytes)
        do throws(CaseFlaw) {
            return try dossier(recognitionCase, root)
        } catch {
            throw broken(error)
        }
    }

    private static func dossier(_ one: RecognitionCase, _ root: JSONValue) throws(CaseFlaw) -> CaseDossier {
        guard let state = CaseState(rawValue: try CaseFileParts.text("state", root)) else {
            throw CaseFlaw("its state isn't known")
        }
        let digests = try texts("files", root).compactMap { try? Base16.decode($0) }
        let dates = try texts("statusListDates", root).compactMap { Timestamp($0) }
        let updated = root["trustListUpdated"]?.stringValue.flatMap { Timestamp($0) }
        let decisions = try CaseFileParts.list("decisions", root) { (value) throws(CaseFlaw) in
            guard let on = Timestamp(try CaseFileParts.text("on", value)) else {
                throw CaseFlaw("the day of a decision can't be read")
            }
            return CaseDossier.Decided(
                id: try CaseFileParts.text("id", value), on: on, officer: try CaseFileParts.text("officer", value),
                total: try CaseFileParts.number("total", value),
                amendments: try CaseFileParts.list("amendments", value) { (value) throws(CaseFlaw) in
                    RecognitionAmendment(
                        rule: try CaseFileParts.text("rule", value),
                        credits: try CaseFileParts.number("credits", value),
                        reason: try CaseFileParts.text("reason", value))
                },
                overturned: value["overturned"]?.stringValue.flatMap { Timestamp($0) })
        }
        var one = one
        one.alerts = try CaseFileParts.list("alerts", root, CaseAlert.read)
        return CaseDossier(
            one, state: state, identifiers: try texts("identifiers", root), holder: root["holder"]?.stringValue,
            grounds: DecisionGrounds(fileDigests: digests, trustListUpdated: updated, statusListDates: dates),
            decisions: decisions)
    }

    private static func texts(_ name: String, _ root: JSONValue) throws(CaseFlaw) -> [String] {
        try CaseFileParts.list(name, root) { (value) throws(CaseFlaw) in
            guard let text = value.stringValue else { throw CaseFlaw("\"\(name)\" is no list of texts") }
            return text
        }
    }
}

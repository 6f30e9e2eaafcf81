// module: OpenBadges
// seeds: examples/tiimityo.json Tests/Fuzzing/Seeds/sd-derived.cbor Tests/Fuzzing/DataIntegrityFuzzer.swift
// parts: Choices Documents Badge Contexts
import Cryptography
import Encodings
import LinkedData
import OpenBadges
import VerifiableCredentials

private let verifier = Verifier(
    material: VerificationMaterial(), policy: VerificationPolicy(), profile: OpenBadgeProfile(),
    time: JudgementTime(now: FuzzBadge.created))

/// A signed badge, changed here and there: its proof fits only what says the same, in every suite.
func fuzz(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let signed = choices.one(of: FuzzBadge.all)
    var changer = Changer(choices)
    var document = signed.document
    for _ in 0..<(1 + changer.maker.choices.number(below: 3)) {
        document = changer.changed(.object(document)).objectValue ?? document
    }
    judge(document, signed)
    let report = verifier.judge(JSONWriter.compact(.object(document)), source: "input")
    claim("a report has something to say", !report.checks.isEmpty)
    guard report.checks.first(where: { $0.check == .proof })?.outcome == .passed else { return }
    claim("the verifier passes what says the same alone", says(document, as: signed))
}

private func judge(_ document: JSONObject, _ signed: FuzzBadge.Signed) {
    guard let proofs = accepted({ try DataIntegrityProof.all(in: document) }) else { return }
    var memory = DocumentMemory()
    for proof in proofs {
        guard signed.suite.verify(document: document, proof: proof, key: signed.key, memory: &memory) == .verified
        else {
            continue
        }
        claim("a proof fits what says the same alone", says(document, as: signed))
        let alone = signed.suite.verify(document: document, proof: proof, key: signed.key)
        claim("what was worked out for other proofs decides nothing", alone == .verified)
    }
}

/// Whether the parts that the suite signs mean what they meant.
private func says(_ document: JSONObject, as signed: FuzzBadge.Signed) -> Bool {
    let (changed, original) = (document.removing("proof"), signed.document.removing("proof"))
    guard signed.suite is any JCSCryptosuite else { return form(changed) == form(original) }
    // Contexts may follow those that the proof names.
    var unsecured = changed
    if changed["@context"] != original["@context"] {
        let count = original["@context"]?.asList.count ?? 0
        unsecured["@context"] = .array(Array((changed["@context"]?.asList ?? []).prefix(count)))
        if count == 1, original["@context"]?.arrayValue == nil {
            unsecured["@context"] = changed["@context"]?.asList.first
        }
    }
    return JCS.canonicalize(.object(unsecured)) == JCS.canonicalize(.object(original))
}

private func form(_ document: JSONObject) -> [UInt8]? {
    accepted {
        let contexts = FuzzContexts.store.prepared
        return try RDFC10.canonicalize(JSONLD.toRDF(.object(document), contexts: contexts, options: .signing)).text
    }
}

/// Changes one place of a document.
private struct Changer {
    var maker: DocumentMaker

    init(_ choices: Choices) { maker = DocumentMaker(choices) }

    mutating func changed(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object) where !object.isEmpty && maker.choices.chance(4, of: 5):
            let member = object.members[maker.choices.number(below: object.count)]
            var object = object
            if maker.choices.chance(3, of: 4) {
                object[member.name] = changed(member.value)
                return .object(object)
            }
            return .object(changedMembers(object, member))
        case .array(let elements) where !elements.isEmpty && maker.choices.chance(4, of: 5):
            var elements = elements
            let place = maker.choices.number(below: elements.count)
            switch maker.choices.number(below: 5) {
            case 0: elements.append(elements[place])
            case 1: elements.remove(at: place)
            case 2: elements.swapAt(place, 0)
            case 3: elements.insert(maker.value(depth: 4), at: place)
            default: elements[place] = changed(elements[place])
            }
            return .array(elements)
        default: return replaced(value)
        }
    }

    private mutating func changedMembers(_ object: JSONObject, _ member: JSONObject.Member) -> JSONObject {
        var object = object
        switch maker.choices.number(below: 7) {
        case 0: object[member.name] = nil
        case 1:
            object[member.name] = nil
            object[maker.name()] = member.value
        case 2: object[maker.name()] = member.value
        case 3:
            // The same said in an object of its own that bears the same id.
            object[member.name] = nil
            var twin: JSONObject = [member.name: member.value]
            twin["id"] = object["id"]
            object[maker.choices.one(of: ["@included", "@graph", "@nest", "evidence", "related"])] = .object(twin)
        case 4: object["@context"] = .array((object["@context"]?.asList ?? []) + [maker.context(depth: 1)])
        case 5: object = JSONObject(uniqueMembers: object.members.reversed())
        default: object[maker.name()] = maker.value(depth: 4)
        }
        return object
    }

    private mutating func replaced(_ value: JSONValue) -> JSONValue {
        switch maker.choices.number(below: 6) {
        case 0: return .array([value])
        case 1: return .array([value, value])
        case 2: return .object(["@value": value])
        case 3: return .object(["@set": .array([value])])
        case 4:
            guard case .string(let text) = value, var last = text.unicodeScalars.last.map({ $0.value }) else {
                return maker.value(depth: 6)
            }
            last ^= 1
            return .string(String(text.dropLast()) + (Unicode.Scalar(last).map { String($0) } ?? ""))
        default: return maker.value(depth: 6)
        }
    }
}

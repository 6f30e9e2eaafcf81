import Cryptography
public import Encodings

extension ReceiverPolicy {
    private static let members = [
        "format", "name", "voice", "requiredChecks", "kinds", "maxStatusAgeDays", "maxHolderStatusAgeDays",
        "cryptosuites", "minLevel",
    ]

    /// The largest policy file that is read.
    public static let maxBytes = 64 << 10

    /// Reads the text of a policy file.
    public init(parsing bytes: [UInt8]) throws(PolicyError) {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONParser.parse(bytes)
        } catch {
            throw PolicyError(
                .format, "The policy can't be read: \(error.message) (\(error.position))", hint: "Mend that place.",
                cause: error.codeText)
        }
        try self.init(json: json)
    }

    /// Reads a policy strictly: an unknown member could be one that was meant to demand something.
    public init(json: JSONValue) throws(PolicyError) {
        guard let object = json.objectValue, object["format"]?.stringValue == Self.format else {
            throw PolicyError(
                .format, "The file doesn't say that it is a policy.",
                hint: "A policy begins with \"format\": \"\(Self.format)\"; --show-policy prints one to start from.")
        }
        let reader = PolicyReader(object)
        try reader.allow(Self.members)
        guard let name = try reader.text("name") else {
            throw PolicyError(.field, "The policy lacks $.name.", hint: "Give it a short name, such as \"our rules\".")
        }
        self.init(name: name)
        if let word = try reader.text("voice") {
            voice = try reader.choice(word, "voice", among: ReportVoice.allCases.map(\.rawValue))
                .flatMap(ReportVoice.init)
        }
        for word in try reader.texts("requiredChecks") {
            let check = try reader.choice(word, "requiredChecks", among: Check.allCases.map(\.rawValue))
            if let check = check.flatMap(Check.init) { demands.requiredChecks.append(check) }
        }
        demands.kinds = try reader.texts("kinds")
        for word in try reader.texts("cryptosuites") {
            if let suite = try reader.choice(word, "cryptosuites", among: Self.suites) { demands.suites.append(suite) }
        }
        let days = 0...VerificationPolicy.usualStatusAgeDays
        maxStatusAgeDays = try reader.number("maxStatusAgeDays", in: days)
        maxHolderStatusAgeDays = try reader.number("maxHolderStatusAgeDays", in: days)
        demands.minLevel = try reader.number("minLevel", in: 1...4)
    }

    /// The names by which reports call the suites and algorithms that are read here.
    static var suites: [String] {
        Cryptosuites(contexts: ContextStore([]).prepared).all.map(\.name)
            + SignatureAlgorithm.allCases.map(\.joseName)
    }
}

/// Reads the members of a policy, naming the place of what is wrong.
private struct PolicyReader {
    let object: JSONObject

    init(_ object: JSONObject) { self.object = object }

    func allow(_ names: [String]) throws(PolicyError) {
        guard let stranger = object.names.first(where: { name in !names.contains { $0.hasSameBytes(as: name) } }) else {
            return
        }
        throw PolicyError(
            .field, "The policy has a member that isn't known: \"\(UTF8Text.shown(stranger))\".",
            hint: "Known are \(names.joined(separator: ", ")).")
    }

    func text(_ name: String) throws(PolicyError) -> String? {
        guard let value = object[name] else { return nil }
        guard let text = value.stringValue, !text.isEmpty else { throw wrong(name, due: "a text") }
        return text
    }

    /// A list that stands there must name something: an empty one reads as "nothing" to people and as "all" here.
    func texts(_ name: String) throws(PolicyError) -> [String] {
        guard let value = object[name] else { return [] }
        let texts = value.arrayValue?.compactMap(\.stringValue) ?? []
        guard !texts.isEmpty, texts.count == value.arrayValue?.count, !texts.contains("") else {
            throw wrong(name, due: "a list of at least one text")
        }
        return texts
    }

    func number(_ name: String, in range: ClosedRange<Int>) throws(PolicyError) -> Int? {
        guard let value = object[name] else { return nil }
        let due = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard let number = value.numberValue else { throw wrong(name, due: due) }
        guard let whole = number.intValue, range.contains(whole) else {
            throw PolicyError(
                .value, "At $.\(name) of the policy \(due) is due.", hint: "A policy can only ask for more.")
        }
        return whole
    }

    func choice(_ word: String, _ name: String, among known: [String]) throws(PolicyError) -> String? {
        if let found = known.first(where: { $0.hasSameBytes(as: word) }) { return found }
        throw PolicyError(
            .value, "At $.\(name) of the policy \"\(UTF8Text.shown(word))\" isn't known.",
            hint: "Known are \(known.joined(separator: ", ")).")
    }

    private func wrong(_ name: String, due: String) -> PolicyError {
        PolicyError(.field, "At $.\(name) of the policy \(due) is due.")
    }
}

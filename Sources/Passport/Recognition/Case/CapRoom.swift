import Encodings

/// What the limits leave for one rule.
struct CapRoom {
    let credits: DecimalHundredths
    /// The limit that decides: the smaller room, the group's where both are equal.
    private let reason: RecognitionReason
    private let group: String?
    private let limit: DecimalHundredths?

    /// - Parameters:
    ///   - given: what all rules before have given.
    ///   - givenInGroup: what those of the same group have given.
    init(
        _ rule: RecognitionRule, caps: RecognitionRules.Caps, given: DecimalHundredths, givenInGroup: DecimalHundredths
    ) {
        let groupLimit = rule.capGroup.flatMap(caps.group)
        let groupRoom = groupLimit.map { Self.rest($0, givenInGroup) }
        let totalRoom = caps.total.map { Self.rest($0, given) }
        let isGroup = groupRoom.map { room in totalRoom.map { room <= $0 } ?? true } ?? false
        credits =
            (isGroup ? groupRoom : totalRoom) ?? DecimalHundredths(hundredths: .max)
        reason = isGroup ? .capGroup : .capTotal
        group = isGroup ? rule.capGroup : nil
        limit = isGroup ? groupLimit : caps.total
    }

    private static func rest(_ limit: DecimalHundredths, _ given: DecimalHundredths) -> DecimalHundredths {
        DecimalHundredths(hundredths: max(0, limit.hundredths - given.hundredths))
    }

    /// - Parameter wanted: what there would be without a limit, where that is known.
    func statement(wanted: DecimalHundredths? = nil) -> ReasonStatement {
        var values: [String: StatedValue] = ["room": .number(credits)]
        values["limit"] = limit.map(StatedValue.number)
        values["group"] = group.map(StatedValue.text)
        values["wanted"] = wanted.map(StatedValue.number)
        return ReasonStatement(reason, values)
    }
}

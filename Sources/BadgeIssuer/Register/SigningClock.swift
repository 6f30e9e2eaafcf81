package import Encodings

/// What a moment of signing is compared with: nothing may be dated before what the register knows already.
package enum SigningClock {
    /// Several machines may share a register, and their clocks differ a little.
    static let skewSeconds = 300

    /// Refuses to sign by a clock that was set back: what it dates would lie before what was signed already, and a
    /// list so dated would not be believed.
    ///
    /// - Parameter newest: what the register knows.
    /// - Throws: `clock.behind`.
    package static func check(_ now: Timestamp, against newest: Timestamp?) throws(RegisterError) {
        guard let newest, now.adding(seconds: skewSeconds) < newest else { return }
        throw RegisterError(
            .clockBehind,
            "This machine's clock says \(now.wholeSeconds), and the register has something of \(newest.wholeSeconds) already.",
            hint: "Set the clock and run the same command again. If the clock is right now and was ahead then, add "
                + "--trust-clock.")
    }
}

extension RegisterReader {
    /// When the newest entry of the trail or the newest award was made, whichever is later.
    package func newestEntryTime() throws(RegisterError) -> Timestamp? {
        var newest: Timestamp?
        if let row = try first("SELECT json FROM audit_entries ORDER BY sequence DESC LIMIT 1"),
            let text = (try? JSONParser.parse(try row.bytes(0)))?["at"]?.stringValue
        {
            newest = try? Timestamp(rfc3339: text)
        }
        if let row = try first("SELECT signed_at FROM awards ORDER BY number DESC LIMIT 1") {
            let signed = try row.instant(0)
            newest = newest.map { max($0, signed) } ?? signed
        }
        return newest
    }

    /// When the newest list or checkpoint was dated; nothing before the first publication.
    package func newestPublishedTime() throws(RegisterError) -> Timestamp? {
        var times = try statusLists().compactMap { $0.signed?.validFrom }
        if let checkpoint = try latestCheckpoint() { times.append(checkpoint.at) }
        return times.max()
    }
}

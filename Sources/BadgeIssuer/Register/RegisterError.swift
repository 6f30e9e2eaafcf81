import Encodings

/// Why the register could not be opened, read or changed.
package struct RegisterError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// There is no register where one was expected.
        case missing = "register.missing"
        /// A register is to be made where a file already is.
        case alreadyExists = "register.already-exists"
        /// The file isn't an SQLite database, or is one of another program.
        case notARegister = "register.not-a-register"
        /// A newer version of the program wrote this register.
        case newerSchema = "register.newer-schema"
        /// The register is of an older version and was opened only for reading.
        case olderSchema = "register.older-schema"
        /// The register was opened for reading, or the file may not be written.
        case readOnly = "register.read-only"
        /// Another process held the register for longer than we wait.
        case busy = "register.busy"
        /// The file or its folder can't be opened with the rights at hand.
        case cannotOpen = "register.cannot-open"
        /// The disk is full.
        case diskFull = "register.disk-full"
        /// Reading from or writing to the disk failed.
        case inputOutput = "register.input-output"
        /// The database is damaged, or holds a value that no version of the program writes.
        case corrupt = "register.corrupt"
        /// The person isn't in the register.
        case personMissing = "register.person-missing"
        /// An email address, student id, DID or passport number belongs to another person.
        case identifierTaken = "register.identifier-taken"
        /// The definition's version isn't in the register.
        case definitionMissing = "register.definition-missing"
        /// A published version of a definition was recorded before with other contents.
        case definitionFrozen = "register.definition-frozen"
        /// The definition's version was a draft, retired or out of date on the day of the award.
        case definitionNotInForce = "register.definition-not-in-force"
        /// The award isn't in the register.
        case awardMissing = "register.award-missing"
        /// What was given can't be an award's id.
        case awardReference = "register.award-reference"
        /// Several awards have an id that begins so.
        case awardAmbiguous = "register.award-ambiguous"
        /// The person has a live award of this badge, and the badge isn't repeatable.
        case liveAward = "register.live-award"
        /// What was signed can't be changed afterwards.
        case awardFrozen = "register.award-frozen"
        /// The award's life cycle has no such step.
        case stateTransition = "state.transition"
        /// The status list or the place in it doesn't exist, or is taken.
        case statusEntry = "register.status-entry"
        /// A reference in the audit trail must be an id or a code; this text could name a person.
        case auditReference = "register.audit-reference"
        /// A value breaks a rule of the register; the checks before it should have refused it.
        case constraint = "register.constraint"
        /// The clock is behind what the register has already; nothing is signed by it.
        case clockBehind = "clock.behind"
        /// A fault in the program or in SQLite.
        case fault = "register.fault"
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let cause: String?

    package init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    package var codeText: String { code.rawValue }
    package static func == (left: RegisterError, right: RegisterError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

import Encodings

/// The program's exit statuses, and the only place that turns a code into one.
///
/// A command that has said all there is to say ends by throwing its status.
enum ExitStatus: Int32, Error {
    case done = 0
    /// `verify`: at least one is not valid.
    case invalid = 1
    /// `verify`: none invalid, some undetermined.
    case undetermined = 2
    case usage = 64
    case badInput = 65
    case missingInput = 66
    case unavailable = 69
    case fault = 70
    case cannotCreate = 73
    case inputOutput = 74
    case permission = 77
    case settings = 78

    /// The status for an error's code. A code's own row comes before its area's.
    init(code: String) { self = Self.listed(code) ?? .fault }

    /// The status that the tables give a code; nothing for a code that they don't know.
    static func listed(_ code: String) -> ExitStatus? {
        byCode[code] ?? byArea[String(code.prefix { $0 != "." })]
    }

    private static let byCode: [String: ExitStatus] = [
        "award.output": .cannotCreate,
        "custody.recovery-key": .permission,
        "custody.unfinished": .inputOutput,
        "award.self-check": .fault,
        "award.signing": .fault,
        "backup.other-workspace": .cannotCreate,
        "binding.self-check": .fault,
        "binding.signing": .fault,
        "backup.wrong-passphrase": .permission,
        "erasure.traces": .inputOutput,
        "erasure.unwritable": .cannotCreate,
        "fetch.authorities": .badInput,
        "file.exists": .cannotCreate,
        "file.missing": .missingInput,
        "file.no-space": .inputOutput,
        "file.permission": .permission,
        "file.unreadable": .inputOutput,
        "file.unwritable": .cannotCreate,
        "history.issuance-list": .badInput,
        "history.signing": .fault,
        "image.already-baked": .cannotCreate,
        "image.missing": .missingInput,
        "jose.signing": .fault,
        "koski.no-oid": .settings,
        "key.openssl": .fault,
        "key.passphrase-missing": .permission,
        "key.wrong-passphrase": .permission,
        "key-file.exists": .cannotCreate,
        "key-file.missing": .missingInput,
        "key-file.passphrase": .permission,
        "key-file.link": .permission,
        "key-file.permissions": .permission,
        "key-file.unreadable": .inputOutput,
        "key-file.unwritable": .cannotCreate,
        "bundle.signing": .fault,
        "memory.busy": .inputOutput,
        "memory.cannot-open": .permission,
        "memory.fault": .fault,
        "memory.input-output": .inputOutput,
        "memory.link": .permission,
        "memory.permissions": .permission,
        "memory.read-only": .permission,
        "memory.unfinished": .permission,
        "pathway.changed": .inputOutput,
        "pathway.unreadable": .settings,
        "policy.unknown": .missingInput,
        "portfolio.name": .usage,
        "portfolio.nothing-chosen": .usage,
        "portfolio.self-check": .fault,
        "portfolio.until": .usage,
        "proof.pointer": .usage,
        "publish.checkpoint": .badInput,
        "publish.unsafe-folder": .usage,
        "register.already-exists": .cannotCreate,
        "register.award-ambiguous": .badInput,
        "register.award-frozen": .badInput,
        "register.award-missing": .badInput,
        "register.award-reference": .badInput,
        "register.busy": .inputOutput,
        "register.cannot-open": .permission,
        "register.constraint": .fault,
        "register.definition-frozen": .badInput,
        "register.definition-missing": .badInput,
        "register.definition-not-in-force": .badInput,
        "register.disk-full": .inputOutput,
        "register.fault": .fault,
        "register.identifier-taken": .badInput,
        "register.input-output": .inputOutput,
        "register.live-award": .badInput,
        "register.person-missing": .badInput,
        "register.read-only": .permission,
        "register.status-entry": .badInput,
        "register.audit-reference": .badInput,
        "shelf.already-exists": .cannotCreate,
        "shelf.busy": .inputOutput,
        "shelf.cannot-open": .permission,
        "shelf.corrupt": .settings,
        "shelf.disk-full": .inputOutput,
        "shelf.backup-passphrase": .permission,
        "shelf.fault": .fault,
        "shelf.input-output": .inputOutput,
        "shelf.link": .permission,
        "shelf.missing": .missingInput,
        "shelf.newer-schema": .settings,
        "shelf.not-a-shelf": .settings,
        "shelf.older-schema": .settings,
        "shelf.permissions": .permission,
        "shelf.read-only": .permission,
        "transcript.self-check": .fault,
        "transcript.signing": .fault,
        "trust.exists": .cannotCreate,
        "trust.missing": .missingInput,
        "workspace.exists": .cannotCreate,
        "workspace.samples-broken": .badInput,
        "workspace.samples-missing": .missingInput,
        "workspace.unwritable": .cannotCreate,
    ]

    private static let byArea: [String: ExitStatus] = [
        "application": .badInput, "audit": .badInput, "award": .badInput, "backup": .badInput,
        "binding": .badInput, "bundle": .badInput, "context": .badInput,
        "csv": .badInput,
        "custody": .badInput, "definition": .badInput, "did": .badInput, "doctor": .badInput, "encoding": .badInput,
        "file": .badInput,
        "image": .badInput, "jose": .badInput, "json": .badInput, "jsonld": .badInput, "koski": .badInput,
        "limit": .badInput, "organisation": .badInput, "pathway": .badInput, "policy": .badInput,
        "portfolio": .badInput, "rdf": .badInput,
        "recognition": .badInput, "record": .badInput, "row": .badInput, "shelf": .badInput,
        "state": .badInput, "status": .badInput, "transcript": .badInput, "trust": .badInput,
        "clock": .settings, "erasure": .settings, "history": .settings, "key": .settings, "key-file": .settings,
        "memory": .settings,
        "publish": .settings, "register": .settings, "workspace": .settings,
        "usage": .usage,
        "right": .permission,
        "program": .fault, "proof": .fault,
    ]
}

import BadgeDefinitions

/// Whether a definition can be awarded at all: the register's word counts where it has one, else the file's.
struct DefinitionCheck {
    let definition: BadgeDefinition
    let snapshot: DefinitionSnapshot?

    var refusal: AwardFinding? {
        let name = "\"\(definition.slug)\""
        if let snapshot {
            guard snapshot.digest == definition.digest else {
                return AwardFinding(
                    .definitionChanged,
                    "Version \(definition.version) of \(name) was changed after it was published.",
                    "Undo the change, or give it version \(definition.version + 1) and publish that.")
            }
            return snapshot.status == .retired ? Self.retired(name) : nil
        }
        return switch definition.status {
        case .published: nil
        case .retired: Self.retired(name)
        case .draft:
            AwardFinding(
                .notPublished, "The badge \(name) is still a draft.",
                "Publish it first: `passportctl definition publish \(definition.slug)`.")
        }
    }

    private static func retired(_ name: String) -> AwardFinding {
        AwardFinding(
            .notPublished, "The badge \(name) is retired and isn't awarded any more.",
            "Badges given before stay valid; publish a new version to award it again.")
    }
}

extension AwardFinding {
    fileprivate init(_ code: AwardError.Code, _ message: String, _ hint: String) {
        self.init(.refusal, code, message, hint: hint)
    }
}

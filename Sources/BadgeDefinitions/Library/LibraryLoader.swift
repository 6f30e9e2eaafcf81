import Encodings

/// Reads definition and pathway files one after the other, and then what can be judged of all together only. Skill
/// profiles and lists of offers that lie among them are checked by their own rules.
struct LibraryLoader {
    private struct Waiting {
        let file: String
        let bytes: [UInt8]
    }

    private let defaults: DefinitionDefaults
    private let frozen: ((BadgeDefinition) -> FrozenVersion?)?
    private let frozenPathway: ((Pathway) -> FrozenVersion?)?
    private var entries: [DefinitionLibrary.Entry] = []
    private var pathwayFiles: [Waiting] = []
    private var otherFiles: [String] = []
    private var findings: [DefinitionFinding] = []
    /// Slugs of all badges seen, those in refused files too: a broken definition isn't a missing one.
    private var slugs: Set<String> = []
    /// Where each version stands first.
    private var firstPlaces: [String: String] = [:]

    init(
        defaults: DefinitionDefaults, frozen: ((BadgeDefinition) -> FrozenVersion?)?,
        frozenPathway: ((Pathway) -> FrozenVersion?)?
    ) {
        (self.defaults, self.frozen, self.frozenPathway) = (defaults, frozen, frozenPathway)
    }

    // MARK: Reading

    mutating func readFolder(_ reader: FolderReader, prefix: String) throws(DefinitionError) {
        for name in try reader.names() where name.utf8.suffix(5).elementsEqual(".json".utf8) {
            readFile(name, in: reader, calling: prefix + name)
        }
    }

    /// - Parameter file: what findings call the file.
    mutating func readFile(_ name: String, in reader: FolderReader, calling file: String) {
        let bytes: [UInt8]
        do throws(FolderReader.Failure) {
            bytes = try reader.read(name, maxBytes: DefinitionFile.maxBytes)
        } catch {
            findings.append(
                DefinitionFinding(
                    .error, .definition(.unreadable), file: file,
                    message: "The file \(Self.sentence(for: error, limit: DefinitionFile.maxBytes))."))
            return
        }
        let object = try? DefinitionFile.object(in: bytes, file: file).get()
        if let format = object?["format"]?.stringValue, format.utf8.starts(with: "passport.pathway".utf8) {
            pathwayFiles.append(Waiting(file: file, bytes: bytes))
            return
        }
        if let found = Self.otherFindings(object, bytes, file: file) {
            findings += found
            if !found.contains(where: \.isError) { otherFiles.append(file) }
            return
        }
        if let slug = object?["id"]?.stringValue { slugs.insert(slug) }
        let (definition, found) = DefinitionReader.read(bytes, file: file, defaults: defaults, frozen: frozen)
        findings += found
        let image = image(named: object?["image"]?.stringValue, in: reader, file: file, bytes: bytes)
        guard let definition else { return }
        let key = definition.achievementID
        if let first = firstPlaces[key] {
            findings.append(
                duplicate(of: "Version \(definition.version) of \"\(definition.slug)\"", first, file, bytes))
            return
        }
        firstPlaces[key] = file
        guard image != nil || definition.image == nil else { return }
        entries.append(DefinitionLibrary.Entry(file: file, definition: definition, image: image))
    }

    /// What is wrong with a skill profile or a list of offers; nothing for a file of another kind.
    private static func otherFindings(
        _ object: JSONObject?, _ bytes: [UInt8], file: String
    ) -> [DefinitionFinding]? {
        guard let format = object?["format"]?.stringValue else { return nil }
        switch format.prefix(while: { $0 != "/" }) {
        case "passport.profile": return SkillProfileReader.read(bytes, file: file).findings
        case "passport.offers": return OfferListReader.read(bytes, file: file).findings
        default: return nil
        }
    }

    /// Notes the badges of a folder as known, without loading them.
    mutating func noteNames(in folder: String) {
        guard let reader = try? FolderReader(folder), let names = try? reader.names() else { return }
        for name in names where name.utf8.suffix(5).elementsEqual(".json".utf8) {
            guard let bytes = try? reader.read(name, maxBytes: DefinitionFile.maxBytes),
                let object = try? DefinitionFile.object(in: bytes, file: name).get(),
                object["format"]?.stringValue == DefinitionReader.format, let slug = object["id"]?.stringValue
            else { continue }
            slugs.insert(slug)
        }
    }

    /// Checks the picture even of a definition that was refused, so that a person hears of both at once.
    private mutating func image(
        named name: String?, in reader: FolderReader, file: String, bytes: [UInt8]
    ) -> DefinitionImage? {
        guard let name, NameForms.isPlainFileName(name) else { return nil }
        let path = JSONPath.root.appending("image")
        let position = JSONLocator.position(of: path, in: bytes)
        do throws(DefinitionError) {
            let image = try Self.image(named: name, in: reader)
            if image.kind == .svg, !image.isEmbeddable {
                findings.append(
                    DefinitionFinding(
                        .warning, .definition(.imageLinked), file: file, path: path, position: position,
                        message: "The picture \"\(name)\" has \(image.bytes.count) bytes, so the badge links to it "
                            + "instead of carrying it.",
                        hint: "Make it \(DefinitionImage.maxEmbeddedBytes) bytes or less and it travels inside."))
            }
            return image
        } catch {
            findings.append(
                DefinitionFinding(
                    .error, .definition(error.code), file: file, path: path, position: position,
                    message: error.message, hint: error.hint))
            return nil
        }
    }

    private static func image(named name: String, in reader: FolderReader) throws(DefinitionError) -> DefinitionImage {
        let bytes: [UInt8]
        do throws(FolderReader.Failure) {
            bytes = try reader.read(name, maxBytes: DefinitionImage.maxBytes)
        } catch {
            throw DefinitionError(
                .image, "The picture \"\(name)\" \(sentence(for: error, limit: DefinitionImage.maxBytes)).",
                hint: "It has to be a file of its own beside the definition.")
        }
        return try DefinitionImage.check(bytes, named: name)
    }

    private static func sentence(for failure: FolderReader.Failure, limit: Int) -> String {
        switch failure {
        case .missing: "isn't there"
        case .isLink: "is a link, and links aren't followed"
        case .notAFile: "isn't a file"
        case .tooLarge: "is too large; at most \(limit) bytes are read"
        case .unreadable: "can't be read"
        }
    }

    // MARK: Judging together

    /// Everything read so far. Pathways come last, when all badges are known.
    mutating func library() -> DefinitionLibrary {
        let known = slugs.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var pathways: [DefinitionLibrary.PathwayEntry] = []
        for waiting in pathwayFiles {
            let (pathway, found) = PathwayReader.read(
                waiting.bytes, file: waiting.file, defaults: defaults, badges: known, frozen: frozenPathway)
            findings += found
            guard let pathway else { continue }
            let key = "pathway \(pathway.badgeBase)\(pathway.slug)/v\(pathway.version)"
            if let first = firstPlaces[key] {
                let name = "Version \(pathway.version) of the pathway \"\(pathway.slug)\""
                findings.append(duplicate(of: name, first, waiting.file, waiting.bytes))
            } else {
                firstPlaces[key] = waiting.file
                pathways.append(DefinitionLibrary.PathwayEntry(file: waiting.file, pathway: pathway))
            }
        }
        return DefinitionLibrary(
            entries: entries, pathwayEntries: pathways, otherFiles: otherFiles,
            findings: DefinitionFinding.inReadingOrder(findings))
    }

    private func duplicate(of name: String, _ first: String, _ file: String, _ bytes: [UInt8]) -> DefinitionFinding {
        let path = JSONPath.root.appending("id")
        return DefinitionFinding(
            .error, .definition(.duplicateID), file: file, path: path,
            position: JSONLocator.position(of: path, in: bytes),
            message: "\(name) stands in \"\(Quote.text(first))\" already.",
            hint: "Give this one another \"id\" or another \"version\".")
    }
}

import Encodings

/// What importing a list would do to a folder of definitions: new badges, new versions, or nothing.
///
/// A badge is known again by its code, whatever it is called by now. A version that was published is never touched;
/// what changed since becomes the next version, in a file of its own, and the school's own additions go along.
package struct NationalImport: Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        case new
        /// The list says something else than the published version: a draft of the next one.
        case newVersion = "new-version"
        /// The list says something else than the draft, which is written anew.
        case updated
        case unchanged
    }

    package struct Entry: Sendable {
        package let badge: NationalBadge
        package let slug: String
        package let version: Int
        package let outcome: Outcome
        /// The definition's file; of an unchanged badge the one that is there.
        package let file: String
        /// The file's bytes; nothing for an unchanged badge.
        package let bytes: [UInt8]?
        /// The drawing that the definition names, when it is one of ours.
        package let picture: (name: String, bytes: [UInt8])?
        package let warnings: [String]
    }

    package let entries: [Entry]

    /// - Parameters:
    ///   - library: the definitions that the folder has.
    ///   - isFrozen: whether a version is published or retired, by the register or its file.
    ///   - categories: slugs to use instead of ours, by our slug or the category's name in the list.
    /// - Throws: `DefinitionError` when what comes out is no sound definition; nothing is imported then.
    package init(
        _ badges: [NationalBadge], into library: DefinitionLibrary, files: Set<String> = [],
        isFrozen: (BadgeDefinition) -> Bool, categories: [String: String] = [:]
    ) throws(DefinitionError) {
        var slugs = Set(library.definitions.map(\.slug))
        var known: [String: DefinitionLibrary.Entry] = [:]
        for entry in library.entries {
            guard let code = entry.definition.nationalCode else { continue }
            if let other = known[code], other.definition.version >= entry.definition.version { continue }
            known[code] = entry
        }
        var entries: [Entry] = []
        for badge in badges {
            if let entry = known[badge.codeURI] {
                entries.append(try Self.next(badge, after: entry, isFrozen: isFrozen(entry.definition), files: files))
            } else {
                let slug = Self.slug(badge, taken: slugs, files: files)
                slugs.insert(slug)
                let category = Self.category(badge, categories)
                let json = badge.definition(slug: slug, category: category.slug)
                let theme = badge.theme
                entries.append(
                    Entry(
                        badge: badge, slug: slug, version: 1, outcome: .new, file: "\(slug).json",
                        bytes: try Self.checked(json, badge),
                        picture: (NationalPicture.fileName(theme), NationalPicture.svg(theme)),
                        warnings: category.warnings))
            }
        }
        self.entries = entries
    }

    // MARK: A badge that is there

    private static func next(
        _ badge: NationalBadge, after entry: DefinitionLibrary.Entry, isFrozen: Bool, files: Set<String>
    ) throws(DefinitionError) -> Entry {
        let definition = entry.definition
        var json = definition.json
        var hasChanged = false
        var warnings: [String] = []
        for (name, value) in badge.ownedMembers {
            let old = json[name] ?? .null
            // What the school wrote where the list has nothing stays.
            guard old != value, name != "description" || badge.isDescribed else { continue }
            // The last day of a published version is the register's; a list may only announce it.
            if name == "validUntil", isFrozen {
                if let end = badge.validUntil {
                    warnings.append(
                        "The list says that it ends on \(end); `passportctl definition retire \(definition.slug)` ends it."
                    )
                }
                continue
            }
            json[name] = value
            hasChanged = true
        }
        guard hasChanged else {
            return Entry(
                badge: badge, slug: definition.slug, version: definition.version, outcome: .unchanged,
                file: entry.file, bytes: nil, picture: nil, warnings: warnings)
        }
        // Filled in by the reader; a file that left it out goes on without it.
        json["badgeBase"] = nil
        json["validUntil"] = badge.validUntil.map { .string($0.description) } ?? .null
        json["status"] = "draft"
        let version = isFrozen ? definition.version + 1 : definition.version
        json["version"] = .number(JSONNumber(version))
        var file = entry.file
        if isFrozen {
            file = "\(definition.slug)-v\(version).json"
            guard !files.contains(file) else {
                throw DefinitionError(
                    .duplicateID,
                    "There is a file \"\(file)\" already, where version \(version) of \(badge.codeURI) belongs.",
                    hint: "Rename it or take it out of the folder, and import again.")
            }
        }
        return Entry(
            badge: badge, slug: definition.slug, version: version, outcome: isFrozen ? .newVersion : .updated,
            file: file, bytes: try checked(json, badge), picture: nil, warnings: warnings)
    }

    // MARK: A new badge

    /// From the Finnish name, ä as a and ö as o; with the code behind it when another badge has that slug.
    static func slug(_ badge: NationalBadge, taken: Set<String>, files: Set<String>) -> String {
        let base = slug(of: badge.name.text(in: "fi", main: "sv"))
        let isFree = { (slug: String) in !taken.contains(slug) && !files.contains("\(slug).json") }
        if let base, isFree(base) { return base }
        let end = "-\(badge.code)"
        let start = base ?? "osaamismerkki"
        let whole = "\(start.prefix(64 - end.utf8.count))\(end)"
        if isFree(whole) { return whole }
        var number = 2
        while true {
            let end = "-\(badge.code)-\(number)"
            let next = "\(start.prefix(64 - end.utf8.count))\(end)"
            if isFree(next) { return next }
            number += 1
        }
    }

    /// The name in the letters of a slug; nothing when too few are left.
    static func slug(of name: String) -> String? {
        var slug = ""
        for scalar in name.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": slug.unicodeScalars.append(scalar)
            case "ä", "å", "à", "á", "â": slug += "a"
            case "ö", "ó", "ò", "ô", "õ", "ø": slug += "o"
            case "é", "è", "ê", "ë": slug += "e"
            case "ü", "ú": slug += "u"
            case "š": slug += "s"
            case "ž": slug += "z"
            // A mark of its own belongs to the letter before it.
            case "\u{300}"..."\u{36F}", "\u{AD}": break
            default: if !slug.isEmpty, slug.utf8.last != UInt8(ascii: "-") { slug += "-" }
            }
        }
        slug = String(slug.prefix(64))
        while slug.utf8.last == UInt8(ascii: "-") { slug.removeLast() }
        return slug.utf8.count >= 2 ? slug : nil
    }

    private static func category(
        _ badge: NationalBadge, _ chosen: [String: String]
    ) -> (slug: String, warnings: [String]) {
        let own = badge.theme?.category ?? badge.categoryName.flatMap(slug(of:))
        for name in [own, badge.categoryName?.lowercased()].compactMap(\.self) {
            if let slug = chosen[name] { return (slug, []) }
        }
        if badge.theme == nil {
            let name = badge.categoryName.map { "\"\(Quote.text($0))\"" } ?? "none"
            return (
                own ?? "muu", ["Its category, \(name), is none of the six themes; it stands as \"\(own ?? "muu")\"."]
            )
        }
        return (own ?? "muu", [])
    }

    /// The bytes of a definition that our own reader accepts.
    private static func checked(_ json: JSONObject, _ badge: NationalBadge) throws(DefinitionError) -> [UInt8] {
        let bytes = JSONWriter.pretty(.object(json))
        guard bytes.count <= DefinitionFile.maxBytes else {
            throw DefinitionError(
                .field, "\(badge.codeURI) is longer than a definition may be.", hint: "Leave it out with --only.")
        }
        let (definition, findings) = DefinitionReader.read(
            bytes, file: badge.codeURI, defaults: .outsideWorkspace)
        if definition == nil, let first = findings.first(where: \.isError) {
            let code: DefinitionError.Code = if case .definition(let code) = first.code { code } else { .field }
            throw DefinitionError(
                code, "\(badge.codeURI) doesn't make a sound definition: \(first.message)", hint: first.hint)
        }
        return bytes
    }
}

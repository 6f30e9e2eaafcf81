import Encodings

/// A list of national competence badges, saved from the public interface of ePerusteet.
///
/// It is a list, a page with the list in `data`, or one badge alone. Members that aren't needed are passed over: the
/// format is another's and may grow. Published badges alone are taken; everything else is told.
package struct NationalList: Sendable {
    /// What became of one entry that wasn't taken.
    package struct Skipped: Sendable, Hashable {
        /// The badge's code, when it says one.
        package let codeURI: String?
        package let name: String?
        /// Whether somebody has to mend it; else it only isn't published.
        package let isError: Bool
        package let finding: DefinitionFinding
    }

    /// In the order of their codes.
    package let badges: [NationalBadge]
    package let skipped: [Skipped]
    /// Warnings about badges that were taken.
    package let warnings: [DefinitionFinding]
    /// What concerns the list as a whole.
    package let notes: [String]

    /// Ten thousand badges with their pictures.
    package static let maxBytes = 128 << 20
    static let limits = JSONLimits(maxBytes: maxBytes, maxDepth: 32, maxValues: 4_000_000, maxStringBytes: 16 << 20)

    /// - Parameter file: its name, for messages.
    /// - Throws: `JSONError` with the file, line and column; `DefinitionError` when it is JSON and no list of badges.
    package static func read(_ bytes: [UInt8], file: String) throws -> NationalList {
        let tree: JSONValue
        let shown = "\"\(UTF8Text.escapedForTerminal(file))\""
        do throws(JSONError) {
            tree = try JSONParser.parse(bytes, limits: limits)
        } catch {
            throw JSONError(
                error.code, "\(shown) isn't a saved list, at \(error.position): \(error.message)",
                hint: "Save the list anew from ePerusteet.", at: error.position)
        }
        let (values, path, notes) = try entries(of: tree, shown)
        guard !values.isEmpty else {
            throw DefinitionError(
                .field, "\(shown) holds no badges.", hint: "Save the list anew from ePerusteet; it may have been cut.")
        }
        var reader = NationalListReader(file: file)
        for (place, value) in values.enumerated() {
            reader.take(value, at: path.map { $0.appending(place) } ?? .root)
        }
        return NationalList(
            badges: reader.badges.sorted { ($0.codeURI.utf8.count, $0.codeURI) < ($1.codeURI.utf8.count, $1.codeURI) },
            skipped: reader.skipped, warnings: reader.warnings, notes: notes)
    }

    /// The entries, and where they stand; no place for a badge that is the whole file.
    private static func entries(
        of tree: JSONValue, _ file: String
    ) throws(DefinitionError) -> (values: [JSONValue], path: JSONPath?, notes: [String]) {
        switch tree {
        case .array(let values): return (values, .root, [])
        case .object(let object):
            if case .array(let values)? = object["data"] {
                var notes: [String] = []
                if let all = object["kokonaismäärä"]?.numberValue?.intValue, all > values.count {
                    notes.append(
                        "\(file) is one page of several: it has \(values.count) of \(all) badges; import the others too."
                    )
                }
                return (values, JSONPath.root.appending("data"), notes)
            }
            if object["koodiUri"] != nil || object["nimi"] != nil { return ([tree], nil, []) }
        default: break
        }
        throw DefinitionError(
            .field, "\(file) is no list of badges: it is a \(tree.kindName).",
            hint: "Save the answer of ePerusteet's /api/external/osaamismerkit as it comes.")
    }
}

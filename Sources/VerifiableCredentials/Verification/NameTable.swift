import Encodings

/// A fixed set of names, asked thousands of times a second whether one is among them.
struct NameTable: Sendable {
    /// The names by their length in bytes: few have the same, so few are compared.
    private let byLength: [[String]]

    init(_ names: [String]) {
        var byLength = [[String]](repeating: [], count: (names.map(\.utf8.count).max() ?? 0) + 1)
        for name in names { byLength[name.utf8.count].append(name) }
        self.byLength = byLength
    }

    func contains(_ name: String) -> Bool {
        let length = name.utf8.count
        return length < byLength.count && byLength[length].contains { $0.hasSameBytes(as: name) }
    }
}

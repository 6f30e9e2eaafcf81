/// A file that the receiver names, and the address where it says the file is from: `FILE` or `ADDRESS=FILE`.
struct AddressedFile: Sendable, Equatable {
    let address: String?
    let path: String

    private static let schemes = ["https:", "http:", "urn:", "did:"]

    /// Reads an argument; a file of that very name goes first, as names may hold anything.
    ///
    /// - Parameter isFile: whether there is such a file; of several ways to cut, the one that leaves a file counts.
    init(_ argument: String, isFile: (String) -> Bool = { InputFile.kind(of: $0) == .file }) {
        guard Self.schemes.contains(where: argument.hasPrefix), !isFile(argument) else {
            self.init(address: nil, path: argument)
            return
        }
        let cuts = argument.indices.filter { argument[$0] == "=" }
        // An address may hold the sign too, in its query.
        let cut = cuts.first { isFile(String(argument[argument.index(after: $0)...])) } ?? cuts.last
        guard let cut else {
            self.init(address: nil, path: argument)
            return
        }
        self.init(address: String(argument[..<cut]), path: String(argument[argument.index(after: cut)...]))
    }

    init(address: String?, path: String) {
        self.address = address
        self.path = path
    }
}

import Encodings

extension Array where Element == ShelfItem {
    /// A beginning of an id has to be this long, so that a few letters don't happen to fit.
    package static var shortestBeginning: Int { 8 }

    /// The item that a person means: by its number, its id, or an unmistakable beginning of its id's UUID.
    ///
    /// - Throws: `shelf.item-missing`, `shelf.item-ambiguous`, `shelf.item-reference`.
    package func item(_ reference: String) throws(ShelfError) -> ShelfItem {
        let shown = UTF8Text.escapedForTerminal(reference)
        if let number = Int(reference), reference.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            reference.utf8.count < Self.shortestBeginning
        {
            guard let item = first(where: { $0.number == number }) else { throw Self.missing(shown) }
            return item
        }
        let same = filter { $0.id.hasSameBytes(as: reference) }
        guard same.isEmpty else { return try Self.only(same, shown) }
        let text = reference.lowercased()
        let beginning = text.hasPrefix("urn:uuid:") ? String(text.dropFirst(9)) : text
        let isBeginning = beginning.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isBeginning else {
            // A whole id of another form that isn't there.
            if reference.contains(":") { throw Self.missing(shown) }
            throw ShelfError(
                .itemReference, "\"\(shown)\" is neither a number nor an id.",
                hint: "Give the number that `passportctl passport list` shows, or the beginning of the id.")
        }
        guard beginning.utf8.count >= Self.shortestBeginning else {
            throw ShelfError(
                .itemReference, "\"\(shown)\" is too short for the beginning of an id.",
                hint: "Give \(Self.shortestBeginning) characters or more, or the number that "
                    + "`passportctl passport list` shows.")
        }
        return try Self.only(
            filter { $0.id.lowercased().hasPrefix("urn:uuid:" + beginning) }, shown)
    }

    private static func only(_ items: [ShelfItem], _ shown: String) throws(ShelfError) -> ShelfItem {
        guard let item = items.first else { throw missing(shown) }
        guard items.count == 1 else {
            let numbers = items.map { "\($0.number)" }.joined(separator: ", ")
            throw ShelfError(
                .itemAmbiguous, "\"\(shown)\" could be any of numbers \(numbers) on the shelf.",
                hint: "Give the number of the one you mean.")
        }
        return item
    }

    private static func missing(_ shown: String) -> ShelfError {
        ShelfError(
            .itemMissing, "There is nothing on the shelf that goes by \"\(shown)\".",
            hint: "`passportctl passport list` shows what there is.")
    }
}

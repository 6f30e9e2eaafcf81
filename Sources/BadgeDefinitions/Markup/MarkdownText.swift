/// A text of a definition as pages show it: paragraphs, lists, emphasis and https links of Markdown, and all else as it
/// was written.
///
/// It follows [CommonMark](https://spec.commonmark.org/0.31.2/) where it has the same construct, with one rule more for
/// `*`: it stands at the edge of a word, so that a calculation stays one.
package struct MarkdownText: Sendable {
    private let text: String

    package init(_ text: String) { self.text = text }

    private enum Block {
        case paragraph([Substring])
        case list(isOrdered: Bool, items: [[Substring]])
    }

    /// Paragraphs and lists.
    package var html: HTML { HTML(blocks.map(Self.render)) }

    /// The text within a sentence or a list item; line breaks are spaces.
    package var inline: HTML { MarkdownInline(text.split(whereSeparator: \.isNewline)).html }

    /// Without any markup, for a page's description.
    package var plain: String {
        blocks.flatMap { block in
            switch block {
            case .paragraph(let lines): [lines]
            case .list(_, let items): items
            }
        }
        .map { MarkdownInline($0).plain }.joined(separator: " ")
    }

    private static func render(_ block: Block) -> HTML {
        switch block {
        case .paragraph(let lines): "<p>\(MarkdownInline(lines).html)</p>"
        case .list(false, let items): "<ul>\n\(items.map(item))\n</ul>"
        case .list(true, let items): "<ol>\n\(items.map(item))\n</ol>"
        }
    }

    private static func item(_ lines: [Substring]) -> HTML { "<li>\(MarkdownInline(lines).html)</li>" }

    private var blocks: [Block] {
        var blocks: [Block] = []
        var isAfterBlank = true
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let content = line.drop(while: \.isWhitespace)
            if content.isEmpty {
                isAfterBlank = true
                continue
            }
            if let (isOrdered, first) = Self.item(at: content) {
                if case .list(isOrdered, let items)? = blocks.last {
                    blocks[blocks.count - 1] = .list(isOrdered: isOrdered, items: items + [[first]])
                } else {
                    blocks.append(.list(isOrdered: isOrdered, items: [[first]]))
                }
            } else if isAfterBlank {
                blocks.append(.paragraph([content]))
            } else {
                Self.continueLast(of: &blocks, with: content)
            }
            isAfterBlank = false
        }
        return blocks
    }

    private static func continueLast(of blocks: inout [Block], with line: Substring) {
        switch blocks.popLast() {
        case .paragraph(let lines)?: blocks.append(.paragraph(lines + [line]))
        case .list(let isOrdered, var items)?:
            items[items.count - 1].append(line)
            blocks.append(.list(isOrdered: isOrdered, items: items))
        case nil: blocks.append(.paragraph([line]))
        }
    }

    /// What follows `- `, `* `, `+ `, `1. ` or `1) `.
    private static func item(at line: Substring) -> (isOrdered: Bool, rest: Substring)? {
        if let first = line.first, "-*+".contains(first), line.dropFirst().first == " " {
            return (false, line.dropFirst(2))
        }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard (1...9).contains(digits.count), let mark = rest.first, ".)".contains(mark),
            rest.dropFirst().first == " "
        else { return nil }
        return (true, rest.dropFirst(2))
    }
}

// module: BadgeIssuer
// seeds: examples/class.csv
import BadgeIssuer
import Encodings

/// Any bytes as a class list: no row keeps a personal identity code, and no row is made up.
func fuzz(_ bytes: [UInt8]) {
    if let list = accepted({ try ClassList.read(bytes) }) {
        for row in list.rows {
            claim("a refused row keeps nothing", row.identityCodeField == nil || row.cells.isEmpty)
            for cell in row.cells.values {
                claim("no cell holds an identity code", !IdentityCode.occurs(in: cell))
                claim("no cell is blank", cell.contains { !$0.isWhitespace })
            }
        }
        let lines = bytes.count { $0 == 0x0A || $0 == 0x0D || $0 == 0x85 || $0 > 0xA7 || $0 == 0x0B || $0 == 0x0C }
        claim("there are no more rows than lines", list.rows.count + list.emptyRows <= lines + 1)
        let requests = list.requests()
        claim("each row is one request", requests.map(\.row) == list.rows.map(\.number))
        for request in requests {
            claim(
                "a request has somebody or a finding",
                request.recipient.shownName != nil
                    || request.recipient.email != nil || request.recipient.passportNumber != nil
                    || request.recipient.studentID != nil || !request.findings.isEmpty || request.row != nil)
        }
    }
    roundTrip(String(decoding: bytes.prefix(500), as: UTF8.self))
}

/// A text in quotation marks is the cell that it was, without the space around it.
private func roundTrip(_ text: String) {
    guard !text.utf8.contains(0), !IdentityCode.occurs(in: text) else { return }
    var quoted = ""
    for scalar in text.unicodeScalars {
        quoted.unicodeScalars.append(scalar)
        if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
    }
    let bytes = Array("email;narrative\r\na@example.org;\"\(quoted)\"\r\n".utf8)
    let list = accepted { try ClassList.read(bytes) }
    claim("a quoted cell is read", list?.rows.count == 1)
    let cell = list?.rows.first?.cells[.narrative] ?? ""
    let start = text.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    claim("a quoted cell is what was written", cell.utf8.elementsEqual((end.map { start[...$0] } ?? "").utf8))
}

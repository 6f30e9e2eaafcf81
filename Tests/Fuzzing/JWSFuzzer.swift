// module: VerifiableCredentials
// seeds: examples/*.jwt
import Encodings
import VerifiableCredentials

/// Any bytes as a JWT: one that is read is the only text of its parts.
func fuzz(_ bytes: [UInt8]) {
    guard let jws = accepted({ try CompactJWS(parsing: bytes) }) else { return }
    let text = jws.signingInput + [UInt8(ascii: ".")] + Base64URL.encodedBytes(jws.signature)
    let isSpace: (UInt8) -> Bool = { [0x09, 0x0A, 0x0D, 0x20].contains($0) }
    let start = bytes.drop(while: isSpace)
    let end = start.lastIndex { !isSpace($0) } ?? start.startIndex
    claim("the parts make the text again", start[...end].elementsEqual(text))
    claim("the content is the second part", jws.signingInput.hasSuffix(Base64URL.encodedBytes(jws.payload)))
    claim("it is read again as the same", accepted { try CompactJWS(parsing: text) } == jws)
    _ = accepted { try VCJWT.examine(jws) }
    _ = accepted { try VCJWT.read(jws) }
}

extension [UInt8] {
    fileprivate func hasSuffix(_ end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}

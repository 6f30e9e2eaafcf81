// module: Encodings
// seeds: keys/did.json
import Encodings

/// Any text in base 16, 58 and 64: what is read is the only text of its bytes, and any bytes come back.
func fuzz(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let read = accepted({ try Base58BTC.decode(bytes) }) {
        claim("base58btc is canonical", Base58BTC.encode(read).utf8.elementsEqual(bytes))
    }
    if let read = accepted({ try Base64URL.decode(bytes) }) {
        claim("base64url is canonical", Base64URL.encode(read).utf8.elementsEqual(bytes))
    }
    if let read = accepted({ try Base64.decode(bytes) }) {
        claim("base64 is canonical", Base64.encode(read).utf8.elementsEqual(bytes))
    }
    if let read = accepted({ try Base16.decode(text) }) {
        claim("base16 is canonical", Base16.encode(read).utf8.elementsEqual(text.utf8))
    }
    let few = bytes.prefix(400)
    claim("base58btc gives the bytes back", accepted { try Base58BTC.decode(Base58BTC.encode(few)) } == Array(few))
    claim("base64url gives the bytes back", accepted { try Base64URL.decode(Base64URL.encode(bytes)) } == bytes)
    claim("base64 gives the bytes back", accepted { try Base64.decode(Base64.encode(bytes)) } == bytes)
    claim("base16 gives the bytes back", accepted { try Base16.decode(Base16.encode(bytes)) } == bytes)
}

// module: VerifiableCredentials
// seeds: keys/did.json
import Cryptography
import Encodings
import VerifiableCredentials

/// Any text as multibase, as a key in a Multikey or JWK, and as a DID: what is read says the same again.
func fuzz(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let read = accepted({ try Multibase.decode(text) }), let base = Multibase.base(of: text) {
        claim("multibase is canonical", Multibase.encode(read, as: base).utf8.elementsEqual(text.utf8))
    }
    for multikey in [text, "z" + Base58BTC.encode([0xED, 0x01] + bytes.prefix(60))] {
        guard let key = accepted({ try PublicKey(multikey: multikey) }) else { continue }
        claim("a key has one Multikey", accepted { try PublicKey(multikey: key.multikey) } == key)
        claim("a key has one JWK", accepted { try PublicKey(jwk: key.jwk) } == key)
        let did = DIDKey.did(for: key)
        let document = accepted { try DIDKey.document(for: did) }
        claim("its did:key leads back to it", document?.verificationMethods.first?.publicKey == key)
    }
    if let jwk = accepted({ try JSONParser.parse(bytes) })?.objectValue,
        let key = accepted({ try PublicKey(jwk: jwk) })
    {
        claim("a JWK's key says the same again", accepted { try PublicKey(jwk: key.jwk) } == key)
    }
    if let did = DID(text) {
        claim("a DID is its text", did.description.utf8.elementsEqual(text.utf8))
        if let url = accepted({ try DIDWeb.documentURL(for: did) }) {
            claim("did:web has an https address", url.hasPrefix("https://"))
        }
        _ = accepted { try SelfDescribingDID.document(for: did) }
    }
    if let url = DIDURL(text) { claim("a DID URL is its text", url.description.utf8.elementsEqual(text.utf8)) }
    if let did = accepted({ try DIDWeb.did(forURL: text) }) {
        let back = accepted { try DIDWeb.url(for: did) }.flatMap { url in accepted { try DIDWeb.did(forURL: url) } }
        claim("a site's DID leads back to itself", back == did)
    }
}

// module: VerifiableCredentials
// seeds: keys/did.json
import Encodings
import VerifiableCredentials

/// Any JSON as a DID document: what is read keeps the document, and its methods have names of their own.
func fuzz(_ bytes: [UInt8]) {
    guard let json = accepted({ try JSONParser.parse(bytes) }),
        let document = accepted({ try DIDDocument(json: json) })
    else { return }
    claim("the document stays as it came", .object(document.json) == json)
    claim("it is read again as the same", accepted { try DIDDocument(json: .object(document.json)) } == document)
    for method in document.verificationMethods {
        let found = document.method(method.id, for: "assertionMethod")
        claim("a method is found by its own name", found == nil || found?.id == method.id)
    }
}

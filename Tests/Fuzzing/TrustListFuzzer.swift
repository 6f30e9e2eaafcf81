// module: VerifiableCredentials
// seeds: examples/trust.json
import Encodings
import VerifiableCredentials

/// Any JSON as a trust list: what is read is written and read again as the same.
func fuzz(_ bytes: [UInt8]) {
    guard let json = accepted({ try JSONParser.parse(bytes) }), let list = accepted({ try TrustList(json: json) })
    else { return }
    let written = list.json
    let again = accepted { try TrustList(json: written) }
    claim("it is read again as the same", again.map(\.json) == written)
    for issuer in list.issuers {
        claim("an issuer is found by its name", list.issuer(issuer.did) != nil)
        for key in issuer.keys { claim("a pinned key has a fingerprint", !key.fingerprint.isEmpty) }
    }
}

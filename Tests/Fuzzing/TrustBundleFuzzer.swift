// module: VerifiableCredentials
// seeds: examples/trust.json
import Encodings
import VerifiableCredentials

/// The trust list whose pins nothing made up should meet.
private let trust = accepted { try TrustList(json: JSONParser.parse(readFile("examples/trust.json"))) }

/// Any bytes as a trust bundle: one that can be read says the same when it is written, and nobody vouches for it.
func fuzz(_ bytes: [UInt8]) {
    guard let bundle = accepted({ try TrustBundle(parsing: bytes) }) else { return }
    claim("its number counts from one", bundle.sequence > 0)
    claim("it ends after it begins", bundle.asOf < bundle.validUntil)
    let again = accepted { try TrustBundle(parsing: JSONWriter.compact(.object(bundle.json))) }
    claim("it is read again as the same", again?.digest == bundle.digest)
    let vouched = accepted {
        try VouchedBundle.check(bundle, source: "fuzz", by: trust, at: Timestamp(secondsSince1970: 1_790_665_951))
            != nil
    }
    claim("nobody is pinned for it", vouched != true)
}

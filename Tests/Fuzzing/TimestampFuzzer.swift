// module: Cryptography
// seeds: Tests/Fuzzing/Seeds/stamp.tsr Tests/Fuzzing/Seeds/stamp.tst
import Cryptography
import Encodings

/// The root above the authority that made the seeds; its key was destroyed.
private let root: [TSACertificate] = {
    guard let der = try? Base64.decode(rootText), let certificate = try? TSACertificate(der: der) else { return [] }
    return [certificate]
}()

private let rootText =
    "MIIBqTCCAVCgAwIBAgIUOa2MovITokFFoY05VUdH2Ps2NUowCgYIKoZIzj0EAwIwMzELMAkGA1UEBhMCRkkxEDAOBgNVBAoMB8OEbHkg"
    + "T3kxEjAQBgNVBAMMCVRlc3QgUm9vdDAeFw0yNjExMjIxMjI5MTdaFw0zNjExMTkxMjI5MTdaMDMxCzAJBgNVBAYTAkZJMRAwDgYDVQQK"
    + "DAfDhGx5IE95MRIwEAYDVQQDDAlUZXN0IFJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQhXgPKLNtc9zi5Z+RDmBW4x58bbimU"
    + "YqVEP3Ofh9Wgv7NEgdwe6pE0rZGplEqsZMDZaNA2uEbAnmFKqKLjHmpNo0IwQDAPBgNVHRMBAf8EBTADAQH/MA4GA1UdDwEB/wQEAwIB"
    + "BjAdBgNVHQ4EFgQUPIBVnjdxJiEp+V83ASEssSbeP1swCgYIKoZIzj0EAwIDRwAwRAIgCYFBhLn55BURWbo8DmPLmswSY3J60FM3DSAR"
    + "tGxuxvkCIGjAOJjEKErkEyHWvP4CxTbaNA0r3ib+biThUQ2cf4cz"

/// Any bytes as a time stamp and as a certificate: only what the authority signed is its word.
func fuzz(_ bytes: [UInt8]) {
    _ = try? TSACertificate(file: bytes)
    guard let token = accepted({ try TimestampToken(parsing: bytes) }) else { return }
    claim("the last moment isn't before the time", token.latest >= token.time)
    claim("the root is read", root.count == 1)
    guard accepted({ try token.verify(by: root) }) != nil else { return }
    claim("the time is the one that was signed", token.time.description == "2026-11-22T12:29:29Z")
    claim("nobody's word counts where nobody is pinned", accepted { try token.verify(by: []) } == nil)
}

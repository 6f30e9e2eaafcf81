import Encodings
import TestSupport

/// Small signed documents by other hands than the program's, so that each suite is tested without the corpus too: made
/// with PyLD, rfc8785 and cryptography after the standards' steps, those of selective disclosure by openvc-core. The
/// keys sign nothing else.
struct OwnVector: Sendable, CustomStringConvertible {
    let description: String
    /// The signer's Multikey.
    let key: String
    let documentHash: String
    let configHash: String
    let signed: String

    static let all = [
        OwnVector(
            description: "eddsa-rdfc-2022",
            key: "z6Mkgxj2R3HLtQRpPnvfvpuKEceSqf3tZHBjdmZ3fFz3JHGG",
            documentHash: "37e58245a956047e395f20264ac39fa6bf50311153c4a05c8d82ecf5858c7864",
            configHash: "b295cacac78e4e91dd7041dfe08ce74177b3ee1ceab8dd15fce9732a6101ce18",
            signed: #"""
                {
                  "@context": [
                    "https://www.w3.org/ns/credentials/v2"
                  ],
                  "id": "urn:uuid:3f0a7bb8-7f4e-4c86-9f59-0f6a5b0c1d2e",
                  "type": [
                    "VerifiableCredential"
                  ],
                  "issuer": {
                    "id": "did:example:school",
                    "name": "Koulu \u00e4\u00f6 \"1\""
                  },
                  "validFrom": "2026-09-01T00:00:00Z",
                  "credentialSubject": [
                    {
                      "id": "did:example:anna",
                      "name": {
                        "@value": "Anna",
                        "@language": "fi"
                      }
                    },
                    {
                      "description": "line\nbreak \ud83c\udfc5"
                    },
                    {
                      "name": "b"
                    }
                  ],
                  "proof": {
                    "type": "DataIntegrityProof",
                    "cryptosuite": "eddsa-rdfc-2022",
                    "created": "2026-09-01T08:00:00Z",
                    "verificationMethod": "did:example:school#key",
                    "proofPurpose": "assertionMethod",
                    "proofValue": "z5vbSG4EH9y1RgrbdLqiogSC2ZcsH9fvahGYWGiZjGJgjfwF2nNFsbc9kJPzjvJM1L1J5tQsj\#
                nThr4EjdcD2TdP3Y"
                  }
                }
                """#),
        OwnVector(
            description: "eddsa-jcs-2022",
            key: "z6Mkgxj2R3HLtQRpPnvfvpuKEceSqf3tZHBjdmZ3fFz3JHGG",
            documentHash: "917ddb152177f091fc20e0f3d64413b09e371f48114d73812a26c8c8f8a0e487",
            configHash: "37ec8be5a0937401074a8e20a436893753d8ded7ce06e1847a8ead47851ab66a",
            signed: #"""
                {
                  "@context": [
                    "https://www.w3.org/ns/credentials/v2"
                  ],
                  "id": "urn:uuid:3f0a7bb8-7f4e-4c86-9f59-0f6a5b0c1d2e",
                  "type": [
                    "VerifiableCredential"
                  ],
                  "issuer": {
                    "id": "did:example:school",
                    "name": "Koulu \u00e4\u00f6 \"1\""
                  },
                  "validFrom": "2026-09-01T00:00:00Z",
                  "credentialSubject": [
                    {
                      "id": "did:example:anna",
                      "name": {
                        "@value": "Anna",
                        "@language": "fi"
                      }
                    },
                    {
                      "description": "line\nbreak \ud83c\udfc5"
                    },
                    {
                      "name": "b"
                    }
                  ],
                  "proof": {
                    "type": "DataIntegrityProof",
                    "cryptosuite": "eddsa-jcs-2022",
                    "created": "2026-09-01T08:00:00Z",
                    "verificationMethod": "did:example:school#key",
                    "proofPurpose": "assertionMethod",
                    "@context": [
                      "https://www.w3.org/ns/credentials/v2"
                    ],
                    "proofValue": "z3mmwf6HngFrZsx6hQ5aUETwt1x9eZHoCv53dKfh3PUiNaeKWah9nhvgWTENTpT9uszPRvx5A\#
                YTusRi9TYQGcQPsx"
                  }
                }
                """#),
        OwnVector(
            description: "Ed25519Signature2020",
            key: "z6Mkgxj2R3HLtQRpPnvfvpuKEceSqf3tZHBjdmZ3fFz3JHGG",
            documentHash: "37e58245a956047e395f20264ac39fa6bf50311153c4a05c8d82ecf5858c7864",
            configHash: "3babc1429902f6d000e39e58b089431c924ac79c34de0bd0cf88ef8048a27ba1",
            signed: #"""
                {
                  "@context": [
                    "https://www.w3.org/ns/credentials/v2",
                    "https://w3id.org/security/suites/ed25519-2020/v1"
                  ],
                  "id": "urn:uuid:3f0a7bb8-7f4e-4c86-9f59-0f6a5b0c1d2e",
                  "type": [
                    "VerifiableCredential"
                  ],
                  "issuer": {
                    "id": "did:example:school",
                    "name": "Koulu \u00e4\u00f6 \"1\""
                  },
                  "validFrom": "2026-09-01T00:00:00Z",
                  "credentialSubject": [
                    {
                      "id": "did:example:anna",
                      "name": {
                        "@value": "Anna",
                        "@language": "fi"
                      }
                    },
                    {
                      "description": "line\nbreak \ud83c\udfc5"
                    },
                    {
                      "name": "b"
                    }
                  ],
                  "proof": {
                    "type": "Ed25519Signature2020",
                    "created": "2026-09-01T08:00:00Z",
                    "verificationMethod": "did:example:school#key",
                    "proofPurpose": "assertionMethod",
                    "proofValue": "z56TfHF76nz7t4SMbjkP2ePVScWPLnGpPrw2jKQSdbaPWfUvgvnnEwHFSXJHj8QYaXsNWwCiA\#
                koRgNapxjRVrXckc"
                  }
                }
                """#),
        OwnVector(
            description: "ecdsa-rdfc-2019 P-256",
            key: "zDnaeVkLEWi5tvi5bVJiTS2dv6VygnMc71gni3oWajNojDCQx",
            documentHash: "37e58245a956047e395f20264ac39fa6bf50311153c4a05c8d82ecf5858c7864",
            configHash: "66aa99df8c6ca364740f219476fc8c6fa91679b48a982205d2379aedca628c66",
            signed: #"""
                {
                  "@context": [
                    "https://www.w3.org/ns/credentials/v2"
                  ],
                  "id": "urn:uuid:3f0a7bb8-7f4e-4c86-9f59-0f6a5b0c1d2e",
                  "type": [
                    "VerifiableCredential"
                  ],
                  "issuer": {
                    "id": "did:example:school",
                    "name": "Koulu \u00e4\u00f6 \"1\""
                  },
                  "validFrom": "2026-09-01T00:00:00Z",
                  "credentialSubject": [
                    {
                      "id": "did:example:anna",
                      "name": {
                        "@value": "Anna",
                        "@language": "fi"
                      }
                    },
                    {
                      "description": "line\nbreak \ud83c\udfc5"
                    },
                    {
                      "name": "b"
                    }
                  ],
                  "proof": {
                    "type": "DataIntegrityProof",
                    "cryptosuite": "ecdsa-rdfc-2019",
                    "created": "2026-09-01T08:00:00Z",
                    "verificationMethod": "did:example:school#key",
                    "proofPurpose": "assertionMethod",
                    "proofValue": "z5f4rV4XcT5MUPhmMPCi14hQNZZywFrGLW5rwoJdvNRaT78498KQfzrktakXW65pSooQJB4kV\#
                AnX7SMXTFz8VQhct"
                  }
                }
                """#),
        OwnVector(
            description: "ecdsa-rdfc-2019 P-384",
            key: "z82LkyJ74xCfSDFv4fuXu6UXmTo3vbPh1AUKDyGurpzNs3Uo5siLczf1T9z37icYi5EkLn3",
            documentHash:
                "8195aaea020946c75015b86b62863e60577bab71658d1a7744cfa1f160c9e6cc02157fffaf1e1fcff36df807c441dfb8",
            configHash:
                "c6ad7a5f4a3aed0d5633013831e9e476f09c8616d021fba3cc3c1d5f50e0c8149fac852dd23fe825119652806632f406",
            signed: #"""
                {
                  "@context": [
                    "https://www.w3.org/ns/credentials/v2"
                  ],
                  "id": "urn:uuid:3f0a7bb8-7f4e-4c86-9f59-0f6a5b0c1d2e",
                  "type": [
                    "VerifiableCredential"
                  ],
                  "issuer": {
                    "id": "did:example:school",
                    "name": "Koulu \u00e4\u00f6 \"1\""
                  },
                  "validFrom": "2026-09-01T00:00:00Z",
                  "credentialSubject": [
                    {
                      "id": "did:example:anna",
                      "name": {
                        "@value": "Anna",
                        "@language": "fi"
                      }
                    },
                    {
                      "description": "line\nbreak \ud83c\udfc5"
                    },
                    {
                      "name": "b"
                    }
                  ],
                  "proof": {
                    "type": "DataIntegrityProof",
                    "cryptosuite": "ecdsa-rdfc-2019",
                    "created": "2026-09-01T08:00:00Z",
                    "verificationMethod": "did:example:school#key",
                    "proofPurpose": "assertionMethod",
                    "proofValue": "z2UngvcZwPjRZfZxDUdo4jZi7QJBzHZrgBtEUNcAtVGjjH6N94QCyWNiWGFY93YzgxNkRhTDY\#
                aqyPpJGhhWho98NA3T364dAjQZGNDSJiPVtjRwVJxzYsWS5e8yRC8RVCXe92"
                  }
                }
                """#),
        OwnVector(
            description: "ecdsa-jcs-2019 P-256",
            key: "zDnaeVkLEWi5tvi5bVJiTS2dv6VygnMc71gni3oWajNojDCQx",
            documentHash: "917ddb152177f091fc20e0f3d64413b09e371f48114d73812a26c8c8f8a0e487",
            configHash: "a7c81ead168e2b79f3c6f69385f07c3d03a01c19fc3badb3a8e1b402f53e18f6",
            signed: #"""
                {
                  "@context": [
                    "https://www.w3.org/ns/credentials/v2"
                  ],
                  "id": "urn:uuid:3f0a7bb8-7f4e-4c86-9f59-0f6a5b0c1d2e",
                  "type": [
                    "VerifiableCredential"
                  ],
                  "issuer": {
                    "id": "did:example:school",
                    "name": "Koulu \u00e4\u00f6 \"1\""
                  },
                  "validFrom": "2026-09-01T00:00:00Z",
                  "credentialSubject": [
                    {
                      "id": "did:example:anna",
                      "name": {
                        "@value": "Anna",
                        "@language": "fi"
                      }
                    },
                    {
                      "description": "line\nbreak \ud83c\udfc5"
                    },
                    {
                      "name": "b"
                    }
                  ],
                  "proof": {
                    "type": "DataIntegrityProof",
                    "cryptosuite": "ecdsa-jcs-2019",
                    "created": "2026-09-01T08:00:00Z",
                    "verificationMethod": "did:example:school#key",
                    "proofPurpose": "assertionMethod",
                    "@context": [
                      "https://www.w3.org/ns/credentials/v2"
                    ],
                    "proofValue": "zL8i29kvnY4u7PfT8G8CTydtVghMJkS4wyCRnNjhp57ERvg6HksZm5Xg8tbayvY4gQy5dG3ZX\#
                hgwtnsXwgpo3Xu6"
                  }
                }
                """#),
        OwnVector(
            description: "ecdsa-jcs-2019 P-384",
            key: "z82LkyJ74xCfSDFv4fuXu6UXmTo3vbPh1AUKDyGurpzNs3Uo5siLczf1T9z37icYi5EkLn3",
            documentHash:
                "006a19e5fdd32e744dd3d5401204b8c9783d12a3d3dbda30937002780cb423e2ff638ec71effe3c3da308a54733a2675",
            configHash:
                "57730262601ff44a95094a303a56cbe89beda1c2388cbe2e06d5e81ab68e80d05104e8694a81c2aefe3a40d4f13e12e4",
            signed: #"""
                {
                  "@context": [
                    "https://www.w3.org/ns/credentials/v2"
                  ],
                  "id": "urn:uuid:3f0a7bb8-7f4e-4c86-9f59-0f6a5b0c1d2e",
                  "type": [
                    "VerifiableCredential"
                  ],
                  "issuer": {
                    "id": "did:example:school",
                    "name": "Koulu \u00e4\u00f6 \"1\""
                  },
                  "validFrom": "2026-09-01T00:00:00Z",
                  "credentialSubject": [
                    {
                      "id": "did:example:anna",
                      "name": {
                        "@value": "Anna",
                        "@language": "fi"
                      }
                    },
                    {
                      "description": "line\nbreak \ud83c\udfc5"
                    },
                    {
                      "name": "b"
                    }
                  ],
                  "proof": {
                    "type": "DataIntegrityProof",
                    "cryptosuite": "ecdsa-jcs-2019",
                    "created": "2026-09-01T08:00:00Z",
                    "verificationMethod": "did:example:school#key",
                    "proofPurpose": "assertionMethod",
                    "@context": [
                      "https://www.w3.org/ns/credentials/v2"
                    ],
                    "proofValue": "z9pukcAzVG5iLidDc7vnojbBxs1kF46eL2zHxTdFy8XzvcjxYxYLcn6SdB9iLXXYLNXhfXFGq\#
                wnRF4J7ktpCfgcEw1sFsqWTQGuKYTQ8iVWKVBhpxwRSPQkfALX3p9ZKRnbW"
                  }
                }
                """#),
    ]

    /// A badge for its holder, what the holder chooses, and what receivers then get.
    static let disclosureKey = "zDnaeVkLEWi5tvi5bVJiTS2dv6VygnMc71gni3oWajNojDCQx"
    static let pointers = ["/name", "/credentialSubject/name"]
    static let base = #"""
        {
          "@context": [
            "https://www.w3.org/ns/credentials/v2"
          ],
          "id": "urn:uuid:3f0a7bb8-7f4e-4c86-9f59-0f6a5b0c1d2e",
          "type": [
            "VerifiableCredential"
          ],
          "issuer": {
            "id": "did:example:school",
            "name": "Koulu \u00e4\u00f6 \"1\""
          },
          "validFrom": "2026-09-01T00:00:00Z",
          "credentialSubject": {
            "type": "VerifiableCredential",
            "name": "Anna",
            "description": [
              "a",
              "b \u00e4"
            ]
          },
          "name": "Card",
          "description": "Not shown.",
          "proof": {
            "type": "DataIntegrityProof",
            "cryptosuite": "ecdsa-sd-2023",
            "created": "2026-09-01T08:00:00Z",
            "verificationMethod": "did:example:school#key",
            "proofPurpose": "assertionMethod",
            "proofValue": "u2V0AhVhAsTsUcrdSH9tWzWvGfeBbkoKbXMIPy1hH_3cIT1pkczh8EOWyLi-x18Y7l1RMij7G\#
        Mcwv8sHRcTyWcJdNnOs3_FgjgCQDiDTk2V3wicQwzTYwQcfc4Ewl2XoH7g6YAPyaiZ2ByJdYILcahG-fbBnssjGZpQkS\#
        QB2-HzS3zqQGIo9e7BeDw9kHh1hAHlS0kF6PMwCaa67u9J8Hk8jqcPNY--G9Y_JClDxYrM42DEUBBM-kISg7u4k9BL0S\#
        BEqhXUspPlpWY_DyiLe0tlhAYM3cYc3Jr0ESZ45mGMYspapEudQgjUmmyXmB0EIPW35KJAkE3TgHyymQ51ujvTAtZFVp\#
        ZSSIHKShH9QBad3b6VhAr6c2qtLq69IU7uJM3ThaMd3myJtbNxJh0qR8nWWhehpLkHI_iUGOq9cTYqw5Y6Xjg-G8wVIS\#
        YZ17hB8maB6VwFhA5ej4yFpiWkS9Zk9Ll7ZsK2vdFf4GZ-d7Cy3fXpd9mAkakgSnTWr_K6URaT0MshfIQFYGWKMXl3rQ\#
        aeyblyPLOlhAvZXXTWll7UGb4GiVUDbYhiJD3pcgGfsSd6TdSzoUNJOClCUUxcchsM_SoliL1uZc7JNcphcPW4JmBKQM\#
        mMBNOFhA8iWpoylXC62B45FBWSB81wc_fzr4_DIerQSk83hbFrZ18qqYdYlKhtdZPv_abGdyNlJakwOb9JHuSdmzGSzl\#
        8lhAYQq96-Gme9RkMQmrtSv29ws6zoIGBDtmITwOYCVO-V0mZKtA2PnFoRXxdDPuVxkd1rKhuzthcQfn6XbNEncrgYJn\#
        L2lzc3VlcmovdmFsaWRGcm9t"
          }
        }
        """#
    static let derived = #"""
        {
          "id": "urn:uuid:3f0a7bb8-7f4e-4c86-9f59-0f6a5b0c1d2e",
          "type": "VerifiableCredential",
          "@context": "https://www.w3.org/ns/credentials/v2",
          "issuer": {
            "id": "did:example:school",
            "name": "Koulu \u00e4\u00f6 \"1\""
          },
          "validFrom": "2026-09-01T00:00:00Z",
          "name": "Card",
          "credentialSubject": {
            "id": "_:b0",
            "type": "VerifiableCredential",
            "name": "Anna"
          },
          "proof": {
            "type": "DataIntegrityProof",
            "cryptosuite": "ecdsa-sd-2023",
            "created": "2026-09-01T08:00:00Z",
            "verificationMethod": "did:example:school#key",
            "proofPurpose": "assertionMethod",
            "proofValue": "u2V0BhVhAsTsUcrdSH9tWzWvGfeBbkoKbXMIPy1hH_3cIT1pkczh8EOWyLi-x18Y7l1RMij7G\#
        Mcwv8sHRcTyWcJdNnOs3_FgjgCQDiDTk2V3wicQwzTYwQcfc4Ewl2XoH7g6YAPyaiZ2ByJeEWEBgzdxhzcmvQRJnjmYY\#
        xiylqkS51CCNSabJeYHQQg9bfkokCQTdOAfLKZDnW6O9MC1kVWllJIgcpKEf1AFp3dvpWECvpzaq0urr0hTu4kzdOFox\#
        3ebIm1s3EmHSpHydZaF6GkuQcj-JQY6r1xNirDljpeOD4bzBUhJhnXuEHyZoHpXAWEDl6PjIWmJaRL1mT0uXtmwra90V\#
        _gZn53sLLd9el32YCRqSBKdNav8rpRFpPQyyF8hAVgZYoxeXetBp7JuXI8s6WEBhCr3r4aZ71GQxCau1K_b3CzrOggYE\#
        O2YhPA5gJU75XSZkq0DY-cWhFfF0M-5XGR3WsqG7O2FxB-fpds0SdyuBoQBYIDbkryRNTDFn2Us1Cn5pfFV9Zde_7ZMl\#
        H2xk2P7vPtenhAABBAU"
          }
        }
        """#
}

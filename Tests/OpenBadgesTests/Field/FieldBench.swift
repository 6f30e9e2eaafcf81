import Encodings
import OpenBadges
import TestSupport
import VerifiableCredentials

/// A receiver of the field's files: who is trusted, and what else is at hand.
enum FieldBench {
    /// Long after all of them were signed.
    static let now = Timestamp(secondsSince1970: 1_795_255_200)

    static let material: VerificationMaterial = {
        var material = VerificationMaterial(
            trust: try? TrustList(json: .object(FieldCorpus.trustList)),
            didDocuments: FieldCorpus.didDocuments.compactMap { found in
                (try? DIDDocument(json: .object(found.json))).map { .init(document: $0, source: found.file) }
            })
        material.statusLists = FieldCorpus.statusLists.compactMap { found in
            (try? JSONParser.parse(Corpus.read(found.file)).objectValue).map {
                .init(credential: $0, source: found.file, address: found.address)
            }
        }
        return material
    }()

    /// - Parameter readsOldLists: the lists were published once and never again; without it they are too old to say
    ///   that all is well.
    static func verifier(readsOldLists: Bool) -> Verifier {
        var policy = VerificationPolicy()
        if readsOldLists { policy.maxStatusAgeDays = 20_000 }
        return Verifier(
            material: material, policy: policy, profile: OpenBadgeProfile(), time: JudgementTime(now: now))
    }
}

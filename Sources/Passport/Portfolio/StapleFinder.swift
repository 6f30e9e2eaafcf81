import Cryptography
package import Encodings
import OpenBadges
package import VerifiableCredentials

/// Finds among the material at hand what may travel with chosen badges: the newest fresh and genuine status lists that
/// they name, and the DID documents of their issuers.
package struct StapleFinder: Sendable {
    private let material: VerificationMaterial
    private let verifier: Verifier
    private let now: Timestamp
    /// Days after which a list is of no use to a receiver.
    private let maxStatusAgeDays: Int

    package init(
        _ material: VerificationMaterial, verifier: Verifier, maxStatusAgeDays: Int = 30, at now: Timestamp
    ) {
        self.material = material
        self.verifier = verifier
        self.maxStatusAgeDays = maxStatusAgeDays
        self.now = now
    }

    /// In the order in which the badges need them, each once.
    package func staples(for badges: [ChosenBadge]) -> Staples {
        var staples = Staples()
        var signers: [Signer] = []
        for badge in badges {
            guard let issuer = badge.view.issuerID else { continue }
            if let signer = Signer(badge.report, of: issuer) { signers.append(signer) }
            for entry in badge.view.statusEntries.prefix(Self.maxEntries) {
                guard let url = entry["statusListCredential"]?.stringValue,
                    !staples.statusLists.contains(where: { $0.id?.hasSameBytes(as: url) ?? false }),
                    let (list, signer) = newest(url, of: issuer)
                else { continue }
                staples.statusLists.append(list)
                signers.append(signer)
            }
        }
        for signer in signers where !staples.documents.contains(where: { $0.did.hasSameBytes(as: signer.issuer) }) {
            if let document = document(for: signer) { staples.documents.append(document) }
        }
        return staples
    }

    /// A badge in the field names one or two.
    private static let maxEntries = 8

    /// Whose key made a signature that fits.
    private struct Signer {
        let issuer: String
        let methodID: String
        let thumbprint: String

        init?(_ report: VerificationReport, of issuer: String) {
            guard let proof = report[.proof], proof.outcome == .passed,
                let methodID = proof.detail["verificationMethod"]?.stringValue,
                let thumbprint = proof.detail["keyFingerprint"]?.stringValue
            else { return nil }
            self.issuer = issuer
            self.methodID = methodID
            self.thumbprint = thumbprint
        }
    }

    private func newest(
        _ url: String, of issuer: String
    ) -> (list: VerificationMaterial.FoundStatusList, signer: Signer)? {
        let named = material.statusLists.filter { $0.id?.hasSameBytes(as: url) ?? false }
        let usable = named.compactMap { list in signer(of: list, for: issuer).map { (list, $0) } }
        return usable.max { Self.start(of: $0.0) < Self.start(of: $1.0) }
    }

    private static func start(of list: VerificationMaterial.FoundStatusList) -> Timestamp {
        CredentialView(list.credential).validFrom ?? .earliest
    }

    /// Who signed the list, when its signature fits, it speaks for the badge's issuer and is young enough.
    private func signer(of list: VerificationMaterial.FoundStatusList, for issuer: String) -> Signer? {
        let view = CredentialView(list.credential)
        guard let own = view.issuerID, let from = view.validFrom,
            own.hasSameBytes(as: issuer)
                || material.trust?.issuer(issuer)?.statusIssuers.contains(where: { $0.hasSameBytes(as: own) }) ?? false,
            // A list whose bits compress badly is longer than receivers read of one text in a passport.
            view.subject?["encodedList"]?.stringValue?.utf8.count ?? 0 <= JSONLimits.passport.maxStringBytes,
            from <= now.adding(seconds: Self.clockSkewSeconds),
            now <= from.adding(seconds: maxStatusAgeDays * 86_400)
        else { return nil }
        let report = verifier.judge(
            PresentedCredential(bytes: [], securing: list.securing, credential: list.credential), source: list.source)
        guard [Check.form, .proof, .controller, .claims, .validity].allSatisfy({ report[$0]?.outcome == .passed })
        else { return nil }
        return Signer(report, of: own)
    }

    /// How far an issuer's clock may be ahead.
    private static let clockSkewSeconds = 300

    /// The document at hand that has the key as the signer's; a DID that spells out its key needs none.
    private func document(for signer: Signer) -> Staples.Document? {
        guard let did = DID(signer.issuer), !["key", "jwk"].contains(did.method) else { return nil }
        let found = material.didDocuments.first { candidate in
            guard candidate.document.id == did,
                let method = candidate.document.method(signer.methodID, for: "assertionMethod")
            else { return false }
            return method.publicKey.thumbprint.hasSameBytes(as: signer.thumbprint)
        }
        return found.map {
            Staples.Document(did: did.description, bytes: JSONWriter.compact(.object($0.document.json)))
        }
    }
}

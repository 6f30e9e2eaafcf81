import VerifiableCredentials

/// What every receiver asks that checks signatures at all.
enum SoundRules {
    static let signature = [
        ReceiverRule(
            "any.signature", .signatureFits, wayOut: .askIssuer, source: .dataIntegrity, at: "§4.4 Verify Proof",
            en: "A signature that doesn't fit is refused everywhere.",
            fi: "Allekirjoitus, joka ei täsmää, ei kelpaa missään.",
            sv: "En signatur som inte stämmer avvisas överallt.")
    ]
}

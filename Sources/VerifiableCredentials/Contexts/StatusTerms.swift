/// The terms of Bitstring Status List 1.0, which `credentials/v2` and `credentials/status/v1` both have.
enum StatusTerms {
    private static let status = Namespace.status

    static let rows = TermRows.all(
        .plain(status, "BitstringStatusListCredential"),
        .type(
            status, "BitstringStatusList",
            .guarded(
                .terms(status, "encodedList", type: ProofTerms.multibase), .plain(status, "statusPurpose", "ttl"))),
        .type(
            status, "BitstringStatusListEntry",
            .guarded(
                .links(status, "statusListCredential", "statusReference"),
                .plain(status, "statusListIndex", "statusPurpose"),
                .term(
                    "statusMessage", status["statusMessage"], scope: .guarded(.plain(status, "message", "status"))),
                .terms(status, "statusSize", type: Namespace.xsdSecure["integer"]))))
}

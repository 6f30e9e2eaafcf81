import Encodings

/// `https://w3id.org/vc/status-list/2021/v1`: Status List 2021, the draft before Bitstring Status List.
enum StatusList2021Context {
    static let document = table.document

    private static let list = Namespace("https://w3id.org/vc/status-list#")

    private static let table = ContextTable(
        protected: true,
        .type(
            list, "StatusList2021Credential", .guarded(.plain(Namespace("http://schema.org/"), "description", "name"))),
        .type(list, "StatusList2021", .guarded(.plain(list, "statusPurpose", "encodedList"))),
        .type(
            list, "StatusList2021Entry",
            .guarded(.plain(list, "statusPurpose", "statusListIndex"), .links(list, "statusListCredential"))))
}

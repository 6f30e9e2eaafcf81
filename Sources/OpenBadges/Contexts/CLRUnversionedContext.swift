import Encodings
import VerifiableCredentials

/// `https://purl.imsglobal.org/spec/clr/v2p0/context.json`: learner records before 2.0.1.
enum CLRUnversionedContext {
    static let document = CLR201Context.table
        .changing("ClrCredential") { $0.without("partial") }
        .changing("ClrSubject") {
            $0.without("identifier").with(.plain("obi", "https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#"))
        }
        .document
}

import Encodings
import VerifiableCredentials

/// `https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json`: texts have a datatype, and nothing is protected.
enum OpenBadges301Context {
    static let document = table.document

    static let table = OpenBadges302Context.withoutLanguage(OpenBadges303Context.terms(in: .prefixed))
        .with(.plain("xsd", Namespace.xsdSecure.prefix))
        .changing("ResultDescription") {
            $0.with(.terms(.openBadges, "allowedValue", type: "xsd:string", container: "@set"))
        }
}

/// The beginning that the IRIs of one vocabulary share.
package struct Namespace: Sendable, Hashable {
    package let prefix: String

    package init(_ prefix: String) { self.prefix = prefix }

    package subscript(_ name: String) -> String { prefix + name }

    package static let credentials = Namespace("https://www.w3.org/2018/credentials#")
    package static let security = Namespace("https://w3id.org/security#")
    package static let status = Namespace("https://www.w3.org/ns/credentials/status#")
    package static let did = Namespace("https://www.w3.org/ns/did#")
    package static let schema = Namespace("https://schema.org/")
    package static let dublinCore = Namespace("http://purl.org/dc/terms/")
    package static let jwt = Namespace("https://www.iana.org/assignments/jwt#")
    package static let jose = Namespace("https://www.iana.org/assignments/jose#")
    /// XML Schema's own address of its datatypes.
    package static let xsd = Namespace("http://www.w3.org/2001/XMLSchema#")
    /// The address by which some contexts name the same datatypes; to RDF these are others.
    package static let xsdSecure = Namespace("https://www.w3.org/2001/XMLSchema#")
}

import Encodings

/// Concepts of the controlled lists that the European Learning Model 3 refers to, by their addresses.
enum ELMConcept {
    /// A concept as the model writes one, with the list it is of.
    static func json(_ id: String, in scheme: String, label: String? = nil, language: String? = nil) -> JSONValue {
        var object: JSONObject = ["id": .string(id), "type": "Concept"]
        if let label { object["prefLabel"] = .object([language ?? "en": .string(label)]) }
        object["inScheme"] = ["id": .string(scheme), "type": "ConceptScheme"]
        return .object(object)
    }

    /// The kind of credential: one of no special kind.
    static let genericProfile = json(
        "http://data.europa.eu/snb/credential/e34929035b", in: "http://data.europa.eu/snb/credential/25831c2")

    static let base64 = json(
        "http://data.europa.eu/snb/encoding/6146cde7dd", in: "http://data.europa.eu/snb/encoding/25831c2")

    static let svg = json(
        "http://publications.europa.eu/resource/authority/file-type/SVG",
        in: "http://publications.europa.eu/resource/authority/file-type")

    static let finland = json(
        "http://publications.europa.eu/resource/authority/country/FIN",
        in: "http://publications.europa.eu/resource/authority/country")

    static func eqf(_ level: Int) -> JSONValue {
        json("http://data.europa.eu/snb/eqf/\(level)", in: "http://data.europa.eu/snb/eqf/25831c2")
    }

    /// The Finnish framework's level, whose eight levels correspond to the European ones.
    static func finQF(_ level: Int) -> JSONValue? {
        let codes = [
            "c_b9b2b42d", "c_c660dbf8", "c_63c1f703", "c_cbf250da", "c_fd8ce5f6", "c_8a7da315", "c_3b2bd7b5",
            "c_7fa9dfe4",
        ]
        guard codes.indices.contains(level - 1) else { return nil }
        return json("http://data.europa.eu/snb/qdr/\(codes[level - 1])", in: "http://data.europa.eu/snb/qdr/25831c2")
    }

    static func escoSkill(_ uri: String, label: String?) -> JSONValue {
        json(uri, in: "http://data.europa.eu/esco/concept-scheme/skills", label: label)
    }

    /// The credit systems that the model lists: ECTS, and ECVET of vocational education.
    static let creditSystems = [
        "http://data.europa.eu/snb/education-credit/6fcec5c5af",
        "http://data.europa.eu/snb/education-credit/60b314e826",
    ]

    static func creditSystem(_ id: String) -> JSONValue {
        json(id, in: "http://data.europa.eu/snb/education-credit/25831c2")
    }

    /// A language by the two letters that badges write; nothing for one that isn't listed here.
    static func language(_ tag: String) -> JSONValue? {
        let code = tag.prefix { $0 != "-" }.lowercased()
        return languages[code].map {
            json(
                "http://publications.europa.eu/resource/authority/language/\($0)",
                in: "http://publications.europa.eu/resource/authority/language")
        }
    }

    private static let languages = [
        "ar": "ARA", "bg": "BUL", "cs": "CES", "da": "DAN", "de": "DEU", "el": "ELL", "en": "ENG", "es": "SPA",
        "et": "EST", "fi": "FIN", "fr": "FRA", "ga": "GLE", "hr": "HRV", "hu": "HUN", "it": "ITA", "lt": "LIT",
        "lv": "LAV", "mt": "MLT", "nb": "NOB", "nl": "NLD", "no": "NOR", "pl": "POL", "pt": "POR", "ro": "RON",
        "ru": "RUS", "se": "SME", "sk": "SLK", "sl": "SLV", "so": "SOM", "sv": "SWE", "uk": "UKR",
    ]
}

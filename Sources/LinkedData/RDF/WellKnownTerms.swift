extension Dataset.Term {
    // Every dataset begins with these, in this order, so that their numbers are known before it is made.
    static let wellKnown: [StaticString] = [
        "http://www.w3.org/2001/XMLSchema#string",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#first",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON",
        "http://www.w3.org/2001/XMLSchema#boolean",
        "http://www.w3.org/2001/XMLSchema#integer",
        "http://www.w3.org/2001/XMLSchema#double",
        "http://www.w3.org/2001/XMLSchema#dateTime",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#language",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#direction",
    ]

    public static var xsdString: Dataset.Term { Dataset.Term(index: 0) }
    public static var rdfLangString: Dataset.Term { Dataset.Term(index: 1) }
    public static var rdfType: Dataset.Term { Dataset.Term(index: 2) }
    public static var rdfFirst: Dataset.Term { Dataset.Term(index: 3) }
    public static var rdfRest: Dataset.Term { Dataset.Term(index: 4) }
    public static var rdfNil: Dataset.Term { Dataset.Term(index: 5) }
    public static var rdfJSON: Dataset.Term { Dataset.Term(index: 6) }
    public static var xsdBoolean: Dataset.Term { Dataset.Term(index: 7) }
    public static var xsdInteger: Dataset.Term { Dataset.Term(index: 8) }
    public static var xsdDouble: Dataset.Term { Dataset.Term(index: 9) }
    public static var xsdDateTime: Dataset.Term { Dataset.Term(index: 10) }
    public static var rdfValue: Dataset.Term { Dataset.Term(index: 11) }
    public static var rdfLanguage: Dataset.Term { Dataset.Term(index: 12) }
    public static var rdfDirection: Dataset.Term { Dataset.Term(index: 13) }
}

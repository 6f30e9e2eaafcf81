public import Encodings

/// A place in a document where JSON-LD would drop something, stop, or read what is not there by that name.
public struct TermFinding: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// No active context defines the member's name: expansion drops the member.
        case undefinedTerm(String)
        /// No active context defines the type, or the value of a vocabulary word.
        case undefinedValue(String)
        /// The value is to be an address and is a relative one; the base is null, so it names nothing.
        case relativeIRI
        /// The member's name is a JSON-LD keyword other than `@context`. That is allowed, and worth knowing.
        case keyword(String)
        /// The member's name is the IRI of a word that has a name here.
        case spelledOut(String)
        /// A context gives a protected word another meaning; JSON-LD processing ends with an error.
        case redefined(String)
        /// A context that isn't at hand (its address), is written out in place, or is `null`. What stands under it can't
        /// be told.
        case unknownContext(String)
        /// More contexts in one place than are read.
        case tooManyContexts
    }

    public let kind: Kind
    /// The member or the value.
    public let path: JSONPath
}

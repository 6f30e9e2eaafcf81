/// The contexts that scoped contexts make of others, found by two numbers.
///
/// A document asks for some at each of its objects, which is why no hash of the standard library stands in the way.
struct ScopeLinks: Sendable {
    /// What a scoped context is applied to.
    enum Place: UInt64, Sendable {
        /// The value of a property.
        case property
        /// A node of a type.
        case type
        /// The values in a map of which the keys are types.
        case typeKey
    }

    /// A context, a term with a scoped context, and where that is applied.
    struct Key: Sendable, Equatable {
        let context: UInt64
        let scope: UInt64

        @inline(__always)
        init(_ context: ActiveContext, _ definition: TermDefinition, _ place: Place) {
            self.context = context.serial
            scope = definition.serial << 2 | place.rawValue
        }

        @inline(__always)
        var hash: UInt32 {
            SeededHash.hash(
                UInt32(truncatingIfNeeded: context), UInt32(truncatingIfNeeded: context >> 32),
                UInt32(truncatingIfNeeded: scope), UInt32(truncatingIfNeeded: scope >> 32))
        }
    }

    private var keys: [Key] = []
    private var contexts: [ActiveContext] = []
    private var index = HashIndex(capacity: 32)

    var count: Int { keys.count }

    subscript(_ key: Key) -> ActiveContext? {
        index.first(key.hash) { keys[$0] == key }.map { contexts[$0] }
    }

    /// - Returns: false when there was one already, which then stays.
    mutating func insert(_ context: ActiveContext, for key: Key) -> Bool {
        guard self[key] == nil else { return false }
        index.insert(key.hash, place: keys.count)
        keys.append(key)
        contexts.append(context)
        return true
    }
}

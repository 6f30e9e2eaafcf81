/// The members of a JSON object in the order they were written, each name once.
public struct JSONObject: Sendable, Hashable {
    public struct Member: Sendable, Hashable {
        public var name: String
        public var value: JSONValue

        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }

        public static func == (left: Member, right: Member) -> Bool {
            left.name.hasSameBytes(as: right.name) && left.value == right.value
        }

        public func hash(into hasher: inout Hasher) {
            for byte in name.utf8 { hasher.combine(byte) }
            hasher.combine(value)
        }
    }

    public private(set) var members: [Member]

    public init() { members = [] }

    /// - Parameter members: names must differ; the strict parser has seen to that for what arrives from outside.
    @inlinable
    public init(uniqueMembers members: [Member]) { self.init(trusting: members) }

    @usableFromInline
    init(trusting members: [Member]) { self.members = members }

    /// Members in this order; a name given twice keeps its first place and its last value.
    public init(_ pairs: [(String, JSONValue)]) {
        members = []
        members.reserveCapacity(pairs.count)
        for (name, value) in pairs { self[name] = value }
    }

    @inlinable public var count: Int { members.count }
    @inlinable public var isEmpty: Bool { members.isEmpty }
    @inlinable public var names: [String] { members.map(\.name) }

    @inlinable
    public func index(of name: String) -> Int? {
        let length = name.utf8.count
        return members.firstIndex { $0.name.utf8.count == length && $0.name.hasSameBytes(as: name) }
    }

    /// The value of that name. Assigning replaces it in place or appends it; assigning `nil` removes it.
    public subscript(_ name: String) -> JSONValue? {
        get { index(of: name).map { members[$0].value } }
        set {
            switch (index(of: name), newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The same object without that member.
    public func removing(_ name: String) -> JSONObject {
        var copy = self
        copy[name] = nil
        return copy
    }

    /// Equal when both have the same members, in any order: to JSON, order says nothing.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        if zip(left.members, right.members).allSatisfy({ $0.name.hasSameBytes(as: $1.name) }) {
            return zip(left.members, right.members).allSatisfy { $0.value == $1.value }
        }
        // Each value is compared once: trying another order after values were compared would double the work with each
        // level that objects stand in each other.
        return zip(left.sortedByName, right.sortedByName).allSatisfy { $0 == $1 }
    }

    private var sortedByName: [Member] { members.sorted { JCS.precedesAsUTF16($0.name, $1.name) } }

    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in members { sum &+= member.hashValue }
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

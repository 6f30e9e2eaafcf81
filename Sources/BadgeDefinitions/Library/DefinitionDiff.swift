package import Encodings

/// What differs between two definitions or pathways.
package enum DefinitionDiff {
    package struct Change: Sendable, Hashable {
        /// Where the value stands; elements of a list by their place in the newer one, a removed one in the older.
        package let path: JSONPath
        /// `nil` when the newer form added it.
        package let old: JSONValue?
        /// `nil` when the newer form left it out.
        package let new: JSONValue?

        /// Whether a published version may not have it: everything but `status` and `validUntil`.
        package var isFrozen: Bool {
            guard case .name(let name)? = path.steps.first else { return true }
            return name != "status" && name != "validUntil"
        }
    }

    package static func between(_ old: JSONObject, _ new: JSONObject) -> [Change] {
        var changes: [Change] = []
        compare(.object(old), .object(new), at: .root, into: &changes)
        return changes
    }

    package static func between(_ old: BadgeDefinition, _ new: BadgeDefinition) -> [Change] {
        between(old.json, new.json)
    }

    private static func compare(_ old: JSONValue, _ new: JSONValue, at path: JSONPath, into changes: inout [Change]) {
        guard old != new else { return }
        switch (old, new) {
        case (.object(let old), .object(let new)):
            for member in old.members {
                let place = path.appending(member.name)
                if let value = new[member.name] {
                    compare(member.value, value, at: place, into: &changes)
                } else {
                    changes.append(Change(path: place, old: member.value, new: nil))
                }
            }
            for member in new.members where old[member.name] == nil {
                changes.append(Change(path: path.appending(member.name), old: nil, new: member.value))
            }
        case (.array(let old), .array(let new)):
            if let keys = Keys(old, new) {
                keys.compare(old, new, at: path, into: &changes)
            } else {
                for (index, pair) in zip(old, new).enumerated() {
                    compare(pair.0, pair.1, at: path.appending(index), into: &changes)
                }
                for index in old.indices.dropFirst(new.count) {
                    changes.append(Change(path: path.appending(index), old: old[index], new: nil))
                }
                for index in new.indices.dropFirst(old.count) {
                    changes.append(Change(path: path.appending(index), old: nil, new: new[index]))
                }
            }
        default: changes.append(Change(path: path, old: old, new: new))
        }
    }

    /// Names of the elements of two lists, where each element has one: they are compared by it and not by place, so
    /// that one put in between isn't told as a change of all that follow.
    private struct Keys {
        let old: [String]
        let new: [String]

        init?(_ old: [JSONValue], _ new: [JSONValue]) {
            for name in ["id", "code", "uri"] {
                let keys = [old, new].map { $0.compactMap { $0[name]?.stringValue } }
                guard keys[0].count == old.count, keys[1].count == new.count, Set(keys[0]).count == old.count,
                    Set(keys[1]).count == new.count
                else { continue }
                (self.old, self.new) = (keys[0], keys[1])
                return
            }
            return nil
        }

        func compare(_ old: [JSONValue], _ new: [JSONValue], at path: JSONPath, into changes: inout [Change]) {
            for (index, key) in self.old.enumerated() where !self.new.contains(key) {
                changes.append(Change(path: path.appending(index), old: old[index], new: nil))
            }
            for (index, key) in self.new.enumerated() {
                let place = path.appending(index)
                if let before = self.old.firstIndex(of: key) {
                    DefinitionDiff.compare(old[before], new[index], at: place, into: &changes)
                } else {
                    changes.append(Change(path: place, old: nil, new: new[index]))
                }
            }
            let kept = self.new.filter(self.old.contains)
            if kept != self.old.filter(self.new.contains) {
                changes.append(Change(path: path, old: .array(old), new: .array(new)))
            }
        }
    }
}

/// A table from hashes to places in a list beside it: open addressing, at most half full.
///
/// A slot holds the hash in its upper half and the place plus one in its lower half; zero is free.
struct HashIndex: Sendable {
    private var slots: [UInt64]
    private(set) var count = 0

    /// - Parameter capacity: how many places fit before the table grows.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
    }

    /// The place with that hash for which `matches` holds.
    @inline(__always)
    func first(_ hash: UInt32, where matches: (Int) -> Bool) -> Int? {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return nil }
            if UInt32(truncatingIfNeeded: entry >> 32) == hash {
                let place = Int(entry & 0xFFFF_FFFF) - 1
                if matches(place) { return place }
            }
            slot = (slot + 1) & mask
        }
    }

    /// Adds a place; the caller knows that it isn't there.
    @inline(__always)
    mutating func insert(_ hash: UInt32, place: Int) {
        if (count + 1) * 2 > slots.count { grow() }
        put(UInt64(hash) << 32 | UInt64(place + 1))
        count += 1
    }

    /// Puts another place where `old` is.
    mutating func replace(_ hash: UInt32, place old: Int, by new: Int) {
        let mask = slots.count - 1
        let wanted = UInt64(hash) << 32 | UInt64(old + 1)
        var slot = Int(hash) & mask
        while slots[slot] != wanted, slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt64(hash) << 32 | UInt64(new + 1)
    }

    mutating func removeAll() {
        guard count > 0 else { return }
        slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        count = 0
    }

    mutating func reserve(_ capacity: Int) {
        while slots.count < capacity * 2 { grow() }
    }

    private mutating func put(_ entry: UInt64) {
        let mask = slots.count - 1
        var slot = Int(entry >> 32) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
    }

    @inline(never)
    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 { put(entry) }
    }
}

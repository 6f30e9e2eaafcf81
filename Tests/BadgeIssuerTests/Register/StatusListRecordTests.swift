import BadgeIssuer
import Testing

@Suite("Status lists in the register")
struct StatusListRecordTests {
    let fixture: RegisterFixture

    init() throws { fixture = try RegisterFixture() }

    private func allocate(_ purpose: StatusAllocation.Purpose = .revocation) throws -> StatusAllocation {
        try fixture.register.write {
            try $0.allocateStatusIndex(purpose, at: fixture.now, using: &fixture.generator)
        }
    }

    @Test("places are different, spread over the list, and each purpose has lists of its own")
    func places() throws {
        let revocation = try (0..<300).map { _ in try allocate() }
        #expect(Set(revocation).count == 300)
        #expect(Set(revocation.map(\.list)) == [1])
        #expect(revocation.map(\.index) != revocation.map(\.index).sorted())
        #expect((revocation.map(\.index).max() ?? 0) > 100_000)
        #expect(try allocate(.suspension).list == 2)
        let lists = try fixture.register.read { try $0.statusLists() }
        #expect(lists.map(\.allocated) == [300, 1])
        #expect(lists.map(\.purpose) == [.revocation, .suspension])
        #expect(lists.allSatisfy { $0.size == 131_072 && $0.signed == nil })
    }

    @Test("a place that is taken is drawn again")
    func takenPlace() throws {
        var first = fixture.generator
        var second = fixture.generator
        let places = try fixture.register.write {
            (
                try $0.allocateStatusIndex(.revocation, at: fixture.now, using: &first),
                try $0.allocateStatusIndex(.revocation, at: fixture.now, using: &second)
            )
        }
        #expect(places.0.index != places.1.index)
    }

    @Test("a list nine tenths full is followed by a new one")
    func full() throws {
        _ = try allocate()
        try RawDatabase.execute("UPDATE status_lists SET allocated = 117964", at: fixture.path)
        #expect(try allocate().list == 1)
        #expect(try allocate().list == 2)
        #expect(try allocate().list == 2)
    }

    @Test("a transaction that fails gives its places back")
    func givenBack() throws {
        struct Failure: Error {}
        #expect(throws: Failure.self) {
            try fixture.register.write {
                _ = try $0.allocateStatusIndex(.revocation, at: fixture.now, using: &fixture.generator)
                throw Failure()
            }
        }
        #expect(try fixture.register.read { try $0.statusLists() }.isEmpty)
    }

    @Test("a signed list comes back as it was stored")
    func signed() throws {
        _ = try allocate()
        let digest = [UInt8](repeating: 4, count: 32)
        try fixture.register.write {
            try $0.storeSignedList(1, bytes: [1, 2, 3], contentDigest: digest, validFrom: fixture.now)
        }
        let signed = try fixture.register.read { try $0.statusLists() }.first?.signed
        #expect(signed?.bytes == [1, 2, 3])
        #expect(signed?.contentDigest == digest)
        #expect(signed?.validFrom == fixture.now)
        #expect(throws: RegisterError(.statusEntry, "")) {
            try fixture.register.write {
                try $0.storeSignedList(2, bytes: [1], contentDigest: digest, validFrom: fixture.now)
            }
        }
    }

    @Test("the database itself refuses to free, move or re-use a place, and to undo a revocation")
    func constraints() throws {
        let award = try fixture.give(to: fixture.person())
        let other = try fixture.give(to: fixture.person(PersonDetails(name: "Toinen")))
        try fixture.register.write {
            try $0.changeState(of: award.id, to: .revoked, reason: "issued-in-error", at: fixture.now)
        }
        for sql in [
            "DELETE FROM status_entries",
            "UPDATE status_entries SET position = position + 1",
            "UPDATE status_entries SET award = (SELECT number FROM awards WHERE id = '\(other.id)')",
            "UPDATE status_entries SET bit = 0",
            "INSERT INTO status_entries (list, position) VALUES (1, 131072)",
        ] {
            #expect(throws: (any Error).self, "\(sql)") { try RawDatabase.execute(sql, at: fixture.path) }
        }
    }
}

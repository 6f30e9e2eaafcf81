package import Encodings

/// One version of a badge definition as it was published: what awards of it rest on, whatever becomes of the file.
package struct DefinitionSnapshot: Sendable, Hashable {
    package enum Status: String, Sendable, CaseIterable {
        case draft, published, retired
    }

    /// A file that belongs to the definition, such as its image.
    package struct File: Sendable, Hashable {
        /// A plain file name.
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    package let badgeBase: String
    package let slug: String
    package let version: Int
    /// `<badgeBase><slug>/v<version>`.
    package let achievementID: String
    /// SHA-256 of the definition's JCS form without `status` and `validUntil`.
    package let digest: [UInt8]
    /// The definition itself, JSON with badgeBase and creator filled in.
    package let json: [UInt8]
    /// This and `validUntil` belong to the register; the definition's file only mirrors them.
    package let status: Status
    package let validFrom: CalendarDay?
    /// The last day on which this version may be awarded.
    package let validUntil: CalendarDay?
    /// Whether a person may hold several live awards of the badge.
    package let repeatable: Bool
    /// Whether an award may be put on hold.
    package let suspendable: Bool
    /// The files that go with it; reading lists of snapshots leaves them out.
    package let files: [File]

    package init(
        badgeBase: String, slug: String, version: Int, achievementID: String, digest: [UInt8], json: [UInt8],
        status: Status = .published, validFrom: CalendarDay? = nil, validUntil: CalendarDay? = nil,
        repeatable: Bool = false, suspendable: Bool = false, files: [File] = []
    ) {
        self.badgeBase = badgeBase
        self.slug = slug
        self.version = version
        self.achievementID = achievementID
        self.digest = digest
        self.json = json
        self.status = status
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.repeatable = repeatable
        self.suspendable = suspendable
        self.files = files
    }
}

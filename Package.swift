// swift-tools-version:6.2
import PackageDescription

var settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
// scripts/check and CI build so; at the desk a warning shall not stop an experiment.
if Context.environment["PASSPORT_STRICT"] != nil { settings.append(.treatAllWarnings(as: .error)) }

let package = Package(
    name: "passport",
    products: [
        .executable(name: "passportctl", targets: ["passportctl"]),
        .library(
            name: "OpenBadges",
            targets: ["OpenBadges", "VerifiableCredentials", "LinkedData", "Cryptography", "Encodings"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        // OpenSSL's libcrypto, as Debian packages it.
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        // zlib, for the gzip form that status lists are published in.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // What is used of libcurl, which is opened by name when something is fetched and never linked.
        .systemLibrary(name: "CCurl"),

        // How bytes and text stand for values: JSON, JCS, base encodings, gzip, instants and calendar days.
        .target(name: "Encodings", dependencies: ["CZlib"], swiftSettings: settings),
        // Digests, signatures, keys and randomness, all from libcrypto.
        .target(name: "Cryptography", dependencies: ["Encodings", "COpenSSL"], swiftSettings: settings),
        // What JSON-LD means by its contexts, RDF datasets, and the one canonical form of a dataset, over UTF-8 bytes.
        .target(name: "LinkedData", dependencies: ["Cryptography", "Encodings"], swiftSettings: settings),
        // What W3C's Verifiable Credentials are, how they are secured, and when one is believed.
        .target(
            name: "VerifiableCredentials", dependencies: ["LinkedData", "Cryptography", "Encodings"],
            swiftSettings: settings),
        // What 1EdTech's Open Badges 3.0 adds to a Verifiable Credential, and the rules a badge must keep.
        .target(
            name: "OpenBadges", dependencies: ["VerifiableCredentials", "LinkedData", "Cryptography", "Encodings"],
            swiftSettings: settings),
        // The files in which people describe badges, pathways and skill profiles, and what is wrong with one.
        .target(
            name: "BadgeDefinitions",
            dependencies: ["OpenBadges", "VerifiableCredentials", "Cryptography", "Encodings"],
            swiftSettings: settings),
        // The organisation's side: its workspace, its register, awarding and publishing.
        .target(
            name: "BadgeIssuer",
            dependencies: [
                "BadgeDefinitions", "OpenBadges", "VerifiableCredentials", "LinkedData", "Cryptography", "Encodings",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "SwiftCSV", package: "SwiftCSV"),
            ], swiftSettings: settings),
        // The learner's and the receiver's side: the shelf, whose word counts here, and what the files at hand are worth.
        .target(
            name: "Passport",
            dependencies: [
                "BadgeDefinitions", "OpenBadges", "VerifiableCredentials", "Cryptography", "Encodings",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "SwiftCSV", package: "SwiftCSV"),
            ], swiftSettings: settings),
        // The only outgoing connections: single documents from servers that nobody vouches for, under `--online` alone.
        .target(name: "Fetching", dependencies: ["Encodings", "CCurl"], swiftSettings: settings),
        // The command line: one file per command, options in, text and exit status out.
        .executableTarget(
            name: "passportctl",
            dependencies: [
                "BadgeIssuer", "Passport", "Fetching", "BadgeDefinitions", "OpenBadges", "VerifiableCredentials",
                "Cryptography", "Encodings", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: settings),

        // What tests share: the corpus runner, a seeded generator, scratch folders, running the built program.
        .target(
            name: "TestSupport", dependencies: ["Cryptography", "Encodings"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .testTarget(name: "EncodingsTests", dependencies: ["Encodings", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CryptographyTests", dependencies: ["Cryptography", "Encodings", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "LinkedDataTests", dependencies: ["LinkedData", "Cryptography", "Encodings", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "VerifiableCredentialsTests",
            dependencies: [
                "OpenBadges", "VerifiableCredentials", "LinkedData", "Cryptography", "Encodings", "TestSupport",
            ],
            exclude: ["Texts/Golden"], swiftSettings: settings),
        .testTarget(
            name: "OpenBadgesTests",
            dependencies: [
                "OpenBadges", "VerifiableCredentials", "LinkedData", "Cryptography", "Encodings", "TestSupport",
            ], swiftSettings: settings),
        .testTarget(
            name: "BadgeDefinitionsTests",
            dependencies: ["BadgeDefinitions", "OpenBadges", "VerifiableCredentials", "Encodings", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "BadgeIssuerTests",
            dependencies: [
                "BadgeIssuer", "BadgeDefinitions", "OpenBadges", "VerifiableCredentials", "Cryptography", "Encodings",
                "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ], swiftSettings: settings),
        .testTarget(
            name: "PassportTests",
            dependencies: [
                "Passport", "BadgeIssuer", "BadgeDefinitions", "OpenBadges", "VerifiableCredentials", "Cryptography",
                "Encodings", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ], swiftSettings: settings),
        .testTarget(
            name: "FetchingTests", dependencies: ["Fetching", "Encodings", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "passportctl", "BadgeIssuer", "Passport", "Fetching", "BadgeDefinitions", "OpenBadges",
                "VerifiableCredentials",
                "LinkedData", "Cryptography", "Encodings", "TestSupport",
            ],
            exclude: ["Snapshots"], swiftSettings: settings),
        .testTarget(
            name: "InteropTests",
            dependencies: [
                "passportctl", "OpenBadges", "VerifiableCredentials", "LinkedData", "Cryptography", "Encodings",
                "TestSupport",
            ],
            exclude: ["Peers"], swiftSettings: settings),
    ]
)

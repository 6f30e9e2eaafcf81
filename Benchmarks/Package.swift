// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, so that nobody who uses the libraries resolves or builds it.
let package = Package(
    name: "passport-benchmarks",
    dependencies: [.package(name: "passport", path: "..")],
    targets: [
        // The database by itself, for the plain inserts that a class award is compared with.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        // A malloc that counts.
        .target(name: "CAllocations"),
        // Signatures by libcrypto alone, which everything else is compared with.
        .target(name: "CBareSignatures", linkerSettings: [.linkedLibrary("crypto")]),
        .executableTarget(
            name: "bench",
            dependencies: [
                "CAllocations", "CBareSignatures", "CSQLite", .product(name: "OpenBadges", package: "passport"),
            ],
            swiftSettings: settings),
    ]
)

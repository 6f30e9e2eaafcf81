import Foundation

/// Files of the project by their path in it.
public enum PackageFile {
    public static func read(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(PackageRoot.path)/\(path)")))
    }
}

/// The files that the documents show.
public enum ExampleFile {
    public static func read(_ name: String) throws -> [UInt8] { try PackageFile.read("examples/\(name)") }
}

/// The folder of Package.swift, found from where this file lies.
public enum PackageRoot {
    public static let path = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/\($1)" }
}

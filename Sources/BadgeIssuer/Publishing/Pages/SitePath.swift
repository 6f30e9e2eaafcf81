/// Paths below a site's root, with slashes between plain names, and how one page names another.
enum SitePath {
    static func join(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : "\(folder)/\(name)" }

    /// A link from a page in a folder. Relative, so that it holds wherever the site is put, on a disk too.
    static func link(from folder: String, to path: String) -> String {
        let here = folder.split(separator: "/")
        let there = path.split(separator: "/")
        // The last part is a file, never shared with a folder.
        let shared = zip(here, there.dropLast()).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: here.count - shared) + there.dropFirst(shared)).joined(separator: "/")
    }
}

import Encodings

/// A context definition while its terms are defined: its members by name, and how far each has come.
///
/// It stands for the map "defined" of the standard's algorithms.
final class LocalContext {
    enum Progress { case open, inProgress, done }

    let object: JSONObject
    /// What is true of all its terms unless they say otherwise.
    let isProtected: Bool
    /// What relative context URLs in it refer to, and the URLs that led here.
    let baseURL: String?
    let remoteContexts: [String]
    let overridesProtected: Bool
    private var progress: [Progress]
    private var places: [Name: Int] = [:]
    /// How many definitions are being made because another waits for them.
    var depth = 0

    init(
        _ object: JSONObject, isProtected: Bool, baseURL: String?, remoteContexts: [String], overridesProtected: Bool
    ) {
        self.object = object
        self.isProtected = isProtected
        self.baseURL = baseURL
        self.remoteContexts = remoteContexts
        self.overridesProtected = overridesProtected
        progress = [Progress](repeating: .open, count: object.count)
        if object.count > 8 {
            places.reserveCapacity(object.count)
            for (place, member) in object.members.enumerated() { places[Name(text: member.name)] = place }
        }
    }

    func place(of term: String) -> Int? {
        places.isEmpty ? object.index(of: term) : places[Name(text: term)]
    }

    func progress(at place: Int) -> Progress { progress[place] }
    func set(_ value: Progress, at place: Int) { progress[place] = value }

    private struct Name: Hashable {
        let text: String
        static func == (left: Name, right: Name) -> Bool { left.text.hasSameBytes(as: right.text) }
        func hash(into hasher: inout Hasher) { hasher.combine(SeededHash.hash(text)) }
    }
}

import Encodings
import TestSupport

/// An organisation without a web address: its did:key is all there is of it.
struct KeyOnlyIssuer {
    let folder: ScratchFolder
    let did: String
    let badge: String
    let statusList: String
    /// What its badges point at, by the id that they use.
    let served: JSONObject

    init() throws {
        folder = try ScratchFolder()
        let workspace = folder.path(of: "workspace")
        did = String(
            try IssuedBadges.run(
                ["init", workspace, "--name", "Työpaja", "--samples", "--no-passphrase"], in: folder
            ).prefix { $0 != "\n" })
        badge = folder.path(of: "badge.json")
        try IssuedBadges.run(
            ["award", "vahvuudet", "--to", "anna@example.org", "-o", badge, "--workspace", workspace], in: folder)
        try IssuedBadges.run(["publish", "-o", folder.path(of: "site"), "--workspace", workspace], in: folder)
        statusList = folder.path(of: "site/status/1.json")
        let id = try TestJSON.parse(folder.read("site/status/1.json"))["id"]?.stringValue
        served = JSONObject([(id ?? "", .string(statusList))])
    }
}

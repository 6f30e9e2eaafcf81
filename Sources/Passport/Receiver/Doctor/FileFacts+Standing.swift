import Encodings
import VerifiableCredentials

/// Holding a file against what receivers ask of its status and its days.
extension FileFacts {
    func standing(_ demand: ReceiverDemand) -> DemandAnswer {
        switch demand {
        case .begun:
            guard let from = view.validFrom else { return .beside }
            return Self.answer(from <= at, from.description)
        case .notEnded:
            guard let until = view.validUntil else { return .beside }
            return Self.answer(at <= until, until.description)
        default:
            guard !view.statusEntries.isEmpty else { return .beside }
            return status(demand)
        }
    }

    private func status(_ demand: ReceiverDemand) -> DemandAnswer {
        switch demand {
        case .statusTypes(let taken):
            let type = statusTypes.first ?? "–"
            return Self.answer(names(type, among: taken), type)
        case .readStatus(let types, let purposes):
            for (entry, type) in zip(view.statusEntries, statusTypes) {
                let purpose = entry["statusPurpose"]?.stringValue
                let isRead =
                    names(type, among: types)
                    && (purposes.isEmpty || purpose.map { names($0, among: purposes) } ?? true)
                guard isRead else { return .broken([type, purpose].compactMap(\.self).joined(separator: ", ")) }
            }
            return .holds
        case .webStatusLists(let types):
            for (entry, type) in zip(view.statusEntries, statusTypes) where types.isEmpty || names(type, among: types) {
                let address = entry["statusListCredential"]?.stringValue ?? "–"
                guard Self.isWeb(address) else { return .broken(address) }
            }
            return .holds
        case .notWithdrawn(let purposes): return withdrawn(purposes)
        default: return .beside
        }
    }

    /// Only a list's bit is looked at: whom the receiver believes is its own matter.
    private func withdrawn(_ purposes: [String]) -> DemandAnswer {
        var unseen: String?
        for entry in view.statusEntries {
            let purpose = entry["statusPurpose"]?.stringValue ?? "revocation"
            guard purposes.isEmpty ? ["revocation", "suspension"].contains(purpose) : names(purpose, among: purposes)
            else { continue }
            guard let address = entry["statusListCredential"]?.stringValue else { continue }
            guard let isSet = bit(of: entry, in: address) else {
                unseen = unseen ?? address
                continue
            }
            if isSet { return .broken("\(purpose): \(address)") }
        }
        return unseen.map { .unseen($0) } ?? .holds
    }

    /// The entry's bit in the list of that address; nothing when there is no such list at hand, or no such bit.
    private func bit(of entry: JSONValue, in address: String) -> Bool? {
        let list = statusLists.first { $0["id"]?.stringValue?.hasSameBytes(as: address) ?? false }
        let place = entry["statusListIndex"]
        guard let encoded = list?["credentialSubject"]?["encodedList"]?.stringValue,
            let index = place?.stringValue.flatMap({ Int($0) }) ?? place?.numberValue.flatMap({ Int($0.text) }),
            let bits = try? Bitstring(encodedList: encoded), let value = bits.value(at: index, size: 1)
        else { return nil }
        return value != 0
    }

    private var statusTypes: [String] {
        view.statusEntries.map { $0["type"]?.asList.first?.stringValue ?? "–" }
    }

    private static func isWeb(_ address: String) -> Bool {
        address.hasPrefix("https://") || address.hasPrefix("http://")
    }

    /// The addresses that a receiver with a network asks: DID documents and status lists.
    var fetched: [String] {
        var addresses: [String] = []
        func add(_ address: String) {
            if !names(address, among: addresses) { addresses.append(address) }
        }
        let keys =
            proofs.compactMap { $0["verificationMethod"]?.stringValue }
            + [header?["kid"]?.stringValue].compactMap(\.self)
        for key in keys {
            if let url = DIDURL(key), url.did.method == "web" {
                if let address = try? DIDWeb.documentURL(for: url.did) { add(address) }
            } else if Self.isWeb(key) {
                add(key)
            }
        }
        for entry in view.statusEntries {
            if let list = entry["statusListCredential"]?.stringValue, Self.isWeb(list) { add(list) }
        }
        return addresses
    }
}

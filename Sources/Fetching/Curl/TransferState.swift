/// What comes in during one request, and the limits that it meets. Used by one thread, while libcurl works.
final class TransferState {
    enum Refusal { case tooLarge, headers, encoded }

    private(set) var body: [UInt8] = []
    private(set) var cacheControl: String?
    private(set) var refusal: Refusal?
    private(set) var hasRefusedAddress = false
    private(set) var hasOpenedSocket = false
    /// Where libcurl writes what went wrong; it wants 256 bytes.
    let errorText: UnsafeMutablePointer<CChar>
    private let maxBytes: Int
    private let limits: FetchLimits
    private let allowsOwnNetwork: Bool
    private var headerBytes = 0

    init(maxBytes: Int, limits: FetchLimits, allowsOwnNetwork: Bool) {
        self.maxBytes = maxBytes
        self.limits = limits
        self.allowsOwnNetwork = allowsOwnNetwork
        errorText = .allocate(capacity: 256)
        errorText.initialize(repeating: 0, count: 256)
    }

    deinit { errorText.deallocate() }

    var errorMessage: String { String(cString: errorText) }

    /// Whether a connection may be made to that address.
    func allows(_ address: IPAddress) -> Bool {
        switch address.reach {
        case .everywhere: hasOpenedSocket = true
        case .ownNetwork where allowsOwnNetwork: hasOpenedSocket = true
        default:
            hasRefusedAddress = true
            return false
        }
        return true
    }

    /// - Returns: how many bytes were taken; less than there are ends the request.
    func receive(body bytes: UnsafeRawBufferPointer) -> Int {
        guard bytes.count <= maxBytes - body.count else { return refuse(.tooLarge) }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    func receive(header bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= limits.maxHeaderBytes else { return refuse(.headers) }
        let line = String(decoding: bytes, as: UTF8.self)
        guard let colon = line.firstIndex(of: ":") else { return bytes.count }
        let value = line[line.index(after: colon)...].filter { !$0.isWhitespace }.lowercased()
        switch line[..<colon].lowercased() {
        case "content-encoding" where value != "identity" && !value.isEmpty: return refuse(.encoded)
        case "content-length": if let count = Int(value), count > maxBytes { return refuse(.tooLarge) }
        case "cache-control": cacheControl = cacheControl.map { "\($0),\(value)" } ?? value
        default: break
        }
        return bytes.count
    }

    private func refuse(_ reason: Refusal) -> Int {
        refusal = reason
        return 0
    }
}

/// The settings of a request that are used, by libcurl's numbers, which it never changes.
enum CurlOption: Int32, CaseIterable {
    case writeData = 10_001
    case url = 10_002
    case proxy = 10_004
    case errorBuffer = 10_010
    case userAgent = 10_018
    case lowSpeedLimit = 19
    case lowSpeedTime = 20
    case httpHeader = 10_023
    case headerData = 10_029
    case sslVersion = 32
    case noProgress = 43
    case netrc = 51
    case followLocation = 52
    case sslVerifyPeer = 64
    case freshConnect = 74
    case forbidReuse = 75
    case sslVerifyHost = 81
    case httpVersion = 84
    case noSignal = 99
    case timeoutMS = 155
    case connectTimeoutMS = 156
    case openSocketData = 10_164
    case noProxy = 10_177
    case protocols = 181
    case pathAsIs = 234
    case disallowUsernameInURL = 278
    case http09Allowed = 285
    case writeFunction = 20_011
    case headerFunction = 20_079
    case openSocketFunction = 20_163
    case caInfoBlob = 40_309

    /// The name that the library itself knows it by.
    var name: String {
        switch self {
        case .writeData: "WRITEDATA"
        case .url: "URL"
        case .proxy: "PROXY"
        case .errorBuffer: "ERRORBUFFER"
        case .userAgent: "USERAGENT"
        case .lowSpeedLimit: "LOW_SPEED_LIMIT"
        case .lowSpeedTime: "LOW_SPEED_TIME"
        case .httpHeader: "HTTPHEADER"
        case .headerData: "HEADERDATA"
        case .sslVersion: "SSLVERSION"
        case .noProgress: "NOPROGRESS"
        case .netrc: "NETRC"
        case .followLocation: "FOLLOWLOCATION"
        case .sslVerifyPeer: "SSL_VERIFYPEER"
        case .freshConnect: "FRESH_CONNECT"
        case .forbidReuse: "FORBID_REUSE"
        case .sslVerifyHost: "SSL_VERIFYHOST"
        case .httpVersion: "HTTP_VERSION"
        case .noSignal: "NOSIGNAL"
        case .timeoutMS: "TIMEOUT_MS"
        case .connectTimeoutMS: "CONNECTTIMEOUT_MS"
        case .openSocketData: "OPENSOCKETDATA"
        case .noProxy: "NOPROXY"
        case .protocols: "PROTOCOLS"
        case .pathAsIs: "PATH_AS_IS"
        case .disallowUsernameInURL: "DISALLOW_USERNAME_IN_URL"
        case .http09Allowed: "HTTP09_ALLOWED"
        case .writeFunction: "WRITEFUNCTION"
        case .headerFunction: "HEADERFUNCTION"
        case .openSocketFunction: "OPENSOCKETFUNCTION"
        case .caInfoBlob: "CAINFO_BLOB"
        }
    }
}

/// What is asked about a request afterwards, by libcurl's numbers.
enum CurlInfo: Int32 {
    case responseCode = 0x20_0002
    case sslVerifyResult = 0x20_000D
    case redirectURL = 0x10_001F
}

/// Why a request came to nothing, by libcurl's numbers.
enum CurlCode {
    static let done: Int32 = 0
    static let resolveHost: Int32 = 6
    static let connect: Int32 = 7
    static let timedOut: Int32 = 28
    static let sslConnect: Int32 = 35
    static let peerVerification: Int32 = 60
    static let authoritiesFile: Int32 = 77
}

import CCurl
import Glibc

/// One request to one address, without anything that libcurl would do on its own: no redirects, no proxies, no
/// passwords, no cookies, no compression, no other protocol.
struct Transfer {
    let address: WebAddress
    let accept: String
    let maxBytes: Int
    let allowsOwnNetwork: Bool
    /// PEM of authorities that are believed besides the system's.
    let authorities: [UInt8]?
    let limits: FetchLimits
    let remainingMilliseconds: Int

    struct Received {
        let status: Int
        let body: [UInt8]
        /// Where the server points instead, as an absolute address.
        let redirect: String?
        let cacheControl: String?
    }

    func perform() throws(FetchError) -> Received {
        let library = try CurlLibrary.opened()
        guard var handle = CurlLibrary.Handle(library) else { throw brokenOff("no handle") }
        let state = TransferState(maxBytes: maxBytes, limits: limits, allowsOwnNetwork: allowsOwnNetwork)
        prepare(&handle, state)
        guard handle.refusal == 0 else {
            throw FetchError(
                .noLibrary, "Nothing can be fetched here: libcurl is too old, or made without what is needed.",
                hint: "Install Debian's: apt-get install libcurl4.", cause: "curl_easy_setopt \(handle.refusal)")
        }
        let answer = withExtendedLifetime(state) { handle.perform() }
        if let refusal = state.refusal { throw refused(refusal) }
        guard answer == CurlCode.done else {
            throw failure(answer, state: state, verification: handle.number(.sslVerifyResult))
        }
        return Received(
            status: handle.number(.responseCode), body: state.body, redirect: handle.text(.redirectURL),
            cacheControl: state.cacheControl)
    }

    // MARK: Settings

    private func prepare(_ handle: inout CurlLibrary.Handle, _ state: TransferState) {
        let client = Unmanaged.passUnretained(state).toOpaque()
        handle.set(.url, address.text)
        // CURLPROTO_HTTPS
        handle.set(.protocols, 2)
        handle.set(.followLocation, 0)
        // An empty name also keeps the environment's https_proxy and the like from being heard.
        handle.set(.proxy, "")
        handle.set(.noProxy, "*")
        handle.set(.netrc, 0)
        handle.set(.disallowUsernameInURL, 1)
        handle.set(.pathAsIs, 1)
        // CURL_SSLVERSION_TLSv1_2, or newer
        handle.set(.sslVersion, 6)
        handle.set(.sslVerifyPeer, 1)
        handle.set(.sslVerifyHost, 2)
        if let authorities { handle.set(.caInfoBlob, bytes: authorities) }
        // CURL_HTTP_VERSION_1_1: the oldest and plainest that every server speaks.
        handle.set(.httpVersion, 2)
        handle.set(.http09Allowed, 0)
        handle.set(.freshConnect, 1)
        handle.set(.forbidReuse, 1)
        handle.set(.noSignal, 1)
        handle.set(.noProgress, 1)
        handle.set(.userAgent, HTTPSClient.userAgent)
        handle.set(.httpHeader, headers: ["Accept: \(accept)"])
        handle.set(.connectTimeoutMS, min(limits.connectMilliseconds, remainingMilliseconds))
        handle.set(.timeoutMS, remainingMilliseconds)
        handle.set(.lowSpeedLimit, limits.slowBytesPerSecond)
        handle.set(.lowSpeedTime, limits.slowSeconds)
        handle.set(.errorBuffer, pointer: state.errorText)
        handle.set(.writeData, pointer: client)
        handle.set(.writeFunction, receive: Self.receiveBody)
        handle.set(.headerData, pointer: client)
        handle.set(.headerFunction, receive: Self.receiveHeader)
        handle.set(.openSocketData, pointer: client)
        handle.set(.openSocketFunction, open: Self.open)
    }

    private static let receiveBody: CurlReceive = { bytes, size, count, client in
        guard let client else { return 0 }
        let state = Unmanaged<TransferState>.fromOpaque(client).takeUnretainedValue()
        return state.receive(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }

    private static let receiveHeader: CurlReceive = { bytes, size, count, client in
        guard let client else { return 0 }
        let state = Unmanaged<TransferState>.fromOpaque(client).takeUnretainedValue()
        return state.receive(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
    }

    /// Called with the very address that the connection will be made to, so that nobody can answer one question for
    /// the name with a public address and the next with another.
    private static let open: CurlOpen = { client, _, address in
        guard let client, let address else { return -1 }
        let state = Unmanaged<TransferState>.fromOpaque(client).takeUnretainedValue()
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = Int(passport_curl_address_bytes(address, &bytes))
        guard let ip = IPAddress(Array(bytes[..<count])), state.allows(ip) else { return -1 }
        return socket(
            address.pointee.family, address.pointee.kind | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
    }

    // MARK: Failures

    private func failure(_ code: Int32, state: TransferState, verification: Int) -> FetchError {
        let cause = "libcurl \(code): \(state.errorMessage)"
        if state.hasRefusedAddress, !state.hasOpenedSocket { return HTTPSClient.notPublic(address, cause: cause) }
        let server = address.authority
        switch code {
        case CurlCode.resolveHost:
            return FetchError(
                .nameUnknown, "Nobody knows a server \(server).",
                hint: "Check this machine's connection; else ask the issuer.", cause: cause)
        case CurlCode.connect:
            return FetchError(
                .unreachable, "The server \(server) takes no connection.", hint: "Try again later.", cause: cause)
        case CurlCode.timedOut:
            return FetchError(.timeout, "The server \(server) is too slow.", hint: "Try again later.", cause: cause)
        case CurlCode.peerVerification:
            return FetchError(
                .certificate, "The server \(server) doesn't show that it is that one: \(Self.reason(verification)).",
                hint:
                    "Ask the issuer to mend it. Where an authority of your own has signed it, give that with --ca-file.",
                cause: cause)
        case CurlCode.authoritiesFile:
            return FetchError(
                .certificate, "This machine has no list of certificate authorities, so no server can be believed.",
                hint: "Install it, on Debian with: apt-get install ca-certificates.", cause: cause)
        case CurlCode.sslConnect:
            return FetchError(
                .tls, "No secure connection to \(server) came about.", hint: "Ask the issuer to mend its server.",
                cause: cause)
        default: return brokenOff(cause)
        }
    }

    private func brokenOff(_ cause: String) -> FetchError {
        FetchError(
            .brokenOff, "The connection to \(address.authority) broke off.", hint: "Try again later.", cause: cause)
    }

    /// OpenSSL's number for what is wrong with a certificate.
    private static func reason(_ verification: Int) -> String {
        switch verification {
        case 0: "its certificate is made out to another name"
        case 9: "its certificate isn't in force yet"
        case 10: "its certificate has expired"
        case 18, 19, 20, 21: "no authority that is known here has signed its certificate"
        default: "its certificate isn't accepted"
        }
    }

    private func refused(_ refusal: TransferState.Refusal) -> FetchError {
        switch refusal {
        case .tooLarge:
            FetchError(
                .tooLarge, "\(address.text) has more than the \(maxBytes) bytes that are read of such a document.",
                hint: "Ask the issuer for the document, and give its file.")
        case .headers:
            FetchError(
                .tooLarge, "\(address.authority) says more about \(address.text) than is read.",
                hint: "Ask the issuer to mend its server.")
        case .encoded:
            FetchError(
                .encoded, "\(address.authority) sends \(address.text) compressed, which nobody asked for.",
                hint: "Ask the issuer to mend its server.")
        }
    }
}

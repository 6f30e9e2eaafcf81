import CCurl
import Glibc

/// Debian's libcurl, opened when something is fetched for the first time and never before.
///
/// A program that is linked with it would load it and the thirty libraries behind it on each start.
final class CurlLibrary: @unchecked Sendable {
    // Pointers into a library that stays open until the program ends.
    private let setFunction: UnsafeMutableRawPointer
    private let getFunction: UnsafeMutableRawPointer
    private let makeHandle: @convention(c) () -> UnsafeMutableRawPointer?
    private let freeHandle: @convention(c) (UnsafeMutableRawPointer?) -> Void
    private let performRequest: @convention(c) (UnsafeMutableRawPointer?) -> Int32
    private let addToList: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> UnsafeMutableRawPointer?
    private let freeList: @convention(c) (UnsafeMutableRawPointer?) -> Void

    static let name = "libcurl.so.4"
    private static let shared = Result { () throws(FetchError) in try CurlLibrary() }

    /// - Throws: `FetchError` `fetch.no-library`.
    static func opened() throws(FetchError) -> CurlLibrary { try shared.get() }

    /// Whether it was opened: what runs without asking the web never does.
    static var isOpen: Bool {
        guard let handle = dlopen(name, RTLD_NOW | RTLD_NOLOAD) else { return false }
        dlclose(handle)
        return true
    }

    private init() throws(FetchError) {
        guard let library = dlopen(Self.name, RTLD_NOW | RTLD_LOCAL) else {
            throw Self.missing(dlerror().map { String(cString: $0) })
        }
        func symbol(_ name: String) throws(FetchError) -> UnsafeMutableRawPointer {
            guard let symbol = dlsym(library, name) else { throw Self.missing("it has no \(name)") }
            return symbol
        }
        typealias Start = @convention(c) (CLong) -> Int32
        let start = unsafeBitCast(try symbol("curl_global_init"), to: Start.self)
        // CURL_GLOBAL_SSL and CURL_GLOBAL_WIN32, its default.
        let answer = start(3)
        guard answer == 0 else { throw Self.missing("curl_global_init answered \(answer)") }
        setFunction = try symbol("curl_easy_setopt")
        getFunction = try symbol("curl_easy_getinfo")
        makeHandle = unsafeBitCast(
            try symbol("curl_easy_init"), to: (@convention(c) () -> UnsafeMutableRawPointer?).self)
        freeHandle = unsafeBitCast(
            try symbol("curl_easy_cleanup"), to: (@convention(c) (UnsafeMutableRawPointer?) -> Void).self)
        performRequest = unsafeBitCast(
            try symbol("curl_easy_perform"), to: (@convention(c) (UnsafeMutableRawPointer?) -> Int32).self)
        addToList = unsafeBitCast(
            try symbol("curl_slist_append"),
            to: (@convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> UnsafeMutableRawPointer?).self)
        freeList = unsafeBitCast(
            try symbol("curl_slist_free_all"), to: (@convention(c) (UnsafeMutableRawPointer?) -> Void).self)
    }

    private static func missing(_ cause: String?) -> FetchError {
        FetchError(
            .noLibrary, "Nothing can be fetched here: libcurl is missing or too old.",
            hint: "Install it, on Debian with: apt-get install libcurl4 ca-certificates.", cause: cause)
    }

    /// One request in the making.
    struct Handle: ~Copyable {
        let library: CurlLibrary
        private let pointer: UnsafeMutableRawPointer
        private var lists: [UnsafeMutableRawPointer] = []
        /// What the library answered to the first setting that it refused.
        private(set) var refusal: Int32 = 0

        init?(_ library: CurlLibrary) {
            guard let pointer = library.makeHandle() else { return nil }
            self.library = library
            self.pointer = pointer
        }

        deinit {
            library.freeHandle(pointer)
            for list in lists { library.freeList(list) }
        }

        private mutating func note(_ answer: Int32) { if refusal == 0 { refusal = answer } }

        mutating func set(_ option: CurlOption, _ value: Int) {
            note(passport_curl_set_number(library.setFunction, pointer, option.rawValue, value))
        }

        /// The library keeps a copy.
        mutating func set(_ option: CurlOption, _ value: String) {
            note(passport_curl_set_text(library.setFunction, pointer, option.rawValue, value))
        }

        mutating func set(_ option: CurlOption, bytes: [UInt8]) {
            note(passport_curl_set_bytes(library.setFunction, pointer, option.rawValue, bytes, bytes.count))
        }

        mutating func set(_ option: CurlOption, pointer value: UnsafeMutableRawPointer) {
            note(passport_curl_set_pointer(library.setFunction, pointer, option.rawValue, value))
        }

        mutating func set(_ option: CurlOption, headers: [String]) {
            var list: UnsafeMutableRawPointer?
            for header in headers { list = library.addToList(list, header) ?? list }
            guard let list else { return }
            lists.append(list)
            set(option, pointer: list)
        }

        mutating func set(_ option: CurlOption, receive: @escaping CurlReceive) {
            note(passport_curl_set_receive(library.setFunction, pointer, option.rawValue, receive))
        }

        mutating func set(_ option: CurlOption, open: @escaping CurlOpen) {
            note(passport_curl_set_open(library.setFunction, pointer, option.rawValue, open))
        }

        borrowing func perform() -> Int32 { library.performRequest(pointer) }

        borrowing func number(_ info: CurlInfo) -> Int {
            var value = 0
            return passport_curl_get_number(library.getFunction, pointer, info.rawValue, &value) == 0 ? value : 0
        }

        borrowing func text(_ info: CurlInfo) -> String? {
            var value: UnsafePointer<CChar>?
            guard passport_curl_get_text(library.getFunction, pointer, info.rawValue, &value) == 0 else { return nil }
            return value.map { String(cString: $0) }
        }
    }
}

typealias CurlReceive =
    @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int
typealias CurlOpen =
    @convention(c) (UnsafeMutableRawPointer?, Int32, UnsafeMutablePointer<passport_curl_address>?) -> Int32

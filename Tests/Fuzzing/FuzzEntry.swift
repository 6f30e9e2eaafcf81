/// What libFuzzer calls with each input; linked with one `<Target>Fuzzer.swift`, whose `fuzz` reads it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    fuzz(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
}

/// Stops at an input for which the claim doesn't hold; libFuzzer keeps it.
func claim(_ sentence: StaticString, _ holds: Bool) {
    guard !holds else { return }
    fatalError("Not so: \(sentence)")
}

/// The value, or nothing when it is refused; a refusal is no finding.
func accepted<Value>(_ work: () throws -> Value) -> Value? { try? work() }

internal import CZlib

/// The gzip form that status lists are published in, after [RFC 1952](https://www.rfc-editor.org/rfc/rfc1952).
public enum Gzip {
    /// 15 bits of window, plus 16 that ask zlib for the gzip form and nothing else.
    private static let windowBits: Int32 = 15 + 16
    private static let chunkBytes = 64 * 1024

    /// One gzip member without name or time, so that the same bytes always give the same file.
    public static func compress(_ bytes: [UInt8]) -> [UInt8] {
        let stream = makeStream()
        defer { stream.deallocate() }
        let started = deflateInit2_(
            stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        precondition(started == Z_OK, "zlib has no memory to compress with, or isn't the one this was built for")
        defer { deflateEnd(stream) }

        // zlib would write the system it was built for; 255 says "unknown" and is the same everywhere.
        var header = gz_header()
        header.os = 255
        return withUnsafeMutablePointer(to: &header) { header in
            let named = deflateSetHeader(stream, header)
            precondition(named == Z_OK, "zlib refused a gzip header in a fresh stream")
            return run(stream, over: bytes, limit: .max) { deflate($0, Z_FINISH) }.output
        }
    }

    /// The bytes of one gzip member.
    ///
    /// - Parameter limit: the most bytes to unpack; reading stops there, whatever the data would still give.
    /// - Throws: `EncodingError` `encoding.gzip` for bytes that are no gzip member, are cut short, fail their checksum
    ///   or go on after the member; `limit.gzip` when there is more than the limit.
    public static func inflate(_ bytes: [UInt8], limit: Int) throws(EncodingError) -> [UInt8] {
        let stream = makeStream()
        defer { stream.deallocate() }
        let started = inflateInit2_(stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(started == Z_OK, "zlib has no memory to unpack with, or isn't the one this was built for")
        defer { inflateEnd(stream) }

        let result = run(stream, over: bytes, limit: limit) { CZlib.inflate($0, Z_NO_FLUSH) }
        if result.output.count > limit {
            throw EncodingError(.gzipLimit, "The compressed data unpack to more than the \(limit) bytes allowed.")
        }
        guard result.status == Z_STREAM_END else {
            throw EncodingError(
                .gzip, "The compressed data are damaged or are not gzip.",
                hint: "Fetch the file again from where it is published.", cause: "zlib status \(result.status)")
        }
        guard result.unread == 0 else {
            throw EncodingError(.gzip, "The compressed data go on after their end.", cause: "\(result.unread) bytes")
        }
        return result.output
    }

    /// A stream at an address of its own: zlib remembers it and refuses one that has moved.
    private static func makeStream() -> UnsafeMutablePointer<z_stream> {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        return stream
    }

    /// Feeds the bytes through a stream until it ends, fails, needs more than there is, or gives more than the limit.
    private static func run(
        _ stream: UnsafeMutablePointer<z_stream>, over bytes: [UInt8], limit: Int,
        step: (UnsafeMutablePointer<z_stream>) -> Int32
    ) -> (status: Int32, output: [UInt8], unread: Int) {
        var output: [UInt8] = []
        var status = Z_OK
        let unread = bytes.withUnsafeBufferPointer { source in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: chunkBytes) { chunk in
                var left = source.count
                // zlib counts in 32 bits; what doesn't fit at once waits.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                repeat {
                    let given = UInt32(clamping: left)
                    stream.pointee.avail_in = given
                    stream.pointee.next_out = chunk.baseAddress
                    stream.pointee.avail_out = UInt32(chunkBytes)
                    status = step(stream)
                    let read = Int(given - stream.pointee.avail_in)
                    let written = chunkBytes - Int(stream.pointee.avail_out)
                    left -= read
                    output.append(contentsOf: chunk[..<written])
                    if read == 0, written == 0 { break }
                } while status == Z_OK && output.count <= limit
                return left
            }
        }
        return (status, output, unread)
    }
}

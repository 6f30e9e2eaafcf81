import Glibc

/// What is said when something can't be written because there is no room for it.
package enum DiskRoom {
    /// Why there is none, as the end of a sentence; nothing when the failure is another.
    package static func want(_ number: Int32) -> String? {
        switch number {
        case ENOSPC: "the disk is full"
        case EDQUOT: "your share of the disk is used up"
        case EFBIG: "files may not grow any larger here"
        default: nil
        }
    }

    /// The way out, which is the same whatever was being written.
    package static let hint = "Free some space and run the same command again; nothing was lost."
}

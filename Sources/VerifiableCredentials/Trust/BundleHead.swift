import Encodings

extension SealedBundle {
    /// What a receiver remembers of it.
    public var head: ReceiverMemory.BundleHead {
        ReceiverMemory.BundleHead(sequence: sequence, asOf: asOf, digest: digest)
    }
}

extension TrustBundle {
    public var head: ReceiverMemory.BundleHead { sealed.head }
}

extension ReceiverMemory.BundleHead {
    /// Whether a bundle with this head may take the place of the one that is held.
    ///
    /// - Throws: `BundleError` `bundle.rollback` when it is older, or says something else under the same number.
    public func checkFollows(_ held: ReceiverMemory.BundleHead, signer: String) throws(BundleError) {
        let why: String
        if sequence < held.sequence {
            why = "its number is \(sequence), and you have had number \(held.sequence)"
        } else if asOf < held.asOf {
            why = "it is as of \(asOf), and you have had one as of \(held.asOf)"
        } else if sequence == held.sequence, digest != held.digest {
            why = "it says something else than the one with number \(sequence) that you have had"
        } else {
            return
        }
        throw BundleError(
            .rollback, "The trust bundle of \(UTF8Text.shown(signer)) isn't taken: \(why).",
            hint: "Ask the signer for its newest bundle; whoever handed you this one may want you to miss something.")
    }
}

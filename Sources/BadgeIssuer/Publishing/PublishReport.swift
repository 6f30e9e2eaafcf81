/// What publishing did, by paths below the site's folder.
package struct PublishReport: Sendable, Hashable {
    package internal(set) var written: [String] = []
    package internal(set) var unchanged: [String] = []
    /// Pages of somebody else that stand where ours would, and were left alone.
    package internal(set) var kept: [String] = []
    /// Achievement ids that lie outside the site's address, so that another site must publish them.
    package internal(set) var elsewhere: [String] = []
}

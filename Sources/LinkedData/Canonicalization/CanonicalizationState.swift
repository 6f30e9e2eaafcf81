/// What the algorithms of RDFC-1.0 share while they run (§4.2). Blank nodes are numbers from 0 on.
struct CanonicalizationState: ~Copyable {
    let dataset: Dataset
    /// The dataset's spelled terms.
    let arena: UnsafeBufferPointer<UInt8>
    let hash: CanonicalizationHash

    /// The terms that the numbers stand for.
    private(set) var nodes: [Dataset.Term] = []
    /// The number of each term that is a blank node of a quad; the others' are negative.
    private var numbers: [Int32]

    /// The blank node to quads map: node n is mentioned in `mentions[mentionStarts[n]..<mentionStarts[n + 1]]`.
    private(set) var mentionStarts: [Int32] = [0]
    private(set) var mentions: [Int32] = []

    /// Each node's first degree hash, and a number that nodes of one hash share.
    var firstDegreeHashes: [HashValue] = []
    var firstDegreeClasses: [UInt32] = []

    var canonicalIssuer: IdentifierIssuer
    var temporaryIssuer: IdentifierIssuer
    var relatedHashes = RelatedHashes()

    private var workLeft: Int
    /// How many units were spent.
    private(set) var work = 0
    let depthLimit: Int

    // Memory that is used again and again.
    var lines = ByteBuffer(capacity: 4096)
    var sorted = ByteBuffer(capacity: 4096)
    var lineRanges: [LineRange] = []
    /// Frames that no call holds. They lie outside of the language's objects, so that their many small changes go
    /// unchecked for exclusive access; each has one owner at a time.
    private var frames: [UnsafeMutablePointer<HashNDegreeFrame>] = []

    /// Steps 1 and 2 of the canonicalization algorithm (4.4.3).
    ///
    /// - Throws: `RDFError` `rdf.generalized`, `limit.rdf-bytes`.
    init(
        _ dataset: Dataset, arena: UnsafeBufferPointer<UInt8>, hash: CanonicalizationHash,
        limits: CanonicalizationLimits
    ) throws(RDFError) {
        self.dataset = dataset
        self.arena = arena
        self.hash = hash
        numbers = [Int32](repeating: -1, count: dataset.entries.count)
        canonicalIssuer = IdentifierIssuer(nodes: 0)
        temporaryIssuer = IdentifierIssuer(nodes: 0)
        workLeft = 0
        depthLimit = limits.depth
        try mapBlankNodesToQuads(maxBytes: limits.maxBytes)
        canonicalIssuer = IdentifierIssuer(nodes: nodes.count)
        temporaryIssuer = IdentifierIssuer(nodes: nodes.count)
        let (perNode, overflow) = limits.workPerBlankNode.multipliedReportingOverflow(by: nodes.count)
        let (work, isTooMuch) = limits.work.addingReportingOverflow(perNode)
        workLeft = overflow || isTooMuch ? .max : work
    }

    private mutating func mapBlankNodesToQuads(maxBytes: Int) throws(RDFError) {
        var counts: [Int32] = []
        var bytesLeft = maxBytes
        for quad in dataset.quads {
            guard dataset.isRDF(quad) else {
                throw RDFError(
                    .generalized, "A quad has a part that RDF doesn't allow in its place, such as a blank predicate.")
            }
            bytesLeft -= length(of: quad)
            guard bytesLeft >= 0 else {
                throw RDFError(
                    .tooLarge, "The data written out as RDF come to more than \(maxBytes) bytes.",
                    hint: "Check that it is the right file; real ones are far smaller.")
            }
            forEachBlankNode(of: quad) { state, term in
                if state.numbers[term] < 0 {
                    state.numbers[term] = Int32(state.nodes.count)
                    state.nodes.append(Dataset.Term(index: UInt32(term)))
                    counts.append(0)
                }
                counts[Int(state.numbers[term])] += 1
            }
        }
        mentionStarts.reserveCapacity(nodes.count + 1)
        for count in counts { mentionStarts.append(mentionStarts[mentionStarts.count - 1] + count) }
        mentions = [Int32](repeating: 0, count: Int(mentionStarts[nodes.count]))
        var ends = mentionStarts
        for (place, quad) in dataset.quads.enumerated() {
            forEachBlankNode(of: quad) { state, term in
                let node = Int(state.numbers[term])
                state.mentions[Int(ends[node])] = Int32(place)
                ends[node] += 1
            }
        }
    }

    /// About how many bytes a quad's line has.
    @inline(__always)
    private func length(of quad: Dataset.Quad) -> Int {
        let graph = quad.graph == .defaultGraph ? 0 : dataset.range(of: quad.graph).count
        return dataset.range(of: quad.subject).count + dataset.range(of: quad.predicate).count
            + dataset.range(of: quad.object).count + graph + 6
    }

    /// The different blank nodes that are subject, object or graph name of a quad, by the places of their terms.
    @inline(__always)
    private mutating func forEachBlankNode(
        of quad: Dataset.Quad, _ body: (_ state: inout CanonicalizationState, _ term: Int) -> Void
    ) {
        let subject = quad.subject
        let object = quad.object
        let graph = quad.graph
        if dataset.isBlankNode(subject) { body(&self, Int(subject.index)) }
        if object != subject, dataset.isBlankNode(object) { body(&self, Int(object.index)) }
        if graph != subject, graph != object, dataset.isBlankNode(graph) { body(&self, Int(graph.index)) }
    }

    /// The number of a term that is a blank node of a quad.
    @inline(__always)
    func node(_ term: Dataset.Term) -> Int? {
        guard term != .defaultGraph else { return nil }
        let number = numbers[Int(term.index)]
        return number < 0 ? nil : Int(number)
    }

    /// The quads in which a node is mentioned, as places in ``mentions``.
    @inline(__always)
    func mentionPlaces(of node: Int) -> Range<Int> { Int(mentionStarts[node])..<Int(mentionStarts[node + 1]) }

    deinit {
        for frame in frames {
            frame.deinitialize(count: 1)
            frame.deallocate()
        }
    }

    /// A frame for one call, which gives it back at its end.
    mutating func takeFrame() -> UnsafeMutablePointer<HashNDegreeFrame> {
        if let frame = frames.popLast() { return frame }
        let frame = UnsafeMutablePointer<HashNDegreeFrame>.allocate(capacity: 1)
        frame.initialize(to: HashNDegreeFrame())
        return frame
    }

    mutating func giveBack(_ frame: UnsafeMutablePointer<HashNDegreeFrame>) { frames.append(frame) }

    /// Takes units from the work that is left.
    ///
    /// - Throws: `RDFError` `limit.canonicalization` when none are left.
    @inline(__always)
    mutating func spend(_ units: Int) throws(RDFError) {
        workLeft -= units
        work += units
        if workLeft < 0 { throw Self.tooMuchWork }
    }

    static var tooMuchWork: RDFError {
        RDFError(
            .tooMuchWork,
            "The data hide their meaning in a tangle of nameless nodes, and bringing them into one form "
                + "would take too long.",
            hint: "Real badges never do; ask the sender how the file was made.")
    }
}

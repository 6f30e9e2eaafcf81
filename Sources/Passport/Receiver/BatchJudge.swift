import Dispatch
package import Encodings
package import VerifiableCredentials

/// Judges many files on all cores and hands the reports over in the order of the files.
package struct BatchJudge: Sendable {
    /// A file to judge, or standard input.
    package enum Input: Sendable, Hashable {
        case file(String)
        case standardInput
        /// What was read before, for a second look.
        case held([UInt8], source: String)

        package var source: String {
            switch self {
            case .file(let path): path
            case .standardInput: "-"
            case .held(_, let source): source
            }
        }
    }

    private let verifier: Verifier
    private let at: Timestamp

    /// Files judged before their reports are handed over: enough to keep all cores busy, few enough that memory does
    /// not grow with the number of files.
    static let window = 128

    package init(verifier: Verifier, at: Timestamp) {
        self.verifier = verifier
        self.at = at
    }

    /// The files that arguments stand for: a file is itself, `-` standard input, a folder every file in it. Time stamps
    /// go with the files beside which they lie.
    ///
    /// - Throws: `ReceiverError` when a folder can't be read; a missing file is left for its own report
    package static func expand(_ arguments: [String]) throws(ReceiverError) -> [Input] {
        var inputs: [Input] = []
        for argument in TimestampFiles.leavingOut(arguments) {
            if argument == "-" {
                inputs.append(.standardInput)
                continue
            }
            guard InputFile.kind(of: argument) == .folder else {
                inputs.append(.file(argument))
                continue
            }
            let folder = argument.hasSuffix("/") ? String(argument.dropLast()) : argument
            for name in try InputFile.names(in: folder) where !TimestampFiles.isTimestamp(name) {
                if InputFile.kind(of: "\(folder)/\(name)") != .folder { inputs.append(.file("\(folder)/\(name)")) }
            }
        }
        return inputs
    }

    /// As `expand`, for commands that need something to judge.
    ///
    /// - Throws: `ReceiverError` `file.missing` for no files at all, or for the only one when it doesn't exist.
    package static func inputs(_ arguments: [String]) throws(ReceiverError) -> [Input] {
        let inputs = try expand(arguments)
        if case .file(let path) = inputs.first, inputs.count == 1, InputFile.kind(of: path) == .missing {
            throw ReceiverError(
                .missing, "There is no file \"\(path)\".", hint: "Check the name and the folder.")
        }
        guard !inputs.isEmpty else {
            throw ReceiverError(
                .missing, "\"\(arguments.joined(separator: "\", \""))\" holds no files.",
                hint: "Name the badge's file, or the folder it lies in.")
        }
        return inputs
    }

    /// Calls `receive` once for each input, in their order.
    package func judge(_ inputs: [Input], receive: (VerificationReport) throws -> Void) rethrows {
        try judgeFiles(inputs) { try receive($0.report) }
    }

    /// As `judge`, with what each file held.
    package func judgeFiles(_ inputs: [Input], receive: (JudgedDocument) throws -> Void) rethrows {
        var start = 0
        while start < inputs.count {
            let part = Array(inputs[start..<min(start + Self.window, inputs.count)])
            for file in settled(judgeAtOnce(part)) { try receive(file) }
            start += part.count
        }
        verifier.learning?.keep()
    }

    /// As `judgeFiles`, for commands that answer when they have seen all files: a list of withdrawals that came with
    /// any of them counts for all.
    ///
    /// - Parameter keep: what is kept of a file; called again for one that has to be judged again.
    /// - Returns: what was kept, in the order of the files.
    package func judgeTogether<Kept>(
        _ inputs: [Input], keep: (JudgedDocument, _ place: Int) -> Kept
    ) -> [Kept] {
        var kept: [Kept] = []
        var based: [(place: Int, again: Input, basis: [StatusBasis])] = []
        judgeFiles(inputs) { file in
            let basis = file.report.statusBasis
            if !basis.isEmpty {
                let input = inputs[kept.count]
                based.append((kept.count, input == .standardInput ? .held(file.bytes, source: "-") : input, basis))
            }
            kept.append(keep(file, kept.count))
        }
        let outdated = based.filter { verifier.isOutdated($0.basis) }
        var next = outdated.makeIterator()
        judgeFiles(outdated.map(\.again)) { file in
            if let place = next.next()?.place { kept[place] = keep(file, place) }
        }
        return kept
    }

    /// Judges those again for which a newer list turned up after they were judged: which of two files at once came
    /// first says nothing.
    private func settled(_ files: [JudgedDocument]) -> [JudgedDocument] {
        files.map { file in
            verifier.isOutdated(file.report) ? verifier.judgeDocument(file.bytes, source: file.report.source) : file
        }
    }

    private func judgeAtOnce(_ inputs: [Input]) -> [JudgedDocument] {
        guard inputs.count > 1 else { return inputs.map(judge) }
        return [JudgedDocument](unsafeUninitializedCapacity: inputs.count) { buffer, count in
            let slots = Slots(base: buffer.baseAddress)
            DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
                slots.put(judge(inputs[index]), at: index)
            }
            count = inputs.count
        }
    }

    /// Lets each iteration write its own slot; no two write the same.
    private struct Slots: @unchecked Sendable {
        let base: UnsafeMutablePointer<JudgedDocument>?

        func put(_ file: JudgedDocument, at index: Int) { base.map { $0 + index }?.initialize(to: file) }
    }

    private func judge(_ input: Input) -> JudgedDocument {
        let limit = OpenedFile.maxBytes
        do throws(ReceiverError) {
            let bytes =
                switch input {
                case .file(let path): try InputFile.read(path, limit: limit)
                case .standardInput: try InputFile.readStandardInput(limit: limit)
                case .held(let bytes, _): bytes
                }
            let timestamps = if case .file(let path) = input { TimestampFiles.beside(path) } else { [FoundTimestamp]() }
            return open(bytes, source: input.source, timestamps: timestamps)
        } catch {
            let result =
                error.code == .tooLarge
                ? CheckResult(.form, .undetermined, .limitBytes, ["limit": "\(limit)"])
                : CheckResult(.form, .undetermined, .formUnreadable, ["problem": error.message])
            return refused(result, input.source)
        }
    }

    /// Judges what one file holds, a picture's badge too.
    ///
    /// - Parameter source: the file's name, for the report.
    package func judge(_ bytes: [UInt8], source: String) -> JudgedDocument {
        let judged = settled([open(bytes, source: source)])[0]
        verifier.learning?.keep()
        return judged
    }

    private func open(_ bytes: [UInt8], source: String, timestamps: [FoundTimestamp] = []) -> JudgedDocument {
        switch OpenedFile.open(bytes) {
        case .refused(let result): refused(result, source)
        case .credential(let badge):
            verifier.supply.map {
                verifier.judgeDocument(badge, source: source, timestamps: timestamps, suppliedBy: $0)
            } ?? verifier.judgeDocument(badge, source: source, timestamps: timestamps)
        }
    }

    private func refused(_ result: CheckResult, _ source: String) -> JudgedDocument {
        JudgedDocument(refused: .refused(result, source: source, at: at))
    }
}

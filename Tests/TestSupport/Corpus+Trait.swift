// A build with the static standard library has no Testing, and builds this target along with the program.
#if canImport(Testing)
    public import Testing

    extension Trait where Self == ConditionTrait {
        /// Skips the test, and counts the suite (if one is named) as skipped, when there is no conformance corpus.
        public static func needsCorpus(_ suite: String? = nil) -> Self {
            .enabled("There is no conformance corpus; \(Corpus.variable) names its folder.") {
                if Corpus.root == nil, let suite { Corpus.noteSkipped(suite) }
                return Corpus.root != nil
            }
        }
    }
#endif

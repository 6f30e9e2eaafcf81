// A build with the static standard library has no Testing, and builds this target along with the program.
#if canImport(Testing)
    public import Testing

    extension Trait where Self == ConditionTrait {
        /// Skips the test where the `openssl` command isn't installed.
        public static var needsOpenSSL: Self {
            .enabled(if: TimeAuthority.command != nil, "The openssl command isn't installed.")
        }
    }
#endif

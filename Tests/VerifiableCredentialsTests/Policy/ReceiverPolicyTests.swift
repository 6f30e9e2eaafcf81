import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Policies as files: what is read, and what is refused.
@Suite struct ReceiverPolicyTests {
    private func read(_ text: String) throws -> ReceiverPolicy { try ReceiverPolicy(parsing: Array(text.utf8)) }

    /// A policy with these members beside format and name.
    private func with(_ members: String) -> String {
        #"{"format":"passport.policy/1","name":"ours",\#(members)}"#
    }

    @Test("Each that ships is a file that the same reader reads", arguments: BuiltInPolicies.names)
    func builtIn(_ name: String) throws {
        let text = try #require(BuiltInPolicies.text(name))
        let policy = try read(text)
        #expect(policy.name == name)
        #expect(try BuiltInPolicies.named(name) == policy)
        #expect(text.hasSuffix("}\n"))
    }

    @Test("Those that ship differ as their readers do")
    func shipped() throws {
        let standard = try BuiltInPolicies.named("default")
        #expect(standard.voice == nil && standard.demands == PolicyDemands())
        var policy = VerificationPolicy()
        standard.apply(to: &policy)
        #expect(policy.maxStatusAgeDays == VerificationPolicy().maxStatusAgeDays)
        #expect(policy.maxHolderStatusAgeDays == VerificationPolicy().maxHolderStatusAgeDays)
        let employer = try BuiltInPolicies.named("employer")
        #expect(employer.voice == .plain && employer.demands == PolicyDemands())
        let admissions = try BuiltInPolicies.named("admissions")
        #expect(admissions.voice == .exact)
        #expect(admissions.demands.requiredChecks == [.status])
        #expect(admissions.maxHolderStatusAgeDays == 7)
    }

    @Test("Every member is read")
    func members() throws {
        let policy = try read(
            with(
                """
                "voice":"exact","requiredChecks":["status","recipient"],"kinds":["OpenBadgeCredential"],
                "maxStatusAgeDays":14,"maxHolderStatusAgeDays":0,"cryptosuites":["eddsa-rdfc-2022","ES256"],"minLevel":2
                """))
        #expect(policy.voice == .exact)
        #expect(policy.demands.requiredChecks == [.status, .recipient])
        #expect(policy.demands.kinds == ["OpenBadgeCredential"])
        #expect(policy.demands.suites == ["eddsa-rdfc-2022", "ES256"])
        #expect(policy.demands.minLevel == 2)
        #expect(policy.maxStatusAgeDays == 14 && policy.maxHolderStatusAgeDays == 0)
    }

    @Test("Every suite and algorithm that is read can be accepted")
    func suites() throws {
        let suites =
            Cryptosuites(contexts: OpenBadgesContexts.store.prepared).all.map(\.name)
            + ["EdDSA", "ES256", "ES384", "RS256"]
        for suite in suites { #expect(try read(with(#""cryptosuites":["\#(suite)"]"#)).demands.suites == [suite]) }
    }

    @Test(
        "What isn't a policy, or can't be meant, is refused",
        arguments: [
            ("", .format), ("[]", .format), ("{}", .format), (#"{"format":"passport.policy/2","name":"x"}"#, .format),
            (#"{"format":"passport.trust/1","name":"x"}"#, .format),
            (#"{"format":"passport.policy/1","format":"passport.policy/1","name":"x"}"#, .format),
            (#"{"format":"passport.policy/1"}"#, .field), (#"{"format":"passport.policy/1","name":""}"#, .field),
            (#"{"format":"passport.policy/1","name":1}"#, .field),
            (#"{"format":"passport.policy/1","name":"x","minlevel":3}"#, .field),
            (#"{"format":"passport.policy/1","name":"x","minLevel":"3"}"#, .field),
            (#"{"format":"passport.policy/1","name":"x","minLevel":0}"#, .value),
            (#"{"format":"passport.policy/1","name":"x","minLevel":5}"#, .value),
            (#"{"format":"passport.policy/1","name":"x","minLevel":2.5}"#, .value),
            (#"{"format":"passport.policy/1","name":"x","voice":"loud"}"#, .value),
            (#"{"format":"passport.policy/1","name":"x","voice":null}"#, .field),
            (#"{"format":"passport.policy/1","name":"x","requiredChecks":[]}"#, .field),
            (#"{"format":"passport.policy/1","name":"x","requiredChecks":"status"}"#, .field),
            (#"{"format":"passport.policy/1","name":"x","requiredChecks":["stauts"]}"#, .value),
            (#"{"format":"passport.policy/1","name":"x","requiredChecks":["status",1]}"#, .field),
            (#"{"format":"passport.policy/1","name":"x","cryptosuites":["none"]}"#, .value),
            (#"{"format":"passport.policy/1","name":"x","kinds":[""]}"#, .field),
            (#"{"format":"passport.policy/1","name":"x","maxStatusAgeDays":31}"#, .value),
            (#"{"format":"passport.policy/1","name":"x","maxHolderStatusAgeDays":-1}"#, .value),
            (#"{"format":"passport.policy/1","name":"x","maxStatusAgeDays":99999999999999999999}"#, .value),
        ] as [(String, PolicyError.Code)])
    func refused(_ text: String, _ code: PolicyError.Code) {
        #expect(throws: PolicyError(code, "")) { try read(text) }
    }

    @Test("A name that doesn't ship is none")
    func unknown() {
        #expect(throws: PolicyError(.unknown, "")) { try BuiltInPolicies.named("Employer") }
    }
}

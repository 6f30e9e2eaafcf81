import BadgeDefinitions
import Testing

@Suite("The life of a definition")
struct DefinitionLifecycleTests {
    @Test("goes from draft to published to retired, or from draft to deleted")
    func allowed() throws {
        #expect(try DefinitionLifecycle.apply(.publish, to: .draft, of: "tiimityo") == .published)
        #expect(try DefinitionLifecycle.apply(.retire, to: .published, of: "tiimityo") == .retired)
        #expect(try DefinitionLifecycle.apply(.delete, to: .draft, of: "tiimityo") == nil)
    }

    @Test(
        "has no other step",
        arguments: [
            (DefinitionStatus.draft, DefinitionLifecycle.Step.retire), (.published, .publish), (.published, .delete),
            (.retired, .publish), (.retired, .retire), (.retired, .delete),
        ])
    func refused(_ status: DefinitionStatus, _ step: DefinitionLifecycle.Step) {
        let error = #expect(throws: LifecycleError.self) {
            try DefinitionLifecycle.apply(step, to: status, of: "tiimityo")
        }
        #expect(error?.codeText == "state.transition")
        #expect(error?.message.contains("tiimityo") == true)
    }
}

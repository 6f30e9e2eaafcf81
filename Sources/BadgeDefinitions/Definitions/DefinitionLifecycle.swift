/// The life of a definition: draft → published → retired, or draft → deleted. Anything else is refused.
package enum DefinitionLifecycle {
    /// What somebody wants to do with a definition.
    package enum Step: String, Sendable, CaseIterable {
        case publish, retire, delete
    }

    /// The status after the step; `nil` when the definition is gone.
    ///
    /// - Throws: `LifecycleError` `state.transition` when the definition's life doesn't have that step.
    @discardableResult
    package static func apply(
        _ step: Step, to status: DefinitionStatus, of name: String
    ) throws(LifecycleError) -> DefinitionStatus? {
        switch (status, step) {
        case (.draft, .publish): return .published
        case (.published, .retire): return .retired
        case (.draft, .delete): return nil
        case (.published, .publish):
            throw refusal("\"\(name)\" is published already.", "To change it, raise its version and publish that.")
        case (.retired, .publish):
            throw refusal("\"\(name)\" is retired and stays so.", "Raise its version and publish that.")
        case (.draft, .retire):
            throw refusal("\"\(name)\" is a draft; only a published badge can be retired.", "A draft can be deleted.")
        case (.retired, .retire): throw refusal("\"\(name)\" is retired already.", nil)
        case (.published, .delete), (.retired, .delete):
            throw refusal(
                "\"\(name)\" has been published; only a draft can be deleted.",
                "Retire it, and no new badge will be given; those already given stay valid.")
        }
    }

    private static func refusal(_ message: String, _ hint: String?) -> LifecycleError {
        LifecycleError(.transition, message, hint: hint)
    }
}

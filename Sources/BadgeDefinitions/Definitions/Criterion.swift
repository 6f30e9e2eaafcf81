/// One thing that an assessor can see or read.
package struct Criterion: Sendable, Hashable {
    package let id: String
    package let text: LanguageMap
}

/// One level on which a badge can be earned.
package struct CompetenceLevel: Sendable, Hashable {
    /// What files and the achievement's id call it: `L2` becomes `<achievement id>#L2`.
    package let code: String
    /// 1 foundation, 2 intermediate, 3 advanced, 4 expert.
    package let ordinal: Int
    package let name: LanguageMap
    package let description: LanguageMap?
}

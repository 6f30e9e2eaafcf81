package import Encodings

/// How much a badge is worth in study credits, and whether the issuer grants them.
package struct CreditExtent: Sendable, Hashable {
    package enum Unit: String, Sendable, CaseIterable {
        /// Opintopiste, an ECTS credit: about 27 hours of the learner's work.
        case op
        /// Osaamispiste, a vocational credit.
        case osp
    }

    package enum Basis: String, Sendable, CaseIterable {
        /// The issuer grants them by its curriculum.
        case curriculum
        /// An estimate; the receiving institution decides.
        case indicative
    }

    /// From 0 to 60.
    package let value: DecimalHundredths
    package let unit: Unit
    package let basis: Basis

    package static let most = DecimalHundredths(hundredths: 60_00)
}

package import BadgeDefinitions
package import Encodings

/// A profile held against somebody's badges: what is met, what is short and by how much, and how it could be closed.
///
/// The proven level of a skill is the highest that valid badges listing it have achieved. Badges that aren't valid are
/// told with their reason and count for nothing; what somebody says of themself stands beside and never makes a must met.
/// The order of the badges is of no account, and one more valid badge never lowers the fit.
package struct SkillMatch: Sendable {
    /// How far a requirement is met.
    package enum Outcome: Sendable, Hashable {
        case met
        /// By so many levels.
        case short(Int)
        case missing
    }

    /// What the answer to a requirement rests on, the best that there is.
    package enum Basis: String, Sendable, CaseIterable {
        case verified, expired, undetermined, nothing
        case unknownIssuer = "unknown-issuer"
        case selfDeclared = "self-declared"
    }

    package struct Line: Sendable, Hashable {
        package let requirement: SkillRequirement
        /// The level that counts: the proven one; for what is nice to have, one's own word where the profile takes it.
        package let held: Int
        package let outcome: Outcome
        package let basis: Basis
        /// The badge that the basis is.
        package let proof: MatchBadge?
        /// Further badges that list the skill, the best first; those that don't count among them.
        package let others: [MatchBadge]
        /// One's own word, 0 to 4.
        package let selfAssessed: Int?
        /// What closes the gap, the least work first; nothing when there is none.
        package let steps: [GapStep]
    }

    /// A badge that the profile welcomes by itself.
    package struct AcceptedBadge: Sendable, Hashable {
        package let badge: BadgeKey
        /// The valid badge by which it is held.
        package let held: MatchBadge?
    }

    package let profile: SkillProfile
    /// The day on which it was looked.
    package let day: CalendarDay
    /// In the order of the profile.
    package let lines: [Line]
    package let accepted: [AcceptedBadge]
    /// Every badge that was handed over, in its order.
    package let badges: [MatchBadge]
    /// In whole percent.
    package let fit: Int
    /// Whether every must is met.
    package let fits: Bool

    /// - Parameters:
    ///   - definitions: badges that can be earned.
    ///   - offers: courses and the like; what can't be applied for any more is left out.
    package init(
        _ profile: SkillProfile, badges: [MatchBadge], selfAssessment: SelfAssessment? = nil,
        definitions: [BadgeDefinition] = [], offers: [Offering] = [], on day: CalendarDay
    ) {
        self.profile = profile
        self.badges = badges
        self.day = day
        let earnable = Self.earnable(definitions, on: day)
        lines = profile.requirements.map { requirement in
            let said = selfAssessment?.level(of: requirement.skill)
            return Self.line(
                requirement, badges, said: said, takesWord: profile.acceptsSelfAssessment, earnable, offers, day)
        }
        accepted = profile.badgesAccepted.map { key in
            let held = badges.filter { $0.counts && $0.isBadge(key) }.min(by: MatchBadge.isBetter)
            return AcceptedBadge(badge: key, held: held)
        }
        fit = Self.percent(lines)
        fits = lines.allSatisfy { $0.requirement.need == .nice || $0.outcome == .met }
    }

    // MARK: Parts

    private static func line(
        _ requirement: SkillRequirement, _ badges: [MatchBadge], said: Int?, takesWord: Bool,
        _ definitions: [BadgeDefinition], _ offers: [Offering], _ day: CalendarDay
    ) -> Line {
        let listing = badges.filter { $0.lists(requirement.skill) && $0.standing != .invalid }
            .sorted { one, other in
                one.rank == other.rank ? MatchBadge.isBetter(one, other) : one.rank < other.rank
            }
        let proven = listing.filter(\.counts).compactMap(\.level).max() ?? 0
        var held = proven
        if takesWord, requirement.need == .nice, let said { held = max(held, said) }
        let outcome: Outcome =
            held >= requirement.minLevel ? .met : held == 0 ? .missing : .short(requirement.minLevel - held)
        let usesWord = held > proven
        let best = usesWord ? nil : listing.first
        var basis = usesWord ? Basis.selfDeclared : best.map(Self.basis) ?? .nothing
        if basis == .nothing, let said, said > 0 { basis = .selfDeclared }
        let steps =
            outcome == .met && !usesWord
            ? []
            : GapStep.steps(
                to: requirement.minLevel, of: requirement.skill, definitions: definitions, offers: offers, on: day)
        return Line(
            requirement: requirement, held: held, outcome: outcome, basis: basis, proof: best,
            others: listing.filter { $0 != best }, selfAssessed: said, steps: steps)
    }

    private static func basis(_ badge: MatchBadge) -> Basis {
        switch badge.standing {
        case .verified: .verified
        case .expired: .expired
        case .unknownIssuer: .unknownIssuer
        case .undetermined: .undetermined
        case .selfDeclared: .selfDeclared
        case .invalid, .notABadge: .nothing
        }
    }

    /// Σ weight · min(held, asked) ÷ Σ weight · asked in whole percent, halves up.
    private static func percent(_ lines: [Line]) -> Int {
        var (have, all) = (0, 0)
        for line in lines {
            have += line.requirement.weight * min(line.held, line.requirement.minLevel)
            all += line.requirement.weight * line.requirement.minLevel
        }
        return all == 0 ? 100 : (200 * have + all) / (2 * all)
    }

    /// Of each badge the newest version that is awarded.
    private static func earnable(_ definitions: [BadgeDefinition], on day: CalendarDay) -> [BadgeDefinition] {
        var newest: [BadgeKey: BadgeDefinition] = [:]
        for definition in definitions where definition.status == .published && definition.isInDate(on: day) {
            if let other = newest[definition.key], other.version > definition.version { continue }
            newest[definition.key] = definition
        }
        return Array(newest.values)
    }
}

extension MatchBadge {
    /// How near a badge is to proving something.
    fileprivate var rank: Int {
        switch standing {
        case .verified: 0
        case .expired: 1
        case .unknownIssuer: 2
        case .undetermined: 3
        case .selfDeclared: 4
        case .notABadge, .invalid: 5
        }
    }

    /// Whether it is that badge in some version: its achievement's id is the base, the slug and a version.
    func isBadge(_ key: BadgeKey) -> Bool {
        guard let achievementID else { return false }
        let start = Array("\(key.badgeBase)\(key.slug)/v".utf8)
        let id = Array(achievementID.utf8)
        guard id.count > start.count, id.starts(with: start) else { return false }
        return id[start.count...].allSatisfy { (0x30...0x39).contains($0) }
    }
}

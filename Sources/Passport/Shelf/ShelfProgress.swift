package import BadgeDefinitions
package import Encodings
import OpenBadges
package import VerifiableCredentials

/// How far the badges on a shelf lead on a pathway, as far as is known of them.
package struct ShelfProgress: Sendable {
    /// A certificate of competence: one of the shelf, or of a file that was shown beside.
    package struct Certificate: Sendable {
        package let name: String
        package let json: JSONObject
        package let verdict: Verdict
        /// What keeps it from being valid.
        package let reason: CheckResult?

        package init(_ item: ShelfItem) {
            (name, json, verdict, reason) = (item.name, item.json, item.verdict, item.reasons.first)
        }

        package init(json: JSONObject, report: VerificationReport) {
            self.json = json
            name = report.credential?.name ?? report.source
            verdict = report.verdict
            reason = ShelfItem.reasons(in: report.checks).first
        }
    }

    /// Something that doesn't count now, and why.
    package struct Waiting: Sendable {
        package let name: String
        /// Nothing for a certificate.
        package let badge: BadgeKey?
        /// Nothing for a certificate that isn't on the shelf.
        package let number: Int?
        package let reason: CheckResult?
        /// Numbers of items that contradict it.
        package let conflicts: [Int]
    }

    package let pathway: Pathway
    package let evaluation: PathwayEvaluation
    package let steps: PathwaySteps?
    /// What will count once it is verified.
    package let waiting: [Waiting]
    /// How it would stand then.
    package let afterwards: PathwayEvaluation?
    /// What belongs to the pathway and isn't valid, for another reason than its days.
    package let notValid: [Waiting]
    /// The milestone's number on the shelf, when it is there and valid.
    package let milestone: Int?
    /// What the badges on the shelf call themselves.
    let names: [BadgeKey: String]
    let at: Timestamp

    /// - Parameters:
    ///   - certificates: shown beside those on the shelf.
    ///   - catalogue: what is known of badges besides themselves, and what is on offer.
    package init(
        _ pathway: Pathway, items: [ShelfItem], certificates: [Certificate] = [], catalogue: RecognitionCatalogue,
        at now: Timestamp
    ) {
        let catalogue = RecognitionCatalogue(
            definitions: catalogue.definitions, pathways: catalogue.pathways + [pathway])
        var sure: [ShelfAward] = []
        var open: [ShelfAward] = []
        var bad: [ShelfAward] = []
        for item in items {
            func award(_ status: AwardStatus) -> [ShelfAward] {
                ShelfAward(item, status: status, catalogue: catalogue).map { [$0] } ?? []
            }
            switch item.standing(at: now) {
            case .valid, .expired: sure += award(.issued)
            case .revoked: sure += award(.revoked)
            case .suspended: sure += award(.suspended)
            case .unverified: open += award(.issued)
            case .conflicting, .invalid: bad += award(.issued)
            }
        }
        let shown =
            items.filter { $0.kind == .certificate && $0.standing(at: now) != .expired }.map {
                (Certificate($0), number: Int?.some($0.number))
            } + certificates.map { ($0, number: nil) }
        let known = shown.filter { $0.0.verdict == .valid }.compactMap { CountedCertificate(credential: $0.0.json) }
        func evaluate(_ awards: [ShelfAward], _ certificates: [CountedCertificate]) -> PathwayEvaluation {
            .evaluate(pathway, awards: awards.map(\.award), certificates: certificates, at: now)
        }
        let evaluation = evaluate(sure, known)
        let asksForCertificate = pathway.completion.flattened.contains { rule in
            if case .certificate = rule { true } else { false }
        }
        let openCertificates = shown.filter {
            asksForCertificate && $0.0.verdict == .undetermined && CountedCertificate(credential: $0.0.json) != nil
        }
        let later = evaluate(
            sure + open, known + openCertificates.compactMap { CountedCertificate(credential: $0.0.json) })
        let laterIDs = later.counted.map(\.id)
        let wouldCount = open.filter { laterIDs.contains($0.award.id) }
        self.pathway = pathway
        self.evaluation = evaluation
        steps = PathwaySteps.cheapest(
            after: evaluation, among: BadgeOption.offered(catalogue.definitions, on: CalendarDay(of: now)))
        waiting =
            wouldCount.map(Waiting.init)
            + openCertificates.map {
                Waiting(name: $0.0.name, badge: nil, number: $0.number, reason: $0.0.reason, conflicts: [])
            }
        afterwards = waiting.isEmpty ? nil : later
        let places = PathwayEvaluation.evaluate(pathway, awards: bad.map(\.award), at: now).counted.map(\.id)
        notValid = bad.filter { places.contains($0.award.id) }.map(Waiting.init)
        milestone =
            sure.first {
                $0.award.badge == pathway.milestone && $0.award.status == .issued && $0.item.standing(at: now) == .valid
            }?.item.number
        names = Dictionary((sure + open + bad).map { ($0.award.badge, $0.name) }) { first, _ in first }
        at = now
    }
}

extension ShelfProgress.Waiting {
    fileprivate init(_ award: ShelfAward) {
        self.init(
            name: award.name, badge: award.award.badge, number: award.item.number, reason: award.item.reasons.first,
            conflicts: award.item.conflicts)
    }
}

extension ShelfProgress {
    package static let format = "passport.progress/1"

    /// - Parameter text: what people are told.
    package func json(in language: ReportLanguage, text: [String]) -> JSONObject {
        func list(_ waiting: [Waiting]) -> JSONValue {
            .array(waiting.map { .object(Self.json($0, in: language)) })
        }
        var object: JSONObject = ["format": .string(Self.format), "at": .string(at.description)]
        for member in evaluation.json(of: pathway, steps: steps).members { object[member.name] = member.value }
        object["notYetVerified"] = list(waiting)
        object["afterwards"] =
            afterwards.map {
                [
                    "complete": .bool($0.isComplete),
                    "progress": [
                        "done": .number(JSONNumber($0.progress.done)), "of": .number(JSONNumber($0.progress.of)),
                    ],
                ]
            } ?? .null
        object["notValid"] = list(notValid)
        object["milestone"] = milestone.map { .number(JSONNumber($0)) } ?? .null
        object["text"] = .array(text.map(JSONValue.string))
        return object
    }

    private static func json(_ waiting: Waiting, in language: ReportLanguage) -> JSONObject {
        [
            "number": waiting.number.map { .number(JSONNumber($0)) } ?? .null, "name": .string(waiting.name),
            "reason": waiting.reason.map { .object($0.shelfJSON(in: language)) } ?? .null,
            "conflicts": .array(waiting.conflicts.map { .number(JSONNumber($0)) }),
        ]
    }
}

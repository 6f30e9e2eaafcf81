/// Where a value stands in a JSON text, written like `$.levels[1].name.fi`.
public struct JSONPath: Sendable, Hashable, CustomStringConvertible {
    public enum Step: Sendable, Hashable {
        case name(String)
        case index(Int)
    }

    public var steps: [Step]

    public init(_ steps: [Step] = []) { self.steps = steps }

    public static let root = JSONPath()

    public func appending(_ name: String) -> JSONPath { JSONPath(steps + [.name(name)]) }
    public func appending(_ index: Int) -> JSONPath { JSONPath(steps + [.index(index)]) }

    public var description: String {
        steps.reduce(into: "$") { text, step in
            switch step {
            case .index(let index):
                text += "[\(index)]"
            case .name(let name):
                let plain =
                    !name.isEmpty
                    && name.utf8.allSatisfy { $0 == 0x5F || $0.isASCIILetter || (0x30...0x39).contains($0) }
                text += plain ? ".\(name)" : "['\(name)']"
            }
        }
    }
}

extension UInt8 {
    @inlinable var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}

/// The shapes of a kind of document: that of its top, and those that the others' properties lead to.
public struct NodeShapes: Sendable {
    public let shapes: [NodeShape]
    /// The place of the shape of a document's top.
    package let top: Int
    package let tables: [ShapeTable]

    /// - Parameters:
    ///   - top: the name of the shape of a document's top.
    ///   - shapes: of two with one name the later adds its types and properties to the first. A property may lead to a
    ///     shape that isn't there: then nothing of it is read but that it is there.
    public init(top: String, _ shapes: [NodeShape]) {
        var merged: [NodeShape] = []
        for shape in shapes {
            if let place = merged.firstIndex(where: { $0.name == shape.name }) {
                merged[place] = merged[place].adding(shape)
            } else {
                merged.append(shape)
            }
        }
        self.shapes = merged
        self.top = merged.firstIndex { $0.name == top } ?? 0
        let names = merged.map(\.name)
        tables = merged.map { shape in ShapeTable(shape) { names.firstIndex(of: $0) } }
    }

    /// These shapes and more, or with more in them.
    public func adding(_ more: [NodeShape]) -> NodeShapes {
        NodeShapes(top: shapes.isEmpty ? "" : shapes[top].name, shapes + more)
    }

    public subscript(_ name: String) -> NodeShape? { shapes.first { $0.name == name } }

    /// The prepared shape of that name.
    package func table(_ name: String) -> ShapeTable? {
        shapes.firstIndex { $0.name == name }.map { tables[$0] }
    }
}

extension NodeShape {
    fileprivate func adding(_ other: NodeShape) -> NodeShape {
        var all = properties
        for property in other.properties {
            if let place = all.firstIndex(where: { $0.name == property.name }) {
                let old = all[place]
                let iris = old.iris + property.iris.filter { !old.iris.contains($0) }
                all[place] = PropertyShape(
                    property.name, iris, property.value, isShared: property.isShared,
                    holdsDocuments: property.holdsDocuments, isRetold: property.isRetold)
            } else {
                all.append(property)
            }
        }
        return NodeShape(
            name, types: types + other.types.filter { !types.contains($0) },
            foreignTypes: other.foreignTypes ?? foreignTypes, isRepeatable: isRepeatable || other.isRepeatable,
            other: other.other ?? self.other, all)
    }
}

/// A shape prepared for looking up names and IRIs by their bytes.
package struct ShapeTable: Sendable {
    package struct Property: Sendable {
        package let name: String
        package let value: PropertyShape.Value
        /// The place of the shape of its objects, or -1.
        package let shape: Int
        let standing: PropertyShape.Standing
        package let isSet: Bool
        let iris: [String]
    }

    package let shape: NodeShape
    package let properties: [Property]
    private let names: WordIndex
    private let iris: WordIndex
    private let typeNames: WordIndex
    private let typeIRIs: WordIndex
    let actsOnTypes: Bool
    /// The place of the shape of nodes of another type, and that.
    let other: (type: [UInt8], shape: Int)?

    init(_ shape: NodeShape, place: (String) -> Int?) {
        self.shape = shape
        properties = shape.properties.map { property in
            let node = property.value.node
            return Property(
                name: property.name, value: property.value, shape: node.flatMap { place($0.shape) } ?? -1,
                standing: node?.standing ?? .whole, isSet: property.value.isSet, iris: property.iris)
        }
        names = WordIndex(shape.properties.enumerated().map { ($1.name, $0) })
        iris = WordIndex(shape.properties.enumerated().flatMap { place, property in property.iris.map { ($0, place) } })
        typeNames = WordIndex(shape.types.enumerated().map { ($1.name, $0) })
        typeIRIs = WordIndex(shape.types.enumerated().flatMap { place, type in type.iris.map { ($0, place) } })
        other = shape.other.flatMap { other in place(other.shape).map { (Array(other.type.utf8), $0) } }
        actsOnTypes = !shape.types.isEmpty || shape.foreignTypes != nil
    }

    /// The place of the property of that name, or -1.
    @inline(__always)
    package func property(_ name: UnsafeBufferPointer<UInt8>) -> Int { names.place(of: name) }

    /// The place of the property that the IRI means, or -1.
    @inline(__always)
    func property(iri: UnsafeBufferPointer<UInt8>) -> Int { iris.place(of: iri) }

    func type(_ name: UnsafeBufferPointer<UInt8>) -> Int { typeNames.place(of: name) }
    func type(iri: UnsafeBufferPointer<UInt8>) -> Int { typeIRIs.place(of: iri) }
}

/// A template bound to the models it is shown with.
package struct Template: Sendable {
    private let instructions: [TemplateInstruction]

    init(_ instructions: [TemplateInstruction]) {
        self.instructions = instructions
    }

    /// - Parameter models: of the types that the template was bound to, in the same order.
    /// - Returns: UTF-8.
    package func render(_ models: any TemplateModel...) -> [UInt8] {
        var renderer = TemplateRenderer(models)
        renderer.render(instructions)
        return renderer.output
    }
}

private struct TemplateRenderer {
    private enum Scope {
        case model(any TemplateModel)
        case text(String)
    }

    private(set) var output: [UInt8] = []
    private var scopes: [Scope]

    init(_ models: [any TemplateModel]) {
        scopes = models.map { .model($0) }
        output.reserveCapacity(16_384)
    }

    mutating func render(_ instructions: [TemplateInstruction]) {
        for instruction in instructions {
            switch instruction {
            case .literal(let bytes):
                output.append(contentsOf: bytes)
            case .text(let reference, let escaped):
                guard case .text(let text) = value(reference) else { continue }
                if escaped { output.appendEscaped(text) } else { output.append(contentsOf: text.utf8) }
            case .section(let reference, let body):
                renderSection(value(reference), body)
            case .unless(let reference, let body):
                if isEmpty(value(reference)) { render(body) }
            }
        }
    }

    private mutating func renderSection(_ value: FieldValue, _ body: [TemplateInstruction]) {
        switch value {
        case .flag(let isShown):
            if isShown { render(body) }
        case .text(let text):
            if !text.isEmpty { render(body, in: .text(text)) }
        case .texts(let texts):
            for text in texts { render(body, in: .text(text)) }
        case .object(let model):
            if let model { render(body, in: .model(model)) }
        case .list(let models):
            for model in models { render(body, in: .model(model)) }
        }
    }

    private mutating func render(_ body: [TemplateInstruction], in scope: Scope) {
        scopes.append(scope)
        render(body)
        scopes.removeLast()
    }

    /// A field of an object that is not there is empty text.
    private func value(_ reference: FieldReference) -> FieldValue {
        switch scopes[reference.depth] {
        case .text(let text): return .text(text)
        case .model(let model):
            var value = FieldValue.object(model)
            for slot in reference.path {
                guard case .object(let model?) = value else { return .text("") }
                value = model.value(at: slot)
            }
            return value
        }
    }

    private func isEmpty(_ value: FieldValue) -> Bool {
        switch value {
        case .flag(let isShown): !isShown
        case .text(let text): text.isEmpty
        case .texts(let texts): texts.isEmpty
        case .object(let model): model == nil
        case .list(let models): models.isEmpty
        }
    }
}

extension [UInt8] {
    /// Appends text so that it means itself in HTML, inside an element and inside a quoted attribute.
    fileprivate mutating func appendEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
            default: append(byte)
            }
        }
    }
}

import Text
import Words

// A word is a small template from another file: its text is part of the page's own, and its places are names, or blocks.
extension TemplateBinder {
    /// So the names of words begin in templates.
    private static let prefix = "words."

    static func isWord(_ name: String) -> Bool { name.hasPrefix(prefix) }

    /// `{{words.movie.trailer}}`, or `{{<words.checkout.total}}{{$amount}}…{{/amount}}{{/words.checkout.total}}`. A place that
    /// no block fills is filled by what has its name where the tag stands.
    ///
    /// - Throws: ``TemplateError`` for a word that is not there, or cannot be shown so.
    mutating func bindWord(
        _ name: String, blocks: [String: TemplateReplacement], _ context: TemplateContext, _ position: TagPosition,
        _ builder: inout ProgramBuilder
    ) throws {
        let word = try word(name, position)
        guard let message = word.other, !word.isPlural else {
            throw position.error("'\(name)' depends on a number, and only programs know numbers")
        }
        let unknown = blocks.filter { !word.places.contains($0.key) }.min { $0.value.position < $1.value.position }
        if let (block, replacement) = unknown {
            throw replacement.position.error(
                "'\(name)' has no place '{\(block)}'\(suggestion(for: block, among: word.places))")
        }
        for piece in message.pieces {
            switch piece {
            case .text(let text):
                builder.literal(escaped: text)
            case .place(let place):
                if let block = blocks[place] {
                    try bind(block.nodes, context, &builder)
                } else {
                    try bindPlace(place, of: word, context, position, &builder)
                }
            }
        }
    }

    private mutating func word(_ name: String, _ position: TagPosition) throws -> Word {
        let key = String(name.dropFirst(Self.prefix.count))
        do throws(MissingWord) {
            let word = try words.word(key)
            usedWords.insert(key)
            return word
        } catch {
            throw position.error("\(error.sentence) in \(words.file)")
        }
    }

    private func bindPlace(
        _ place: String, of word: Word, _ context: TemplateContext, _ position: TagPosition,
        _ builder: inout ProgramBuilder
    ) throws {
        do {
            try FoundName(place, in: context.scopes, position).show(place, escaped: true, position, &builder)
        } catch let error as TemplateError {
            let table = "\(word.position.file):\(word.position.line)"
            throw position.error("\(error.message) (the place '{\(place)}' of the word in \(table))")
        }
    }
}

extension ProgramBuilder {
    /// Text that means itself in HTML, in an element and in an attribute.
    fileprivate mutating func literal(escaped text: String) {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if let entity = HTMLEscaping.entity(for: byte) {
                entity.withUTF8Buffer { bytes += $0 }
            } else {
                bytes.append(byte)
            }
        }
        literal(String(decoding: bytes, as: UTF8.self))
    }
}

/// Follows a program, with the models of one page at hand.
struct Renderer: ~Copyable {
    private let program: Program
    private var scopes: [ModelAddress]
    private(set) var page: PageBuffer

    init(_ program: Program, _ models: [ModelAddress], capacity: Int) {
        self.program = program
        // Scopes that are not open yet hold an address that nothing reads.
        scopes = models + Array(repeating: models[0], count: program.scopeCount - models.count)
        page = PageBuffer(capacity: capacity)
    }

    mutating func run() {
        run(from: 0, to: program.instructions.count)
    }

    private mutating func run(from start: Int, to end: Int) {
        var index = start
        while index < end {
            let instruction = program.instructions[index]
            index += 1
            page.append(instruction.literal, of: program.literals)
            switch instruction.operation {
            case .nothing:
                break
            case .text(let place):
                address(of: place).withText { page.appendEscaped($0) }
            case .rawText(let place):
                address(of: place).withText { page.append($0) }
            case .computedText(let place, let getter, let isEscaped):
                let text = program.getters[Int(getter)](address(of: place))
                ModelAddress.withAddress(of: text) { text in
                    text.withText { if isEscaped { page.appendEscaped($0) } else { page.append($0) } }
                }
            case .flag(let place, let wanted, let end):
                if address(of: place).value(Bool.self) != wanted { index = Int(end) }
            case .textIsThere(let place, let wanted, let end):
                if address(of: place).value(String.self).isEmpty == wanted { index = Int(end) }
            case .test(let place, let test, let wanted, let end):
                if program.tests[Int(test)](address(of: place)) != wanted { index = Int(end) }
            case .each(let place, let list, let scope, let end):
                forEach(address(of: place), list: Int(list), scope: Int(scope), body: index..<Int(end))
                index = Int(end)
            }
        }
    }

    private mutating func forEach(_ address: ModelAddress, list: Int, scope: Int, body: Range<Int>) {
        let list = program.lists[list]
        list.access(address) { first, count in
            for number in 0..<count {
                scopes[scope] = first.advanced(by: number * list.stride)
                run(from: body.lowerBound, to: body.upperBound)
            }
        }
    }

    @inline(__always)
    private func address(of place: Place) -> ModelAddress {
        scopes[Int(place.scope)].advanced(by: Int(place.offset))
    }
}

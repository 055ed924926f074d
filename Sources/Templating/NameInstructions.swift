extension FoundName {
    /// Shows it in a variable. What is in an object that is not there is empty text.
    func show(_ name: String, escaped: Bool, _ position: TagPosition, _ builder: inout ProgramBuilder) throws {
        guard case .text(let text) = content else {
            throw position.error("'\(name)' is \(content.description) and cannot be shown as text")
        }
        try enter(objects, &builder) { builder, place in
            switch text {
            case .stored(let offset): builder.text(place.advanced(by: offset), isEscaped: escaped)
            case .computed(let getter): builder.text(place, getter, isEscaped: escaped)
            }
        }
    }

    /// Shows a section for what is there, once for each of a list.
    ///
    /// - Parameter body: is given what the section opens to its inside.
    func section(
        _ builder: inout ProgramBuilder, _ body: (inout ProgramBuilder, TemplateScope?) throws -> Void
    ) throws {
        try enter(objects, &builder) { builder, place in
            switch content {
            case .flag(.stored(let offset)):
                try builder.whenFlag(place.advanced(by: offset), is: true) { try body(&$0, nil) }
            case .flag(.computed(let test)):
                try builder.when(place, is: true, test) { try body(&$0, nil) }
            case .text(.stored(let offset)):
                let place = place.advanced(by: offset)
                try builder.whenText(place, is: true) { try body(&$0, TemplateScope(content: .text, place: place)) }
            case .text(.computed(let getter)):
                try builder.forEach(place, Elements(text: getter)) {
                    try body(&$0, TemplateScope(content: .text, place: $1))
                }
            case .texts(let texts):
                try builder.forEach(place, texts) { try body(&$0, TemplateScope(content: .text, place: $1)) }
            case .object(let schema, let object):
                try enter([object], from: place, &builder) {
                    try body(&$0, TemplateScope(content: .model(schema()), place: $1))
                }
            case .list(let schema, let list):
                try builder.forEach(place, list) { try body(&$0, TemplateScope(content: .model(schema()), place: $1)) }
            }
        }
    }

    /// Shows an inverted section, for what is not there or in an object that is not there.
    func unless(_ builder: inout ProgramBuilder, _ body: (inout ProgramBuilder) throws -> Void) throws {
        try enter(objects, &builder) { builder, place in
            switch content {
            case .flag(.stored(let offset)):
                try builder.whenFlag(place.advanced(by: offset), is: false, body)
            case .flag(.computed(let test)):
                try builder.when(place, is: false, test, body)
            case .text(.stored(let offset)):
                try builder.whenText(place.advanced(by: offset), is: false, body)
            case .text(.computed(let getter)):
                try builder.when(place, is: true, { getter($0).isEmpty }, body)
            case .texts(let elements), .list(_, let elements):
                try builder.when(place.advanced(by: elements.offset), is: false, elements.isAny, body)
            case .object(_, let object):
                try unless(object, place, &builder, body)
            }
        }
        for (index, object) in objects.enumerated() where object.canBeMissing {
            try enter(objects[..<index], &builder) { builder, place in try unless(object, place, &builder, body) }
        }
    }

    private func unless(
        _ object: ObjectContent, _ place: Place, _ builder: inout ProgramBuilder,
        _ body: (inout ProgramBuilder) throws -> Void
    ) throws {
        switch object {
        case .part, .shared:
            // Never shown; but its names have to be right.
            var discarded = builder
            try body(&discarded)
        case .optionalPart(let offset, let isThere):
            try builder.when(place.advanced(by: offset), is: false, isThere, body)
        case .computed(let elements):
            try builder.when(place, is: false, elements.isAny, body)
        }
    }

    private func enter(
        _ objects: some Collection<ObjectContent>, from place: Place? = nil, _ builder: inout ProgramBuilder,
        _ body: (inout ProgramBuilder, Place) throws -> Void
    ) throws {
        let place = place ?? start
        guard let object = objects.first else { return try body(&builder, place) }
        switch object {
        case .part(let offset):
            try enter(objects.dropFirst(), from: place.advanced(by: offset), &builder, body)
        case .optionalPart(let offset, let isThere):
            let place = place.advanced(by: offset)
            try builder.when(place, is: true, isThere) { try enter(objects.dropFirst(), from: place, &$0, body) }
        case .shared(let elements), .computed(let elements):
            try builder.forEach(place, elements) { try enter(objects.dropFirst(), from: $1, &$0, body) }
        }
    }
}

extension ObjectContent {
    var canBeMissing: Bool {
        switch self {
        case .part, .shared: false
        case .optionalPart, .computed: true
        }
    }
}

extension Elements {
    /// A text that is there unless it is empty.
    fileprivate init(text getter: @escaping @Sendable (ModelAddress) -> String) {
        self.init(stride: 0) { model, body in
            let text = getter(model)
            if !text.isEmpty { ModelAddress.withAddress(of: text) { body($0, 1) } }
        }
    }

    fileprivate var isAny: @Sendable (ModelAddress) -> Bool {
        { [access] address in
            var isAny = false
            access(address) { _, _ in isAny = true }
            return isAny
        }
    }
}

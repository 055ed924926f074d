import Foundation

/// Who buys.
package struct Buyer: Hashable, Sendable {
    package let name: String
    /// As it was given.
    package let email: String

    package init(name: String, email: String) throws(BookingError) {
        let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        let email = email.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !name.isEmpty, name.count <= 200, name.utf8.count <= 2000 else {
            throw .invalidRequest("name: give a name of 1 to 200 characters")
        }
        guard !name.unicodeScalars.contains(where: Self.isControl) else {
            throw .invalidRequest("name: give a name in one line, without control characters")
        }
        guard Self.looksLikeAddress(email) else {
            throw .invalidRequest("email: give one plain e-mail address such as ada@example.org")
        }
        self.name = name
        self.email = email
    }

    /// Takes what a store wrote itself.
    package init(storedName name: String, email: String) {
        self.name = name
        self.email = email
    }

    package var mailbox: Mailbox { Mailbox(email) }

    /// Only what no deliverable address lacks; whether it exists, only a mail can tell.
    private static func looksLikeAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
            && !text.unicodeScalars.contains { isControl($0) || $0.properties.isWhitespace }
            && isLocalPart(parts[0]) && !hasSpecials(parts[1])
    }

    /// Quotes are for what cannot stand without them; elsewhere they would be a second way to write one mailbox.
    private static func isLocalPart(_ text: Substring) -> Bool {
        guard text.count > 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return !hasSpecials(text) }
        let quoted = text.dropFirst().dropLast()
        return hasSpecials(quoted) && !quoted.contains("\"") && !quoted.contains("\\")
    }

    /// The signs of RFC 5322 that give an address a form: a name beside it, a list of several, a comment.
    private static func hasSpecials(_ text: Substring) -> Bool {
        text.unicodeScalars.contains { "()<>[]:;,\\\"".unicodeScalars.contains($0) }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }
}

/// Who buys what.
package struct Purchase: Hashable, Sendable {
    package let hold: HoldID
    package let buyer: Buyer

    package init(of hold: HoldID, by buyer: Buyer) {
        self.hold = hold
        self.buyer = buyer
    }
}

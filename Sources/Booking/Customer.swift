package import Cinema

/// Who asks for seats, as far as booking knows.
package struct Customer: Hashable, Sendable {
    /// `nil` for whom ``OpenSeatsLimit`` does not bind.
    package let client: ClientDigest?
    /// `nil` for who has none, or has not said so.
    package let account: AccountID?
    /// Of the page on which the seats were chosen.
    package let language: PageLanguage?

    package init(client: ClientDigest? = nil, account: AccountID? = nil, language: PageLanguage? = nil) {
        self.client = client
        self.account = account
        self.language = language
    }
}

/// The name of an account elsewhere. It says nothing to booking but whether two orders are the same account's.
package struct AccountID: Hashable, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }
}

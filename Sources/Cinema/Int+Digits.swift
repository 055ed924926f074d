extension Int {
    /// A whole number written with the digits 0 to 9 alone: no sign, no space, no digits of other scripts, all of which
    /// `Int(_:)` or `Double(_:)` take here or there.
    package init?(digits text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        self.init(text)
    }
}

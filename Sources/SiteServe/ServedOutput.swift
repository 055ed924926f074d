package import Foundation

/// The folder of a finished site, and how one sees that it is another.
package struct ServedOutput: Sendable {
    let folder: URL
    /// A file that is another whenever the site has changed; it need not be there.
    let changeMark: String

    package init(folder: URL, changeMark: String) {
        self.folder = folder
        self.changeMark = changeMark
    }
}

import Foundation
import SiteBuild
import SiteServe

extension ServedOutput {
    /// That of a build.
    init(folder: URL) {
        self.init(folder: folder, changeMark: OutputFolder.changeMark(of: folder))
    }
}

package import Booking
import Foundation

extension OrderKeyring {
    /// One that is not chosen at random, so that a store can be opened again.
    package static let test = OrderKeyring([Data(repeating: 7, count: 32)])
}

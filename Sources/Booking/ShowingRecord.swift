import Cinema
package import Foundation

/// A showing as ticket holders are told of it.
package struct ShowingState: Hashable, Sendable {
    package enum Standing: String, Hashable, Sendable {
        case scheduled
        case cancelled
        /// It left the programme before it began, and nobody said why.
        case withdrawn
    }

    package let showing: Showing
    package let standing: Standing

    package init(showing: Showing, standing: Standing) {
        self.showing = showing
        self.standing = standing
    }
}

/// What was known of a showing from some time on.
package struct ShowingRecord: Hashable, Sendable {
    /// Of the records of one showing, from 0; each change makes a new one, also a change back.
    package let sequence: Int
    package let state: ShowingState
    /// At least a second after the record before, so that a calendar, which knows whole seconds, finds it newer.
    package let recordedAt: Date

    package init(sequence: Int, state: ShowingState, recordedAt: Date) {
        self.sequence = sequence
        self.state = state
        self.recordedAt = recordedAt
    }

    /// What follows when a showing is found in another state; this record if it is not.
    package func next(_ state: ShowingState, at now: Date) -> ShowingRecord {
        guard state.standing != self.state.standing || !state.showing.agrees(with: self.state.showing) else {
            return self
        }
        return ShowingRecord(sequence: sequence + 1, state: state, recordedAt: max(now, recordedAt + 1))
    }

    /// The same record with the slugs of `showing`, if it was written down without any.
    package func completed(by showing: Showing) -> ShowingRecord {
        let known = ShowingState(showing: state.showing.completed(by: showing), standing: state.standing)
        return ShowingRecord(sequence: sequence, state: known, recordedAt: recordedAt)
    }

    /// The state of this showing by what the catalog says now.
    ///
    /// A showing leaves the catalog some time after it began, which is no change; before that, it means that it does not
    /// take place.
    package func state(by listing: ShowingListing, at now: Date) -> ShowingState {
        switch listing {
        case .offered(let offer):
            ShowingState(showing: offer.showing, standing: offer.status == .cancelled ? .cancelled : .scheduled)
        case .absent where state.standing == .scheduled && now < state.showing.startsAt:
            ShowingState(showing: state.showing, standing: .withdrawn)
        case .absent, .unknown: state
        }
    }
}

/// What the catalog says of a showing.
package enum ShowingListing: Sendable {
    case offered(SeatsOnSale)
    case absent
    /// Nobody can tell at this moment.
    case unknown

    /// - Throws: `salesClosed` if the showing is cancelled, or over: who holds seats of it pays nothing. That it sold out, began
    ///   or left the catalog meanwhile does not count: the seats were promised before.
    package func requirePayable(at now: Date) throws(BookingError) {
        guard case .offered(let offer) = self else { return }
        guard offer.status != .cancelled, now < offer.showing.endsAt else { throw .salesClosed }
    }
}

/// What the buyer of an order is told of its showing: as it was sold, and as it is now.
package struct OrderedShowing: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case scheduled, moved, cancelled, withdrawn
    }

    package let sold: ShowingRecord
    package let current: ShowingRecord

    package init(sold: ShowingRecord, current: ShowingRecord) {
        self.sold = sold
        self.current = current
    }

    package var showing: Showing { current.state.showing }
    package var soldAs: Showing { sold.state.showing }

    package var status: Status {
        switch current.state.standing {
        case .cancelled: .cancelled
        case .withdrawn: .withdrawn
        case .scheduled: showing.isAnother(than: soldAs) ? .moved : .scheduled
        }
    }

    /// How often what is told has changed since the sale: it never becomes less.
    package var changes: Int { current.sequence - sold.sequence }
}

extension Showing {
    /// Whether someone who goes by `other` comes at the wrong time, to the wrong door or to another film.
    ///
    /// People go by the clock on the wall. Where the theater's time zone was corrected, an hour on that clock may have become
    /// another instant, and an instant another hour.
    fileprivate func isAnother(than other: Showing) -> Bool {
        let isLater =
            timeZone == other.timeZone
            ? startsAt != other.startsAt
            : (localStart.date, localStart.clock) != (other.localStart.date, other.localStart.clock)
        return isLater || movie != other.movie || theater != other.theater || auditorium != other.auditorium
    }

    private var localStart: LocalTime { LocalTime(startsAt, in: timeZone) }
}

"""The groups of measures, in the order in which they are taken."""

from collections.abc import Callable

import building
import contested
import france
import holding
import incremental
import live
import many_orders
import pictures
import purchasing
import seat_reads
import templating
import unpacking
import watching
from setting import Setting

GROUPS: dict[str, Callable[[Setting], None]] = {
    "hugo": building.measure_rivals,
    "films": building.measure_all_films,
    "tar": unpacking.measure_unpacking,
    "france": france.measure_france,
    "incremental": incremental.measure_incremental,
    "watch": watching.measure_watching,
    "templating": templating.measure_templating,
    "holds": holding.measure_holds,
    "seats": seat_reads.measure_seat_reads,
    "contested": contested.measure_contested,
    "purchases": purchasing.measure_purchases,
    "pictures": pictures.measure_pictures,
    "watchers": live.measure_watchers,
    "many-holds": many_orders.measure_many_holds,
    "many-orders": many_orders.measure_many_orders,
}

BOOKING = {"holds", "seats", "contested", "purchases", "watchers", "many-holds", "many-orders"}
"""Those that need a booking API."""

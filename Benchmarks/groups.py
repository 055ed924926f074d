"""The groups of measures, in the order in which they are taken."""

from collections.abc import Callable

import building
import france
import incremental
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
}

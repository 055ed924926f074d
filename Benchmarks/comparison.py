"""Both generators must say the same of a film."""

import html
import re
from pathlib import Path

from catalogs import opened
from catalog_facts import film_facts

_SAMPLES = 12


def require_same_content(catalog: Path, *outputs: Path) -> None:
    """Fails unless the pages of some films have, in each output, the film's title, its cast and all its times."""
    with opened(catalog) as database:
        slugs = [row[0] for row in database.execute("SELECT slug FROM movie ORDER BY slug")]
        for slug in slugs[::max(1, len(slugs) // _SAMPLES)]:
            facts = film_facts(database, slug)
            for output in outputs:
                words = text((output / "movies" / slug / "index.html").read_text())
                missing = [fact for fact in facts if fact not in words]
                if missing:
                    raise SystemExit(f"{output}: the page of '{slug}' lacks {missing}")


def text(page: str) -> str:
    """What is read of a page, in single spaces."""
    without_scripts = re.sub(r"(?s)<script.*?</script>", " ", page)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", without_scripts)).split())

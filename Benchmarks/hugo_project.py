"""Makes the folder that Hugo builds: the templates of `hugo/`, the catalog as data files, Marquee's own assets.

    python3 hugo_project.py CATALOG FOLDER [--without-showtime-pages]
"""

import dataclasses
import json
import shutil
import sys
from pathlib import Path

import hugo_content
import programme

HERE = Path(__file__).resolve().parent


def make(catalog: Path, folder: Path, has_showtime_pages: bool) -> None:
    """Replaces what is in the folder."""
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(HERE / "hugo", folder)
    shutil.copytree(HERE.parent / "Public", folder / "public-files")
    (folder / "data").mkdir()
    content = programme.read(catalog)
    for kind in dataclasses.fields(content):
        with (folder / "data" / f"{kind.name}.json").open("w") as file:
            json.dump(getattr(content, kind.name), file, ensure_ascii=False, separators=(",", ":"))
    hugo_content.write(content, folder / "content", has_showtime_pages)


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), "--without-showtime-pages" not in sys.argv[3:])

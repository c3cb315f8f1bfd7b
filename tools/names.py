"""Makes the lists of names that the guard ships, from the open files it was taken from.

    python -m tools.names FOLDER

FOLDER holds the files as they were published, named in
`handslag/core/guard/shipped/README.md`. Run it again when one of them is replaced
by a newer one; the product itself never needs it.
"""

import csv
import gzip
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

OUT = Path(__file__).resolve().parents[1] / "handslag/core/guard/shipped"
FEWEST = 20  # bearers, for a first name to be shipped


def given_names(source: Path) -> Counter[str]:
    """How many bear each first name, women and men together."""
    bearers: Counter[str] = Counter()
    for file in ("tilltalsnamn-kvinnor.csv.gz", "tilltalsnamn-man.csv.gz"):
        with gzip.open(source / "pii" / file, "rt", encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                bearers[row["name"]] += int(row["persons"])
    return bearers


def column(path: Path, name: str) -> list[str]:
    """One column of a CSV file."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        return sorted({row[name] for row in csv.DictReader(file)})


def write(name: str, lines: Iterable[str]) -> None:
    """One list of the shipped folder."""
    (OUT / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def main(folder: str) -> None:
    """Write all lists."""
    source = Path(folder)
    bearers = given_names(source).most_common()
    write("given_names.txt", [f"{name}\t{n}" for name, n in bearers if n >= FEWEST])
    write("surnames.txt", column(source / "pii/efternamn_faker_sv_SE.csv", "surname"))
    write("places.txt", column(source / "gazetteer/tatorter_2020_scb.csv", "name"))


if __name__ == "__main__":
    main(sys.argv[1])

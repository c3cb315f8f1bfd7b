"""Makes the geography that Handslag ships, from the open files it was taken from.

    python -m tools.shipped FOLDER

FOLDER holds the files as they were published, named in
`handslag/domain/organisations/shipped/README.md`. Run it again when one of them
is replaced by a newer one; the product itself never needs it.
"""

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[1] / "handslag/domain/organisations/shipped"
METRES_PER_DEGREE = 111_200
TOLERANCE = 150
GRID = 0.001
MIDDLE = 62
# The published file has an s too many in these three.
OFFICIAL_NAMES = {
    "2080": "Falu kommun",
    "2513": "Överkalix kommun",
    "2514": "Kalix kommun",
}

Point = tuple[float, float]
Ring = list[Point]


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a header."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def write(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """One CSV file of the shipped folder."""
    with (OUT / name).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def counties(source: Path) -> None:
    """The counties, each with the police region it lies in."""
    regions = {
        row["county_code"]: row["polisregion"]
        for row in read(source / "police_areas/polisregion_per_lan.csv")
    }
    write(
        "counties.csv",
        ["code", "name", "short_name", "police_region"],
        [
            (
                row["county_code"],
                row["county_name"],
                row["county_name_short"],
                regions[row["county_code"]],
            )
            for row in read(source / "geo/sjbrg_counties.csv")
        ],
    )


def municipalities(source: Path) -> None:
    """The municipalities, with their county and how many live there."""
    people = {
        row["kommun_kod"]: row["population"]
        for row in read(source / "population/population_kommun_total_crimecity3k.csv")
    }
    write(
        "municipalities.csv",
        ["code", "name", "short_name", "county", "population"],
        [
            (
                row["municipality_code"],
                OFFICIAL_NAMES.get(row["municipality_code"], row["municipality_name"]),
                row["municipality_name_short"],
                row["county_code"],
                people[row["municipality_code"]],
            )
            for row in read(source / "geo/sjbrg_municipality_county.csv")
        ],
    )


def localities(source: Path) -> None:
    """The localities, with the municipality and the middle of each."""
    write(
        "localities.csv",
        ["code", "name", "municipality", "population", "lon", "lat"],
        sorted(
            (
                row["code"],
                row["name"],
                row["mun_code"],
                row["pop"],
                f"{float(row['lon']):.4f}",
                f"{float(row['lat']):.4f}",
            )
            for row in read(source / "gazetteer/tatorter_2020_scb.csv")
        ),
    )


def police(source: Path) -> None:
    """Which local police district serves a municipality, where that is known."""
    rows = read(source / "police_areas/kommun_polisregion_lpo_partial.csv")
    write(
        "police_districts.csv",
        ["municipality", "district", "area", "source"],
        [
            (
                row["municipality_code"],
                row["lokalpolisomrade"],
                row["polisomrade"].removeprefix("PO "),
                row["lpo_source"],
            )
            for row in rows
            if row["lokalpolisomrade"]
        ],
    )


def rings_of(geometry: dict[str, Any]) -> list[list[Ring]]:
    """The polygons of a geometry, as rings of points."""
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return [[[(x, y) for x, y in ring] for ring in polygon] for polygon in polygons]


class Net:
    """All boundaries as arcs between the points where three or more lines meet."""

    def __init__(self, shapes: dict[str, list[list[Ring]]]) -> None:
        self.owners: dict[frozenset[Point], set[str]] = defaultdict(set)
        neighbours: dict[Point, set[Point]] = defaultdict(set)
        for code, polygons in shapes.items():
            for ring in (ring for polygon in polygons for ring in polygon):
                for one, other in pairwise(ring):
                    self.owners[frozenset((one, other))].add(code)
                    neighbours[one].add(other)
                    neighbours[other].add(one)
        ordinary = 2
        self.knots = {point for point, near in neighbours.items() if len(near) > ordinary}
        # Where the sea takes over from a neighbour is a knot as well.
        for point, near in neighbours.items():
            if len({frozenset(self.owners[frozenset((point, one))]) for one in near}) > 1:
                self.knots.add(point)
        self.done: dict[tuple[Point, ...], list[Point]] = {}

    def arcs(self, ring: Ring) -> list[list[Point]]:
        """The ring cut at its knots; one without knots is cut at two far points."""
        points = ring[:-1]
        cuts = [place for place, point in enumerate(points) if point in self.knots]
        if not cuts:
            start = points.index(min(points))
            far = max(range(len(points)), key=lambda i: _apart(points[i], points[start]))
            cuts = sorted({start, far})
        turned = points[cuts[0] :] + points[: cuts[0]] + [points[cuts[0]]]
        places = [cut - cuts[0] for cut in cuts] + [len(turned) - 1]
        return [turned[start : end + 1] for start, end in pairwise(places)]

    def simplified(self, arc: list[Point]) -> list[Point]:
        """The arc with fewer points: the same from both sides."""
        forwards = arc[0] < arc[-1] or (arc[0] == arc[-1] and arc[1] <= arc[-2])
        key = tuple(arc if forwards else reversed(arc))
        if key not in self.done:
            self.done[key] = fewer(list(key))
        return self.done[key] if forwards else self.done[key][::-1]

    def numbers(self, ring: Ring, arcs: dict[tuple[Point, ...], int]) -> list[int]:
        """The ring as TopoJSON has it: numbers of arcs, -1 - n for n walked backwards."""
        found = []
        for arc in self.arcs(ring):
            line = tuple(self.simplified(arc))
            if line[::-1] in arcs and line not in arcs:
                found.append(-1 - arcs[line[::-1]])
            else:
                found.append(arcs.setdefault(line, len(arcs)))
        return found


def _flat(point: Point) -> Point:
    return point[0] * cos(radians(MIDDLE)) * METRES_PER_DEGREE, point[1] * METRES_PER_DEGREE


def _apart(one: Point, other: Point) -> float:
    (x, y), (to_x, to_y) = _flat(one), _flat(other)
    return hypot(to_x - x, to_y - y)


def _off(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the line between two others, in metres."""
    (x, y), (x1, y1), (x2, y2) = _flat(point), _flat(start), _flat(end)
    length = hypot(x2 - x1, y2 - y1)
    if not length:
        return hypot(x - x1, y - y1)
    along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length**2
    along = min(1.0, max(0.0, along))
    return hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))


def fewer(points: list[Point]) -> list[Point]:
    """Douglas and Peucker (1973): keep what lies further than the tolerance from a line."""
    kept = {0, len(points) - 1}
    todo = [(0, len(points) - 1)]
    while todo:
        start, end = todo.pop()
        between = range(start + 1, end)
        far = max(
            between, key=lambda i: _off(points[i], points[start], points[end]), default=0
        )
        if far and _off(points[far], points[start], points[end]) > TOLERANCE:
            kept.add(far)
            todo += [(start, far), (far, end)]
    return [points[place] for place in sorted(kept)]


def _steps(arc: Iterable[Point]) -> list[list[int]]:
    """The arc as whole numbers of the grid, each counted from the one before."""
    steps, before = [], (0, 0)
    for point in arc:
        x, y = round(point[0] / GRID), round(point[1] / GRID)
        steps.append([x - before[0], y - before[1]])
        before = x, y
    return [steps[0], *(step for step in steps[1:-1] if step != [0, 0]), steps[-1]]


def boundaries(source: Path) -> None:
    """The outlines of municipalities with fewer points, every line written once."""
    collection = json.loads((source / "geo/kommuner_okfse.geojson").read_text())
    shapes = {
        feature["properties"]["id"]: rings_of(feature["geometry"])
        for feature in collection["features"]
    }
    net = Net(shapes)
    arcs: dict[tuple[Point, ...], int] = {}
    geometries = [
        {
            "type": "MultiPolygon",
            "id": code,
            "arcs": [[net.numbers(ring, arcs) for ring in polygon] for polygon in polygons],
        }
        for code, polygons in sorted(shapes.items())
    ]
    topology = {
        "type": "Topology",
        "transform": {"scale": [GRID, GRID], "translate": [0, 0]},
        "objects": {
            "municipalities": {"type": "GeometryCollection", "geometries": geometries}
        },
        "arcs": [_steps(arc) for arc in arcs],
    }
    text = json.dumps(topology, separators=(",", ":")) + "\n"
    (OUT / "boundaries.topojson").write_text(text)


def main(source: Path) -> None:
    """Write every shipped file anew."""
    OUT.mkdir(exist_ok=True)
    counties(source)
    municipalities(source)
    localities(source)
    police(source)
    boundaries(source)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

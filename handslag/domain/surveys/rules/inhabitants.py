"""How many live there, from a file: a line for each group, its name and number. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from handslag.core.refusals import NotAllowedError
from handslag.core.text import fold
from handslag.domain.surveys.rules.frames import Table

_NAMES = frozenset({"grupp", "namn", "kod", "group"})
_NUMBERS = frozenset({"antal", "invanare", "befolkning", "folkmangd", "inhabitants"})
MOST = 100_000_000

# What is known and which group of it, by what a line may call it.
Groups = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The numbers of a file: what is known and group → inhabitants."""

    found: Mapping[tuple[str, str], int]


def sizes_of(table: Table, groups: Groups) -> Sizes:
    """Raises NotAllowedError, with the line: surveys.no_such_columns,
    surveys.unknown_group, surveys.group_twice, surveys.no_number_of_people."""
    headings = [fold(one) for one in table.headings]
    name = next((at for at, one in enumerate(headings) if one in _NAMES), None)
    number = next((at for at, one in enumerate(headings) if one in _NUMBERS), None)
    if name is None or number is None:
        raise NotAllowedError("surveys.no_such_columns")
    known = {fold(one): group for one, group in groups.items()}
    found: dict[tuple[str, str], int] = {}
    for line, cells in table.lines:
        said = cells[name] if name < len(cells) else ""
        group = known.get(fold(said))
        if group is None:
            raise NotAllowedError("surveys.unknown_group", line=line, said=said[:60])
        if group in found:
            raise NotAllowedError("surveys.group_twice", line=line, said=said[:60])
        found[group] = _number(line, cells[number] if number < len(cells) else "")
    return Sizes(found)


def _number(line: int, said: str) -> int:
    plain = "".join(said.split()).removesuffix(".0")
    if not (plain.isdecimal() and int(plain) <= MOST):
        raise NotAllowedError("surveys.no_number_of_people", line=line, said=said[:60])
    return int(plain)

"""The country as areas, and which area a file means."""

from collections.abc import Iterable, Mapping

from handslag.core.access import system
from handslag.core.text import fold, slug
from handslag.domain.organisations.models import Kind, Organisation
from handslag.domain.organisations.shipped import sweden
from handslag.domain.series.models import Area
from handslag.domain.series.rules import NATION, AreaKind
from handslag.domain.series.rules.cells import area_code
from handslag.domain.series.services.holding import AreaDraft, put_areas

_NATION = ("riket", "hela riket", "hela landet", "sverige", "region sverige")
_LONGEST = 20


def put_country() -> None:
    """The nation, its counties and its municipalities, unless they are there."""
    if Area.objects.filter(code=NATION).exists():
        return
    land = sweden()
    official = Organisation.objects.filter(kind=Kind.MUNICIPALITY).exclude(code="")
    homes = dict(official.values_list("code", "pk"))
    drafts = [AreaDraft(AreaKind.NATION, NATION, "Riket")]
    drafts += [
        AreaDraft(AreaKind.COUNTY, one.code, one.name, within=NATION)
        for one in land.counties
    ]
    drafts += [
        AreaDraft(
            AreaKind.MUNICIPALITY,
            one.code,
            one.short_name,
            within=one.county,
            organisation=homes.get(one.code),
        )
        for one in land.municipalities
    ]
    put_areas(system("series"), drafts)


def codes_by_name() -> dict[str, str]:
    """The code of each area, by its code and by what files call it."""
    found = {fold(name): NATION for name in _NATION}
    for one in Area.objects.exclude(kind=AreaKind.NAMED):
        found[one.code] = one.code
        found.setdefault(fold(one.name), one.code)
    for county in sweden().counties:
        found.setdefault(fold(county.name), county.code)
    for home in sweden().municipalities:
        # A county may be called as its town: the name alone is the town.
        found[fold(home.short_name)] = home.code
        found[fold(home.name)] = home.code
        found[fold(home.name.removesuffix(" kommun"))] = home.code
    return found


def code_of(stated: str, codes: Mapping[str, str]) -> str:
    """The code of the area that a file names, or nothing."""
    return codes.get(area_code(stated)) or codes.get(fold(stated), "")


def put_parts(stated: Iterable[str], codes: Mapping[str, str]) -> dict[str, str]:
    """Parts of the one municipality that a file is about, as areas of their own."""
    names = set(stated)
    homes = {code for one in names if len(code := code_of(one, codes)) > len(NATION)}
    if len(homes) != 1:
        return {}
    home = homes.pop()
    parts = sorted(one for one in names if not code_of(one, codes))
    drafts = [
        AreaDraft(AreaKind.NAMED, f"{home}-{slug(one)}"[:_LONGEST], one, within=home)
        for one in parts
    ]
    put_areas(system("series"), drafts) if drafts else None
    return {one.name: one.code for one in drafts}

"""The categories a municipality begins with (F5.6, F5.7). After that they are its own."""

from dataclasses import dataclass

from handslag.domain.incidents.rules.words import Top


@dataclass(frozen=True, slots=True)
class Start:
    """One line of the list: `code` equals `top` for the category itself."""

    top: Top
    code: str
    sv: str
    en: str
    for_residents: bool = True


_RESERVED = False  # seen by trained reporters only

STANDARD = (
    Start(Top.DAMAGE, "damage", "Skadegörelse", "Damage"),
    Start(Top.DAMAGE, "graffiti", "Klotter", "Graffiti"),
    Start(Top.DAMAGE, "broken_glass", "Krossat glas", "Broken glass"),
    Start(Top.DAMAGE, "fire", "Brand eller försök till brand", "Fire or attempted fire"),
    Start(Top.DAMAGE, "other_damage", "Annan skadegörelse", "Other damage"),
    Start(
        Top.GATHERING, "gathering", "Samling som skapar otrygghet", "Unsettling gathering"
    ),
    Start(Top.GATHERING, "in_stairwell", "I trapphus", "In a stairwell"),
    Start(Top.GATHERING, "in_cellar", "I källare eller förråd", "In a cellar or storage"),
    Start(Top.GATHERING, "in_mall", "I centrum eller butik", "In a mall or shop"),
    Start(Top.GATHERING, "in_garage", "I garage", "In a garage"),
    Start(Top.GATHERING, "outdoors", "Utomhus", "Outdoors"),
    Start(
        Top.DISORDER, "disorder", "Annat som stör eller skapar otrygghet", "Other disorder"
    ),
    Start(Top.DISORDER, "quarrel", "Bråk", "Quarrel"),
    Start(Top.DISORDER, "violence", "Våld", "Violence", _RESERVED),
    Start(Top.DISORDER, "burglary", "Inbrott", "Burglary", _RESERVED),
    Start(Top.DISORDER, "robbery", "Rån", "Robbery", _RESERVED),
    Start(
        Top.DISORDER,
        "drugs",
        "Misstänkt hantering av narkotika",
        "Suspected handling of drugs",
        _RESERVED,
    ),
    Start(Top.DISORDER, "dwelling", "Olovlig boplats", "Unlawful dwelling", _RESERVED),
    Start(
        Top.DISORDER, "reckless_driving", "Buskörning eller A-traktor", "Reckless driving"
    ),
    Start(Top.DISORDER, "haunt", "Tillhåll", "Haunt", _RESERVED),
    Start(
        Top.DISORDER,
        "weapons",
        "Fynd av vapen eller stenar",
        "Found weapons or stones",
        _RESERVED,
    ),
    Start(Top.DISORDER, "rumours", "Ryktesspridning", "Spreading of rumours", _RESERVED),
    Start(Top.UNSAFE_PLACE, "unsafe_place", "Otrygg plats", "Unsafe place"),
    Start(Top.UNSAFE_PLACE, "lighting", "Dålig belysning", "Poor lighting"),
    Start(Top.UNSAFE_PLACE, "sight", "Skymd sikt eller insyn", "Blocked sight"),
    Start(Top.UNSAFE_PLACE, "litter", "Nedskräpning", "Litter"),
    Start(Top.UNSAFE_PLACE, "worn", "Slitet eller trasigt", "Worn or broken"),
    Start(Top.UNSAFE_PLACE, "desolate", "Ödsligt", "Desolate"),
    Start(Top.UNSAFE_PLACE, "traffic", "Otrygg trafik", "Unsafe traffic"),
    Start(Top.EVENT, "event", "Arrangemang", "Coming event", _RESERVED),
    Start(Top.SAFE_PLACE, "safe_place", "Trygg plats", "Safe place"),
)

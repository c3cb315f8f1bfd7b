"""Who is meant by a document's words: "polisen", "kommunen", "HSB", "föreningar"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from handslag.core.text import fold, plain
from handslag.domain.organisations.rules import Kind


class Who(StrEnum):
    """What kind of answer the words give."""

    POLICE = "police"  # the police that serve the place
    MUNICIPALITY = "municipality"  # the municipality itself, or one that is named
    COUNCIL = "council"  # the crime prevention council of the place
    NAMED = "named"  # somebody with a name of their own
    UNNAMED = "unnamed"  # "andra aktörer": words without anybody behind them


@dataclass(frozen=True, slots=True)
class Reading:
    """Who is meant and, when the words say it, the name."""

    who: Who
    name: str = ""
    kind: Kind = Kind.OTHER


LONGEST_NAME = 120

_POLICE = re.compile(
    r"(?:lokala |den lokala )?(?:\w*polisen|polis|polismyndigheten|polisområde\w*|"
    r"polisens lokalpolisområde\w*|lokalpolis\w*|kommunpolis\w*|lpo)\b"
)
_DISTRICT = re.compile(r"(?:lokalpolisområdet?|\blpo)\s+(?:i |för )?([^()]+?)\s*\)?$", re.I)
_ITSELF = re.compile(r"kommun(?:en|erna|ledningen|styrelsen)?|staden|kommunens? \w+")
_MUNICIPALITY = re.compile(r"^region gotland$|\w (?:kommun|stad)$")
_COUNCIL = re.compile(
    r"\bbrå\b|brottsförebyggande råd|trygghetsråd|folkhälsoråd|förebyggande rådet"
)
_THE_COUNCIL = re.compile(r"(?:det )?(?:lokala |lok )?(?:brå|brottsförebyggande rådet?)")
_GENERIC = re.compile(
    r"(?:kommunal |lokal |lokala )?(?:räddningstjänst|hälsocentral|vårdcentral|"
    r"skol(?:a|or)|socialtjänst|fritidsgård|bostadsbolag|fastighetsägare|näringsliv|förening|"
    r"nattvandrare|civilsamhälle|ordningsvakt|bostadsföretag|företag|regionen?|"
    r"landsting|grannkommun|invånare|medborgare|vårdnadshavare|föräldra)"
    r"(?:n|en|na|et|ar|arna|erna|organisationer|r|s)*"
)
_BY_NAME: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"^(?:region|landstinget) \w"), Kind.REGION),
    (
        re.compile(
            r"räddningstjänst|brandförsvar|kommunalförbund|länsstyrelse|verket\b|"
            r"myndighet|kriminalvård|tullen|kustbevakning|åklagar"
        ),
        Kind.AUTHORITY,
    ),
    (
        re.compile(
            r"fastighetsägar|förening|nattvandr|vuxna? (?:på|i) st|frivillig|röda korset|"
            r"rädda barnen|\bcity\b|företagarna|församling|missing people|\bbid\b|\bif\b"
        ),
        Kind.ASSOCIATION,
    ),
    (
        re.compile(
            r"bostäder|bostads?\b|bostadsbolag|bostadsstiftelse|\w{4}hem\b|\bhsb\b|"
            r"riksbyggen|victoria park|\bmbab\b|kommunfastigheter"
        ),
        Kind.HOUSING_COMPANY,
    ),
    (re.compile(r"trafik\b|försäkring|\bab\b|mcdonald|köpcentr|galleria"), Kind.BUSINESS),
)


def who(stated: str) -> Reading:
    """Read one name as a document writes it. Unsure is unnamed: nobody is made up."""
    words = plain(stated)
    if _POLICE.match(words):
        return Reading(Who.POLICE, _district(stated), Kind.POLICE_DISTRICT)
    if _ITSELF.fullmatch(words):
        return Reading(Who.MUNICIPALITY)
    if _MUNICIPALITY.search(words):
        return Reading(Who.MUNICIPALITY, stated, Kind.MUNICIPALITY)
    if _THE_COUNCIL.fullmatch(words):
        return Reading(Who.COUNCIL)
    return _named(stated, words)


def _named(stated: str, words: str) -> Reading:
    """A name has a capital letter, and is more than the name of a line of work."""
    fits = len(stated) <= LONGEST_NAME and stated != stated.lower()
    if not fits or _GENERIC.fullmatch(words):
        return Reading(Who.UNNAMED)
    if _COUNCIL.search(words):
        return Reading(Who.COUNCIL, stated, Kind.COUNCIL)
    return Reading(Who.NAMED, _without_short(stated), _kind(words))


def aliases(stated: str) -> tuple[str, ...]:
    """Every way in which one name is written: "Marks Bostads AB (MBAB)" is also "MBAB"."""
    found = re.fullmatch(r"\s*(.+?)\s*\(([^()]+)\)\s*", stated)
    names = (stated, found[1], found[2]) if found else (stated,)
    return tuple(comparable(name) for name in names)


def comparable(name: str) -> str:
    """Two spellings of one name become the same: case, accents and marks do not count."""
    return re.sub(r"[^0-9a-z]+", "", fold(name))


def police_district(name: str) -> str:
    """The part of a district's name that tells it from others."""
    return comparable(name).removeprefix("lokalpolisomrade")


def municipality_names(stated: str) -> tuple[str, ...]:
    """The names a municipality may be listed under, likeliest first. å and a differ."""
    words = plain(stated)
    if words == "region gotland":
        return ("gotland",)
    short = re.sub(r" (?:kommuns?|stads?)$", "", words)
    short = short.removeprefix("kommunen ")
    return tuple(dict.fromkeys((words, short, short.removesuffix("s"))))


def _district(stated: str) -> str:
    found = _DISTRICT.search(stated)
    return f"Lokalpolisområde {found[1].strip()}" if found else ""


def _without_short(stated: str) -> str:
    return re.sub(r"\s*\([A-ZÅÄÖ0-9]{2,8}\)\s*$", "", stated).strip() or stated


def _kind(words: str) -> Kind:
    return next((kind for mark, kind in _BY_NAME if mark.search(words)), Kind.OTHER)

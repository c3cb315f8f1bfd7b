"""Telephone numbers: Swedish with and without the area code, and foreign ones."""

import re
from collections.abc import Iterator

_D = r"[\doO]"
_S = r"[ ]{0,2}[-./]?[ ]{0,2}"
START = re.compile(r"(?<![\d+])(?<!\d[.,:-])[+(0-9oO]")
MOBILE = re.compile(
    rf"(?:(?:\+|00)[ ]?46{_S}(?:\(0\){_S}|0)?|46[ -]?(?=7)|\(?[0oO])[ ]?"
    rf"(?:7[ ]?[02369oO]|7-[02369])\)?(?:{_S}{_D}){{7}}(?!\d)"
)
TIMES = re.compile(r"0\d[.:]?\d\d[ ]?-[ ]?[012]\d[.:]?\d\d(?!\d)")
FOREIGN = re.compile(r"\+[ ]?[1-9](?:[ ]?[-./(]?[ (]?\d[)]?){7,14}(?!\d)")
ABROAD = re.compile(
    r"00[ ]?(?:1|3[0-9]|4[0-9]|5[0-8]|6[0-6]|7|8[1246]|9[0-58])\d?(?:[ -]?\d){7,11}(?!\d)"
)
_TWO_DIGITS = (
    "10|11|13|16|18|19|21|23|26|31|33|35|36|40|42|44|46|54|60|63|90"  # the larger towns
)
LANDLINE = re.compile(
    rf"\(?0[ ]?(?P<area>8|{_TWO_DIGITS}|(?!{_TWO_DIGITS}|20|77|[89]00)[1-9]\d\d)\)?"
    r"(?P<between>[ ]{0,2}[-/.][ ]{0,2}|[ ]{1,2}|(?<=\))|)"
    r"(?P<rest>\d(?:[ -]?\d){4,7})(?![\d:]|[.,]\d|-\d|/\d)"
)
GROUPS = {
    *((5,), (3, 2), (2, 3), (6,), (2, 2, 2), (3, 3), (7,), (3, 2, 2), (3, 4), (2, 2, 3)),
    *((8,), (3, 3, 2), (2, 3, 3), (4, 4), (2, 2, 2, 2), (3, 2, 3), (4, 2, 2), (2, 3, 2)),
}
ASKED = re.compile(
    r"(?<!\w)(?:(?:ring(?:er?|a|de|t)?|tel(?:e|efon(?:en)?)?|tfn|mob(?:il(?:en)?|tel)?|"
    r"sms(?::?[ae])?|smsa|swish(?:a|at)?|whatsapp|lur(?:en)?|call|phone|texta?|nås|"
    r"(?:tele?fon|mobil|tel|mob|swish|hem)[- ]?(?:nummer|nr|nummret|numret)(?:et)?|"
    r"kontakta|numret|nummer|numer|nr)[ .:;,=-]{0,3}"
    r"(?:(?:på|är|e|mig|oss|honom|henne|dem|hans|hennes|nr|nummer|nu|hem|jobb|till|gärna|"
    r"me|us|at|on|is|my|her|his|number)[ .:,]{1,3}){0,4})"
    r"(?P<number>\+?\d(?:[ ]?[-./]?[ ]?\d){4,10})(?!\d|[.,]\d)",
    re.IGNORECASE,
)
WEAK = re.compile(r"(?:numret|nummer|numer|nr)[ .:;,=-]*\Z", re.IGNORECASE)
SHORT = re.compile(
    r"112|11414|1177|11313|118\d{3}|116\d{3}|020\d+|0?77\d{5,8}|(?:19|20)\d{6}|0?[89]00\d+"
)
COUNTED = re.compile(
    r"[ ]?(?:kr\b|kronor|sek\b|:-|,-|st\b|gånger|ggr|minuter|min\b|personer|procent|%|"
    r"meter|m\b|km|kg|kvm|kwh|kubik|år\b|dagar|timmar|invånare|besök)",
    re.IGNORECASE,
)
HOURS = re.compile(
    r"(?:kl\.?|klockan|öppet|öppettid(?:er)?|stängt|mellan|tider?|from|between)[ :]*\Z",
    re.IGNORECASE,
)
_WORDS = (
    "nolla?n?|ett|en|etta|två|tvåa|tre|trea|fyra|fem|femma|sex|sexa|sju|sjua|åtta|nio|nia"
)
SPOKEN = re.compile(
    rf"(?<!\w)noll[ ,-]{{1,2}}(?:(?:{_WORDS})[ ,-]{{1,3}}){{5,10}}(?:{_WORDS})(?!\w)", re.I
)
_REACH = 24


def phones(plain: str) -> Iterator[tuple[int, int, bool]]:
    """Where numbers stand, and whether their form alone says what they are."""
    after = 0
    for start in START.finditer(plain):
        if start.start() < after:
            continue
        found = _whole(plain, start.start())
        if found:
            begin, after, certain = found
            opens = plain[begin] == "(" and ")" not in plain[begin:after]
            yield begin + opens, after, certain
    for asked in ASKED.finditer(plain):
        if _is_local(asked["number"], asked[0][: -len(asked["number"])]) and not (
            COUNTED.match(plain, asked.end())
        ):
            yield asked.start("number"), asked.end(), False
    for spoken in SPOKEN.finditer(plain):
        yield spoken.start(), spoken.end(), False


def _whole(plain: str, at: int) -> tuple[int, int, bool] | None:
    """A number with its area code or its country, from this place on."""
    mobile = MOBILE.match(plain, at)
    if mobile and not _is_hours(plain, at):
        return at, mobile.end(), True
    foreign = FOREIGN.match(plain, at)
    if foreign and not COUNTED.match(plain, foreign.end()):
        return at, foreign.end(), True
    abroad = ABROAD.match(plain, at)
    if abroad:
        return at, abroad.end(), True
    return _landline(plain, at)


def _landline(plain: str, at: int) -> tuple[int, int, bool] | None:
    """An area code that exists, and digits in groups as one writes them."""
    found = LANDLINE.match(plain, at)
    if not found or _is_hours(plain, at) or COUNTED.match(plain, found.end()):
        return None
    groups = tuple(map(len, re.split("[ -]", found["rest"])))
    total = 1 + len(found["area"]) + sum(groups)
    is_apart = bool(found["between"]) or found[0].startswith("(")
    if not is_apart:
        first = total - sum(groups[1:])
        fits = total in (9, 10) and (len(groups) == 1 or first >= 5)  # noqa: PLR2004
        return (at, found.end(), False) if fits else None
    if "-" in found["rest"] and groups[0] != 3:  # noqa: PLR2004
        return None
    if groups not in GROUPS or not 8 <= total <= 11:  # noqa: PLR2004
        return None
    return at, found.end(), found["between"].strip() in ("-", "/") or ")" in found[0]


def _is_hours(plain: str, at: int) -> bool:
    """Whether the digits are opening hours."""
    return bool(TIMES.match(plain, at) or HOURS.search(plain, max(0, at - _REACH), at))


def _is_local(number: str, asked: str) -> bool:
    """Whether digits without an area code are written as one writes a number."""
    digits = re.sub(r"\D", "", number)
    if SHORT.fullmatch(digits):
        return False
    groups = tuple(map(len, re.findall(r"\d+", number)))
    if WEAK.search(asked):
        return groups in ((3, 2, 2), (2, 2, 2), (2, 2, 3), (3, 3, 2))
    return groups in GROUPS or len(digits) in (9, 10)

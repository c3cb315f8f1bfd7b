"""Numbers that stand for one case: of the police, a court, or a registry."""

import re
from collections.abc import Iterator

# Of the police: with the unit before it ("5000-K123456-24"), or without. Each needs
# so many digits that a school year or an age ("K 7-9") is none.
_DASH = r"[ ]?-[ ]?"
POLICE = (
    re.compile(rf"(?<!\w)\d{{4}}{_DASH}K[ ]?\d{{1,7}}{_DASH}\d{{2,4}}(?!\d)", re.I),
    re.compile(rf"(?<!\w)K[ ]?-?[ ]?\d{{3,7}}{_DASH}\d{{2,4}}(?!\d)", re.I),
    re.compile(r"(?<!\w)[A-Z]{1,3}[ ]?\d{1,4}[.]\d{3}[ ]?/[ ]?(?:19|20)\d{2}(?!\d)", re.I),
    re.compile(rf"(?<!\w)AA{_DASH}\d{{3}}{_DASH}\d{{1,6}}{_DASH}\d{{2,4}}(?!\d)", re.I),
)
POLICE_LOOSE = (
    re.compile(
        r"(?<!\w)\d{4}[ ]?[-/]?[ ]?K[ ]?-?[ ]?\d{3,7}[ ]?[-/][ ]?\d{2,4}(?!\d)", re.I
    ),
    re.compile(r"(?<!\w)K[ ]?-?[ ]?\d{4,7}[ ]?[-/ ][ ]?\d{2}(?:\d\d)?(?!\d)"),
    re.compile(r"(?<!\w)K[ ]?-?[ ]?\d{5,7}(?![\d-])"),
)
COURT = re.compile(r"(?<!\w)(?P<number>[BTÖFKPM][ ]?\d{1,6}-\d{2})(?![\d-])")
COURT_SIGN = re.compile(
    r"(?:mål|målnummer|målnr|domstol\w{0,4}|tingsrätt\w{0,4}|case)", re.I
)
_REACH = 30
_SIGN = (
    r"(?:ärende(?:t|nummer|numret|nr|id|-id|-nr)?|arende(?:nr|nummer)?|dnr|"
    r"diarie(?:nr|nummer|numret|n)?|"
    r"mål(?:nummer|numret|nr)?|anmäln(?:an|ings?)?[- ]?(?:nr|nummer|numret|id)?|anmälan|"
    r"felanmälan|"
    r"ref(?:erens)?(?:nr|nummer|numret)?|"
    r"(?:händelse|larm|felanmälnings?|skade|tips|rapport|akt|avvikelse|incident|ticket|case|"
    r"journal|dossier|beslut|tillsyns)[- ]?(?:nr|nummer|numret|id|number|no)|"
    r"case|reference|beteckning|polisanmälan|k-nummer|k-nr|k-numret)"
)
_NUMBER = (
    r"(?P<number>(?:[A-ZÅÄÖa-zåäö]{1,6}[ -]?)?(?:"
    r"(?:19|20)\d\d[ ]?[-/:. ][ ]?\d{1,7}(?:[-/]\d{1,6})?"  # 2026-000123, KS 2026/123
    r"|\d{1,7}[ ]?[-/][ ]?\d{2,7}(?:[-/]\d{1,4})?"  # 123-2026, 11-12345-26
    r"|\d{4,12}))"  # 123456
    r"(?![\d]|[-/]\d|[ ]?(?:kr\b|st\b|kronor|gånger|ggr|personer|procent|%))"
)
SIGNED = re.compile(
    rf"(?<!\w){_SIGN}[ .:;#=-]{{0,3}}"
    r"(?:(?:nr|nummer|no|är|har|med|id|hos er|number|is)[ .:]{1,2}){0,3}"
    rf"#?{_NUMBER}",
    re.IGNORECASE,
)
DATE = re.compile(
    r"(?:19|20)\d\d[-/. ](?:0?[1-9]|1[0-2])(?:[-/. ](?:0?[1-9]|[12]\d|3[01]))?\Z"
)
YEAR = re.compile(r"(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?\Z")
REGISTRY = re.compile(
    r"(?<![\w-])(?!(?:SFS|ISO|EN|LAG|KL|FL|TF|OSL|FF|HD|NJA|RÅ|SOU|DS|EU)[ -])"
    r"[A-ZÅÄÖ]{2,6}[ -]?(?:19|20)\d\d[-/.:][ ]?\d{2,7}(?:[-/]\d{1,6})?(?![\d-])"
)
# "BDS-123456", "EST-2026-00017", "HID-00012345"
CODE = re.compile(
    r"(?<![\w-])(?!(?:ISO|EN|COVID|SFS|EU|USB|RAL|IP|DIN|SS|PS|A|E)-)"
    r"[A-ZÅÄÖ]{2,5}-(?=[\dA-Z-]{0,14}\d)(?:\d{4,10}|\d{2,4}-\d{3,8}|\d{2,8}-[A-Z0-9]{1,6})(?![\w-])"
)


def police_cases(plain: str) -> Iterator[re.Match[str]]:
    """Numbers of the police in the forms that nothing else has."""
    for pattern in POLICE:
        yield from pattern.finditer(plain)


def sure_cases(plain: str) -> Iterator[tuple[int, int]]:
    """Where numbers of the police stand, also those that are written carelessly."""
    for pattern in (*POLICE_LOOSE, *POLICE):
        for found in pattern.finditer(plain):
            yield found.span()


def other_cases(plain: str) -> Iterator[tuple[int, int]]:
    """Where numbers of courts, registries and fault reports stand."""
    for found in COURT.finditer(plain):
        if COURT_SIGN.search(plain, max(0, found.start() - _REACH), found.start()):
            yield found.span()
    for found in SIGNED.finditer(plain):
        number = found["number"]
        if not (DATE.match(number) or YEAR.match(number)) or _is_registry(found):
            yield found.span("number")
    for pattern in (REGISTRY, CODE):
        for found in pattern.finditer(plain):
            yield found.span()


def _is_registry(found: re.Match[str]) -> bool:
    """ "dnr 2026/12" is a registry number, though 2026/12 could be a month."""
    number = found["number"]
    said = re.match(r"dnr|diarie|(?:ärende|mål)n|ref", found[0], re.IGNORECASE) is not None
    return said and "-" not in number[6:] and len(number) > 4  # noqa: PLR2004

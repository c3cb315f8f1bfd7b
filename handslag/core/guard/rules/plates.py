"""Registration plates of vehicles, and what merely looks like one."""

import re
from collections.abc import Iterator

from handslag.core.guard.rules import words

_LETTERS = "A-HJ-PR-UW-Z"  # no I, Q, V, Å, Ä or Ö
_LAST = "A-HJ-NPR-UW-Z"  # nor O
PLATE = re.compile(
    rf"(?<![\w-])(?P<letters>[{_LETTERS}]{{3}})(?P<between>[ ]?[-.]?[ ]?)"
    rf"(?P<digits>\d[ ]?\d[ ]?[\d{_LAST}])(?![\w]|[.,]\d|[-:/]\d)",
    re.IGNORECASE,
)
VEHICLE = re.compile(
    r"(?<!\w)(?:bil(?:en|ar|arna)?|[\w-]{0,20}bil(?:en|ar)?|reg|regg?nr|skylt(?:en|ar|ad)?|"
    r"reg(?:istrerings)?(?:nummer|numret|skylt|nr|plåt)\w{0,2}|plåt(?:en|ar)?|nummerplåt\w{0,3}|"
    r"mopp?e(?:d|n|den)?|motorcykel\w{0,2}|mc(?:n|:n)?|epa(?:n|traktor)?|a-traktor(?:n|er)?|"
    r"släp(?:et|vagn)?|lastbil\w{0,3}|skåp(?:bil)?\w{0,2}|suv|kombi|husvagn\w{0,2}|traktor\w{0,2}|"
    r"volvo|saab|bmw|audi|mercedes|merca|vw|volkswagen|golf|passat|toyota|ford|opel|kia|skoda|"
    r"seat|peugeot|renault|tesla|nissan|mazda|honda|hyundai|citroen|fiat|polo|"
    r"car|plate|van|parkera\w{0,3}|felparkera\w{0,3}|kör(?:de|t|er)|skooter|scooter)(?!\w)",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?<!\w)(?:reg(?:istrerings?)?[ .-]{0,2}"
    r"(?:nr|nummer|numret|skylt(?:en)?|plåt(?:en)?|no)|"
    r"reg|skylten|skylt|nummerplåt(?:en)?|nummerskylt(?:en)?|plåten|"
    r"license plate|number plate|plates?|registration)"
    r"[ .:;=-]{0,3}(?:(?:är|var|med|nr|nummer|number|texten|text|bokstäverna|heter|stod|"
    r"det|typ|is|was|reads?|börjar på)[ :]{1,2}){0,3}[\"“”'(]?"
    r"(?P<plate>[A-ZÅÄÖ]{1,3}[ -]\d{1,5}[ ]?[A-Z]?|[A-ZÅÄÖ0-9]{2,7})(?!\w)",
    re.IGNORECASE,
)
_DIPLOMAT = re.compile(rf"(?<!\w)[{_LETTERS}]{{2}}[ ]?\d{{3}}[ ]?[{_LETTERS}](?!\w)")
_FOREIGN = re.compile(
    r"(?<!\w)(?:[A-Z]{2}[ ]?\d{5}|[A-Z]{2}[ ]?\d{2}[ ]?\d{3}|"
    r"[A-Z]{1,3}-[A-Z]{1,2}[ ]?\d{1,4}|[A-Z]{2,3}[ ]?\d{4,5}|[A-Z]{3}-\d{1,3})(?!\w)"
)
_ABROAD = re.compile(
    r"(?<!\w)(?:norsk|dansk|finsk|tysk|polsk|litauisk|utländsk|diplomat|foreign|norwegian)",
    re.IGNORECASE,
)
# What is counted or measured, and what carries a number of its own.
MEASURED = re.compile(
    r"[ ]?(?:m|meter|km|st|kr|kg|kvm|sidor|personer|%|°)(?!\w)", re.IGNORECASE
)
NUMBERED = re.compile(
    r"(?<!\w)(?:sal(?:en)?|rum(?:met)?|lokal(?:en)?|kurs(?:en)?|linje|tåg(?:et)?|flyg(?:et)?|"
    r"buss(?:en)?|modell(?:en)?|typ|id|littera|artikel(?:nr|nummer)?|serienummer|objekt|"
    r"[\w-]*skåp(?:et)?|[\w-]*stolpen?|lamp(?:a|an)|brunn(?:en)?|nätstation(?:en)?|"
    r"kabinett|hylla|fack|gate|spår|room|course|flight|train)[ ](?:nr[ ]|nummer[ ])?\Z",
    re.IGNORECASE,
)
_REACH = 60


def plates(plain: str) -> Iterator[tuple[int, int, bool]]:
    """Where plates stand, and whether nothing else can be meant."""
    for named in NAMED.finditer(plain):
        found = _after_its_name(named)
        if found:
            yield found
    for plate in PLATE.finditer(plain):
        is_sure = _judged(plain, plate)
        if is_sure is not None:
            yield plate.start(), plate.end(), is_sure
    for pattern, sign in ((_DIPLOMAT, VEHICLE), (_FOREIGN, _ABROAD)):
        for other in pattern.finditer(plain):
            if sign.search(plain, max(0, other.start() - _REACH), other.start()):
                yield other.start(), other.end(), False


def _judged(plain: str, plate: re.Match[str]) -> bool | None:
    """Certain, uncertain, or (None) no plate at all."""
    letters = plate["letters"]
    if _is_something_else(plain, plate):
        return None
    near = plain[max(0, plate.start() - _REACH) : plate.end() + _REACH // 2]
    is_vehicle = VEHICLE.search(near) is not None
    if is_vehicle and (letters.isupper() or not plate["between"]):
        return True
    is_solid = " " not in plate["digits"]
    if letters.isupper():
        is_word = letters.casefold() in words.spelled_words()
        return None if is_word and _is_shouted(near, letters) else is_solid and not is_word
    if letters.casefold() in words.short_words() and (
        plate["between"] or letters.casefold() in words.spelled_words() | words.stop()
    ):
        return None
    if is_vehicle:
        return True
    return False if is_solid else None


def _is_something_else(plain: str, plate: re.Match[str]) -> bool:
    """A model of a car, a room, a stock number, "200 meter"."""
    low = plate["letters"].casefold()
    if low in words.lookalikes() or (plate["between"] and low in words.abbreviations()):
        return True
    if NUMBERED.search(plain, max(0, plate.start() - _REACH), plate.start()):
        return True
    return bool(plate["between"]) and MEASURED.match(plain, plate.end()) is not None


def _is_shouted(near: str, letters: str) -> bool:
    """Whether the words around are written in capitals too."""
    others = [letter for letter in near.replace(letters, "") if letter.isalpha()]
    return 2 * sum(map(str.isupper, others)) > len(others)


def _after_its_name(named: re.Match[str]) -> tuple[int, int, bool] | None:
    """What stands after "reg.nr": any letters and digits, if not a word of a sentence."""
    plate = named["plate"]
    is_shouted = plate == plate.upper()
    has_both = any(map(str.isdigit, plate)) and any(map(str.isalpha, plate))
    is_told = re.search(r"reg|plate", named[0][: -len(plate)], re.IGNORECASE) is not None
    if len(plate) < 2 or plate.isdigit() or not (has_both or (is_shouted and is_told)):  # noqa: PLR2004
        return None
    if plate.casefold() in words.stop():
        return None
    return named.start("plate"), named.end("plate"), has_both

"""A record as JSON, read and checked. What cannot be held is refused by name."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from handslag.domain.promises.rules.catalogue import records
from handslag.domain.promises.rules.catalogue.records import (
    CatalogueRecord,
    ItemRecord,
    ParticipantsRecord,
    RecordRefusedError,
    Silence,
    Silences,
    TargetRecord,
    Why,
)
from handslag.domain.promises.rules.words import Basis, DocumentKind, Op

TAKEN_KINDS = frozenset(kind.value for kind in DocumentKind)
_NOT_THERE = object()
_Part = TypeVar("_Part")


class Doubled(dict[str, object]):
    """An object in a file that says one of its fields twice."""

    twice: str


def as_object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """An object of a file. Python itself keeps the last of two and says nothing."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    names = [name for name, _ in pairs]
    doubled = Doubled(found)
    doubled.twice = next(name for name in names if names.count(name) > 1)
    return doubled


def kind_of(json: object) -> str:
    """Which kind of record it says it is."""
    if not isinstance(json, Mapping):
        raise RecordRefusedError("", Why.NOT_AN_OBJECT)
    kind = json.get("kind")
    if not isinstance(kind, str) or not kind:
        raise RecordRefusedError("kind", Why.MISSING if kind is None else Why.NOT_TEXT)
    return kind


def name_of(json: object, place: int) -> str:
    """What to call a record in a list of refusals: its id or, without one, its place."""
    found = json.get("id") if isinstance(json, Mapping) else None
    return found if isinstance(found, str) and found.strip() else f"#{place}"


def read(json: object) -> CatalogueRecord:
    """The record, or the reason why it cannot be held."""
    fields = _Fields(json, "", records.RECORD)
    municipality = fields.raw("municipality")
    is_list = isinstance(municipality, list)
    return CatalogueRecord(
        id=fields.text("id"),
        kind=DocumentKind(fields.word("kind", TAKEN_KINDS)),
        municipality=(
            fields.texts("municipality") if is_list else (fields.text("municipality"),)
        ),
        is_list=is_list,
        district=fields.text("district"),
        period=fields.text("year_or_period"),
        url=fields.text("url"),
        source_type=fields.text("source_type"),
        parties=fields.texts("parties"),
        decided_by=fields.text("decided_by"),
        focus_areas=fields.texts("focus_areas"),
        items=fields.parts("promises", _item),
        evidence_sources=fields.texts("evidence_sources"),
        participants=fields.part("dialog_participants", _participants),
        followup_cadence=fields.text("followup_cadence"),
        validity=fields.text("validity"),
        other_notes=fields.text("other_notes"),
        features=fields.texts("features"),
        difficulty=fields.whole("difficulty", records.LARGEST_SMALL),
        partly_read=fields.yes("partly_read"),
        odd=fields.odd,
    )


def _item(json: object, where: str) -> ItemRecord:
    fields = _Fields(json, where, records.ITEM)
    return ItemRecord(
        text=fields.text("text_sv"),
        focus_area=fields.text("focus_area"),
        responsible=fields.texts("responsible"),
        responsible_basis=fields.word(
            "responsible_basis", frozenset(basis.value for basis in Basis)
        ),
        place=fields.text("place"),
        when=fields.text("when"),
        targets=fields.parts("measurable_target", _target),
        result=fields.text("result"),
        status=fields.text("status"),
        activity_types=fields.texts("activity_types"),
        sub_activities=fields.texts("sub_activities"),
        number=fields.whole("number", records.LARGEST),
        odd=fields.odd,
    )


def _target(json: object, where: str) -> TargetRecord:
    fields = _Fields(json, where, records.TARGET)
    low, high = fields.numbers("n")
    return TargetRecord(
        op=Op(fields.word("op", frozenset(op.value for op in Op))),
        low=low,
        high=high,
        unit=fields.text("unit"),
        per=fields.text("per"),
        note=fields.text("note"),
        odd=fields.odd,
    )


def _participants(json: object, where: str) -> ParticipantsRecord:
    fields = _Fields(json, where, records.PARTICIPANTS)
    return ParticipantsRecord(
        n=fields.whole("n", records.LARGEST),
        what=fields.text("what"),
        per=fields.text("per"),
        approx=fields.yes("approx"),
        odd=fields.odd,
    )


class _Fields:
    """One JSON object, read field by field. Remembers how it is silent."""

    def __init__(self, json: object, where: str, silences: Silences) -> None:
        if not isinstance(json, Mapping):
            raise RecordRefusedError(where, Why.NOT_AN_OBJECT)
        self.json = json
        self.where = where
        self.silences = silences
        self.odd: dict[str, str] = {}
        if isinstance(json, Doubled):
            raise RecordRefusedError(self._at(json.twice), Why.SAID_TWICE)
        unknown = [str(key) for key in json if key not in silences]
        if unknown:
            raise RecordRefusedError(self._at(unknown[0]), Why.UNKNOWN_FIELD)

    def raw(self, key: str) -> object:
        return self.json.get(key)

    def text(self, key: str) -> str:
        value = self._said(key, empty="")
        return "" if value is None else self._text(value, self._at(key), key)

    def word(self, key: str, known: frozenset[str]) -> str:
        """One of the words that the rules know."""
        value = self.text(key)
        if value and value not in known:
            raise RecordRefusedError(self._at(key), Why.UNKNOWN_WORD, word=value)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        return self.parts(key, lambda value, where: self._one_of(value, where, key))

    def parts(
        self, key: str, read_part: Callable[[object, str], _Part]
    ) -> tuple[_Part, ...]:
        value = self._said(key, empty=[])
        if value is None:
            return ()
        if not isinstance(value, list):
            raise RecordRefusedError(self._at(key), Why.NOT_A_LIST)
        return tuple(
            read_part(one, f"{self._at(key)}[{place}]") for place, one in enumerate(value)
        )

    def part(self, key: str, read_part: Callable[[object, str], _Part]) -> _Part | None:
        value = self._said(key)
        return None if value is None else read_part(value, self._at(key))

    def yes(self, key: str) -> bool | None:
        value = self._said(key)
        if value is None or isinstance(value, bool):
            return value
        raise RecordRefusedError(self._at(key), Why.NOT_YES_OR_NO)

    def whole(self, key: str, largest: int) -> int | None:
        value = self._said(key)
        if value is None:
            return None
        number = _number(value, self._at(key))
        if number != number.to_integral_value():
            raise RecordRefusedError(self._at(key), Why.NOT_A_WHOLE_NUMBER)
        if abs(number) > largest:
            raise RecordRefusedError(self._at(key), Why.TOO_LARGE)
        return int(number)

    def numbers(self, key: str) -> tuple[Decimal | None, Decimal | None]:
        """One number, or two as the ends of a range."""
        value, where = self._said(key), self._at(key)
        if value is None:
            return None, None
        if not isinstance(value, list):
            return _number(value, where), None
        if len(value) != len(("low", "high")):
            raise RecordRefusedError(where, Why.NOT_TWO_NUMBERS)
        low, high = (_number(end, where) for end in value)
        if low > high:
            raise RecordRefusedError(where, Why.NOT_ASCENDING)
        return low, high

    def _one_of(self, value: object, where: str, key: str) -> str:
        text = self._text(value, where, key)
        if not text.strip():
            raise RecordRefusedError(where, Why.EMPTY)
        return text

    def _said(self, key: str, *, empty: object = _NOT_THERE) -> object | None:
        """What the field says; None when it is silent, and how is remembered."""
        value: object = self.json.get(key, _NOT_THERE)
        silence = _silence(value, empty)
        if silence is None:
            return value
        usual = self.silences[key]
        if usual is None:
            missing = silence is Silence.MISSING
            raise RecordRefusedError(self._at(key), Why.MISSING if missing else Why.EMPTY)
        if silence is not usual:
            self.odd[key] = silence.value
        return None

    def _text(self, value: object, where: str, key: str) -> str:
        if not isinstance(value, str):
            raise RecordRefusedError(where, Why.NOT_TEXT)
        if not value.strip() and self.silences[key] is None:
            raise RecordRefusedError(where, Why.EMPTY)
        if "\x00" in value or not _is_whole(value):
            raise RecordRefusedError(where, Why.BAD_CHARACTER)
        if len(value) > records.LIMITS[key]:
            raise RecordRefusedError(where, Why.TOO_LONG, limit=records.LIMITS[key])
        return value

    def _at(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key


def _silence(value: object, empty: object) -> Silence | None:
    if value is _NOT_THERE:
        return Silence.MISSING
    if value is None:
        return Silence.NULL
    return Silence.EMPTY if type(value) is type(empty) and value == empty else None


def _number(value: object, where: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise RecordRefusedError(where, Why.NOT_A_NUMBER)
    number = Decimal(str(value))
    if not number.is_finite():
        raise RecordRefusedError(where, Why.NOT_A_NUMBER)
    if number and number.adjusted() >= records.DIGITS - records.DECIMALS:
        raise RecordRefusedError(where, Why.TOO_LARGE)
    if number != round(number, records.DECIMALS):
        raise RecordRefusedError(where, Why.TOO_PRECISE, decimals=records.DECIMALS)
    return number


def _is_whole(text: str) -> bool:
    """Half a character, as a broken copy can hold, cannot be stored."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True

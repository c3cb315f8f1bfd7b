"""Records as the open catalogue writes them: one to begin with, and any there could be."""

import json
from datetime import date
from typing import Any

from hypothesis import strategies as st

from handslag.core.access import system
from handslag.domain.promises import published, queries, services
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published import SetPage
from handslag.domain.promises.rules.catalogue import records as fields
from handslag.domain.promises.rules.catalogue.reading import TAKEN_KINDS
from handslag.domain.promises.rules.catalogue.reports import Report
from handslag.domain.promises.rules.catalogue.writing import write
from handslag.domain.promises.rules.words import Basis, Op
from handslag.domain.promises.shipped import CATALOGUE
from tests import make

Json = dict[str, Any]
IMPORTER = system("import_promises")
PLACES = ("Holm", "Torp", "Å", "Dals-Ed", "Upplands Väsby", "Gotland")
# As documents, and the machines they were copied between, spell the same places.
SPELLINGS = (
    *PLACES,
    *("Holm kommun", "HOLM", " Torp ", "A\u030a", "Dals\u2011Ed", "Dals Ed"),
    *("Upplands\u00a0Väsby", "Upplands Va\u0308sby", "Gotlands kommun", "Region Gotland"),
    *("Hol\u00adm", "\ufeffHolm"),
)


def record(id: Any = "X1", **said: Any) -> Json:
    """A whole record of one page in Holm, 2020, with one promise."""
    return {
        "id": id,
        "municipality": "Holm",
        "district": None,
        "year_or_period": "2020",
        "url": "https://holm.example/loften",
        "source_type": "kommun",
        "kind": "promise",
        "parties": ["polisen", "Holm kommun"],
        "decided_by": None,
        "focus_areas": ["TRAF"],
        "promises": [item()],
        "evidence_sources": ["medborgardialog"],
        "dialog_participants": None,
        "followup_cadence": None,
        "validity": "2020",
        "other_notes": None,
        "features": ["quantified_target"],
        "difficulty": 0,
        "partly_read": False,
        **said,
    }


def item(text: str = "Minst 20 trafikkontroller vid skolor", **said: Any) -> Json:
    return {
        "text_sv": text,
        "focus_area": "TRAF",
        "responsible": ["polisen"],
        "place": None,
        "when": None,
        "measurable_target": [{"op": "min", "n": 20, "unit": "kontroller", "per": "år"}],
        "result": None,
        "status": None,
        "activity_types": ["trafikkontroll"],
        "responsible_basis": "stated",
        **said,
    }


def without(json: Json, *keys: str) -> Json:
    return {key: value for key, value in json.items() if key not in keys}


def told(text: str = "Trafikkontroller vid skolor, minst 20", **said: Any) -> Json:
    """What a follow-up says of the same promise."""
    return item(text, **{"result": "22 genomförda", "status": "done", **said})


def follow_up(id: str = "X2", **said: Any) -> Json:
    return record(id, **{"kind": "followup", "promises": [told()], **said})


def shipped() -> list[Json]:
    """The promises and follow-ups of the catalogue that we come with."""
    records: list[Json] = json.loads(CATALOGUE.read_text())
    return [one for one in records if one["kind"] in TAKEN_KINDS]


def municipalities(*names: str) -> None:
    for number, name in enumerate(names or PLACES):
        make.municipality(f"{name} kommun", code=f"8{number:03}")


def take_in(now: Any, *records: object, **how: Any) -> Report:
    return services.import_catalogue(
        IMPORTER, records, retrieved_on=now.date(), now=now, **how
    )


def put_out(*ids: str) -> list[Json]:
    """What an export says, read back from its own JSON."""
    documents = queries.catalogue_documents(ids or None)
    said = [write(queries.record_of(document)) for document in documents]
    read: list[Json] = json.loads(json.dumps(said))
    return read


def page(municipality: str = "holm", period: str = "2020") -> SetPage:
    """The public page of a set."""
    found = published.set_page(municipality, period, today=date(2026, 3, 2))
    assert isinstance(found, SetPage)
    return found


def one_set() -> PromiseSet:
    """The only set there is."""
    return PromiseSet.objects.get()


# Anything that a record could hold

_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
_WORDS = st.sampled_from(
    [
        "Minst två trygghetsvandringar per år",
        "Fotpatrullera vid minst två tillfällen per vecka",
        "Fotpatrullering minst två ggr/vecka",
        "i centrum",
        'under "Trygg kväll"; åäö ÅÄÖ é',
    ]
)
_TEXTS = _WORDS | st.text(_LETTERS, min_size=1, max_size=40)
_SAID = _TEXTS.filter(lambda text: bool(text.strip()))
_CODES = st.sampled_from(["TRAF", "NARK", "okänd_kod", "Å Ä"]) | st.text(
    _LETTERS, min_size=1, max_size=20
).filter(lambda text: bool(text.strip()))
_WHO = st.sampled_from(
    [
        "polisen",
        "kommunen",
        "Holm kommun",
        "Västtrafik",
        "föreningar",
        "lokala BRÅ",
        "HSB",
        "lokalpolisområde Norra",
        "Region Gotland",
        "Marks Bostads AB (MBAB)",
        "MBAB",
    ]
)
_NUMBERS = st.integers(-(10**9), 10**9) | st.integers(-99999, 99999).map(lambda n: n / 8)
_RANGES = st.lists(_NUMBERS, min_size=2, max_size=2).map(sorted)
_TIMES = st.sampled_from(
    [
        "2019",
        "2019-01-01--2019-12-31",
        "2020-2021",
        "2019-06-01--",
        "hösten 2020",
        "31 juni 2023",
        "löpande",
        "juni-augusti 2020 (uppföljning)",
        "2021 förlängt till 2022",
    ]
)


def silent(empty: Any = None) -> st.SearchStrategy[Any]:
    return st.sampled_from([None] if empty is None else [None, empty])


def listed(of: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    return silent([]) | st.lists(of, max_size=most)


def texts(of: st.SearchStrategy[str] = _TEXTS) -> st.SearchStrategy[Any]:
    return silent("") | of


def objects(
    silences: fields.Silences, **said: st.SearchStrategy[Any]
) -> st.SearchStrategy[Json]:
    """An object that may leave out whatever may be left out."""
    must = {key: said[key] for key, usual in silences.items() if usual is None}
    return st.fixed_dictionaries(
        must, optional={key: of for key, of in said.items() if key not in must}
    )


TARGETS = objects(
    fields.TARGET,
    op=st.sampled_from([op.value for op in Op]),
    n=st.none() | _NUMBERS | _RANGES,
    unit=texts(),
    per=texts(st.sampled_from(["år", "vecka", "löftesperiod"]) | _TEXTS),
    note=texts(),
)
ITEMS = objects(
    fields.ITEM,
    text_sv=_SAID,
    focus_area=texts(_CODES),
    responsible=listed(_WHO),
    responsible_basis=texts(st.sampled_from([basis.value for basis in Basis])),
    place=texts(),
    when=texts(_TIMES | _TEXTS),
    measurable_target=listed(TARGETS),
    result=texts(),
    status=texts(st.sampled_from(["done", "partial", "ongoing_or_done", "nytt_ord"])),
    activity_types=listed(_CODES),
    sub_activities=listed(_SAID),
    number=st.none() | st.integers(-5, 2**31 - 1),
)
PARTICIPANTS = objects(
    fields.PARTICIPANTS,
    n=st.none() | st.integers(0, 2**31 - 1),
    what=texts(),
    per=texts(),
    approx=st.none() | st.booleans(),
)
RECORDS = objects(
    fields.RECORD,
    id=st.just("to be numbered"),
    municipality=st.sampled_from(SPELLINGS)
    | st.lists(st.sampled_from(SPELLINGS), min_size=1, max_size=3),
    district=texts(st.sampled_from(["Rosengård", "rosengård", "Sofielund"]) | _TEXTS),
    year_or_period=texts(_TIMES),
    url=texts(),
    source_type=texts(st.sampled_from(["polisen", "kommun", "media", "annat"])),
    kind=st.sampled_from(["promise", "followup"]),
    parties=listed(_WHO),
    decided_by=texts(),
    focus_areas=listed(_CODES),
    promises=listed(ITEMS),
    evidence_sources=listed(_CODES),
    dialog_participants=st.none() | PARTICIPANTS,
    followup_cadence=texts(),
    validity=texts(),
    other_notes=texts(),
    features=listed(_CODES),
    difficulty=st.none() | st.integers(-5, 5),
    partly_read=st.none() | st.booleans(),
)


@st.composite
def files(draw: st.DrawFn, most: int = 4) -> list[Json]:
    """A whole file: each record has an id of its own."""
    found = draw(st.lists(RECORDS, min_size=1, max_size=most))
    return [{**one, "id": f"X{place}"} for place, one in enumerate(found)]

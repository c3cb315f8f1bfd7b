"""The demonstration, and what it lacks of the states that a page can be in."""

import json
import shutil
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from uuid import uuid4

from django.db import transaction
from django.test import override_settings
from django.utils.crypto import salted_hmac

from handslag.core.access import ANYONE, Actor
from handslag.core.accounts.models import Person
from handslag.core.periods import parse
from handslag.domain.evidence.models import Evidence
from handslag.domain.organisations.models import Membership, Organisation
from handslag.domain.organisations.queries import actor_for
from handslag.domain.promises import services
from handslag.domain.promises.models import Document, Promise, PromiseSet
from handslag.domain.promises.queries import promises_of
from handslag.domain.promises.rules.words import (
    AmendmentKind,
    DocumentKind,
    Origin,
    Verdict,
)
from tests import demonstration, make, migrated
from tests.browser.parts import PARTS
from tests.demonstration import NOW
from tools import stamps

TESTS = Path(__file__).parents[1]
WORDS = "words.json"
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
# Longer than a narrow screen, as words of the field can be.
LONG = "Trygghetsskapandesamverkansöverenskommelseuppföljningsansvar"


class Nothing(dict[str, str]):
    """Something of the right form for each word that stands for a thing in an address."""

    SETS = ("draft", "joint", "now", "changing", "summary")

    def __missing__(self, word: str) -> str:
        if word == "member":
            return "nagon"
        return f"/arbete/loften/{uuid4()}/" if word in self.SETS else str(uuid4())


NOTHING = Nothing()


def who(key: str) -> Actor:
    """Someone of the demonstration, by the key of the account."""
    person = Person.objects.get(email=f"{key}@handslag.example")
    return actor_for(person, today=NOW.date())


class Kept:
    """The demonstration as it was told once for the code as it stands, to be put back in
    no time. This process has its own copy, and the files in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put_back(self) -> dict[str, str]:
        """The words of `tell`, and the database as it left it."""
        if not (self.folder / WORDS).exists():
            told = migrated.once("told", _keep, _told_from())
            shutil.copytree(told, self.folder, dirs_exist_ok=True)
        demonstration.put_back(self.folder)
        words: dict[str, str] = json.loads((self.folder / WORDS).read_text())
        return words


def _told_from() -> str:
    """What the demonstration is told from, and what is added to it here."""
    sources = [*(TESTS / "make").glob("*.py"), *(TESTS / "browser").rglob("*.py")]
    return f"{demonstration.told_from()} {stamps.contents(sources)}"


def _keep(folder: Path) -> None:
    shutil.copytree(demonstration.told(), folder, dirs_exist_ok=True)
    demonstration.put_back(folder)
    with override_settings(STORAGES=demonstration.files_in(folder)):
        words = tell()
    demonstration.keep(folder)
    (folder / WORDS).write_text(json.dumps(words))


@transaction.atomic
def tell() -> dict[str, str]:
    """Add what the demonstration lacks. Answers with the words that stand for things in
    addresses."""
    home = Organisation.objects.get(name="Degerfors kommun")
    held = Membership.objects.filter(organisation=home).latest("pk")
    known = PromiseSet.objects.exclude(origin=Origin.IMPORTED)
    summary = _objected_to(home)
    _withdrawn(home, Organisation.objects.get(name="Lokalpolisområde Karlskoga"))
    of_the_promises = {
        **_drafted(known.get(name="Medborgarlöfte 2027"), home),
        **_followed_up(known.get(name="Medborgarlöfte 2026")),
        "changing": _at(_changing(known.get(name="Medborgarlöfte 2025"))),
        "joint": _at(known.get(name="Lok Brås gemensamma löften 2027")),
        "summary": _at(summary),
        "objection": str(summary.correction_requests.latest("pk").public_id),
        "finding": str(Evidence.objects.filter(home=home).latest("pk").public_id),
        "organisation": str(home.public_id),
        "member": salted_hmac("handslag.membership", str(held.pk)).hexdigest(),
    }
    return _together(of_the_promises, *(part.words() for part in PARTS))


def _together(*parts: Mapping[str, str]) -> dict[str, str]:
    """All words of all parts. None of them may stand for two things."""
    times = Counter(word for part in parts for word in part)
    assert [word for word in times if times[word] > 1] == []
    return {word: thing for part in parts for word, thing in part.items()}


def _at(set_: PromiseSet) -> str:
    return f"/arbete/loften/{set_.public_id}/"


def _drafted(set_: PromiseSet, home: Organisation) -> dict[str, str]:
    """Next year's draft, with a file and a promise in very long words."""
    writer = who("samordnare")
    words = make.promise_draft(home, heading=LONG, text=f"{LONG} i {LONG}.")
    promise = services.add_promise(writer, set_, words)
    services.attach(
        writer, set_, title=f"Undertecknat {LONG}", name="beslut.pdf", content=PDF
    )
    line = set_.lineage.exclude(earlier=None)[0]
    assert line.earlier is not None
    return {
        "draft": _at(set_),
        "promise": str(promise.public_id),
        "earlier": str(line.earlier.public_id),
    }


def _followed_up(set_: PromiseSet) -> dict[str, str]:
    """This year's set, with a follow-up that nobody has filled in yet."""
    begun = services.begin_follow_up(who("samordnare"), set_, period=parse("2026"), now=NOW)
    promise = promises_of(set_)[0]
    return {
        "now": _at(set_),
        "follow_up": str(begun.public_id),
        "reported": str(promise.public_id),
        "entry": str(promise.progress.latest("pk").public_id),
    }


def _withdrawn(home: Organisation, police: Organisation) -> None:
    """A set for 2023 that both parties have taken back."""
    writer = who("samordnare")
    set_ = make.promise_set(writer, home, police, period="2023")
    services.add_promise(writer, set_, make.promise_draft(home))
    both = (who("ordforande"), home), (who("polischef"), police)
    make.publish(set_, writer, *both)
    services.begin_amendment(
        writer,
        set_,
        AmendmentKind.WITHDRAWAL,
        reason="Vi har inte råd.",
        decided_on=date(2023, 3, 1),
    )
    make.publish(set_, writer, *both)


def _objected_to(home: Organisation) -> PromiseSet:
    """Somebody's summary with the verdicts that the demonstration lacks, and objections."""
    verdicts = (Verdict.NOT_KEPT, Verdict.WITH_RESERVATION, Verdict.CANCELLED)
    set_ = make.retold(
        home,
        *(f"Löfte nummer {number}." for number in range(len(verdicts))),
        period="2019",
        outcomes=dict(enumerate(verdicts)),
    )
    for text, contact in ((f"Det stod {LONG}.", ""), ("Vi lovade aldrig det.", "a@b.se")):
        services.request_correction(ANYONE, set_, text=text, contact=contact, now=NOW)
    return set_


def _published_twice(set_: PromiseSet) -> None:
    """The police tell of the same promises in words of their own, and of one more."""
    theirs = Document.objects.create(
        set=set_, kind=DocumentKind.PROMISE, publisher="polisen", period_stated="våren 2025"
    )
    first = promises_of(set_)[0]
    for text, same_as in ((f"{first.text} Och i {LONG}.", first), ("Ett till.", None)):
        Promise.objects.create(set=set_, document=theirs, text=text, same_as=same_as)


def _changing(set_: PromiseSet) -> PromiseSet:
    """Last year's set is being prolonged, after it has ended."""
    _published_twice(set_)
    services.begin_amendment(
        who("samordnare"),
        set_,
        AmendmentKind.EXTENSION,
        reason="Till sommaren.",
        decided_on=date(2026, 11, 20),
        until=date(2026, 12, 31),
    )
    return set_

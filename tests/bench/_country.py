"""A country with twenty thousand promises, written in bulk, as the indexing would."""

from datetime import UTC, date, datetime
from random import Random
from uuid import UUID, uuid4

from django.core.management import call_command

from handslag.core.access import Role
from handslag.core.search import services as search
from handslag.core.search.services import Findable
from handslag.domain.organisations.models import Kind, Organisation
from handslag.domain.organisations.rules import size_of
from handslag.domain.promises import services
from handslag.domain.promises.models import (
    BankArea,
    BankEntry,
    BankSet,
    PromiseSet,
)
from handslag.domain.promises.rules.bank import newest, spaced
from handslag.domain.promises.rules.words import Op, Origin, Rhythm, Verdict
from handslag.domain.promises.services.progress import Done
from handslag.domain.vocabulary.models import Kind as TermKind
from handslag.domain.vocabulary.models import Term
from tests import make

PROMISES = 20_000
IN_A_SET = 12

_WHAT = (
    *("trygghetsvandringar", "fotpatruller", "trafikkontroller", "besök", "dialoger"),
    *("insatser", "möten", "informationskvällar", "kontroller", "nattvandringar"),
    *("utbildningar", "inventeringar"),
)
_WHERE = (
    *("centrum", "stationen", "torget", "skolan", "badet", "parken", "biblioteket"),
    *("industriområdet", "hamnen", "resecentrum", "fritidsgården", "idrottsplatsen"),
)
_FOR = (
    "fler ska känna sig trygga",
    "färre ska köra för fort",
    "ungdomar ska ha någonstans att vara",
    "äldre inte ska bli lurade",
    "narkotika inte ska säljas öppet",
    "inbrotten ska bli färre",
)
# Nearly all that is known of the country is silent about how it went.
_VERDICTS = [Verdict.UNKNOWN] * 14 + [
    Verdict.KEPT,
    Verdict.KEPT,
    Verdict.PARTLY,
    Verdict.ONGOING,
    Verdict.NOT_KEPT,
    Verdict.NOT_REPORTED,
]


def found(promises: int = PROMISES) -> list[str]:
    """The municipalities, the words, and so many public promises. Returns their titles."""
    call_command("load_sweden", verbosity=0)
    random = Random(7)
    homes = list(Organisation.objects.filter(kind=Kind.MUNICIPALITY).order_by("code"))
    sets = _sets(homes, promises // IN_A_SET + 1, random)
    entries = _entries(sets, homes, promises, random)
    search.index_many(
        Findable("promise", str(entry.public_id), entry.title, entry.text)
        for entry in entries
    )
    return [entry.title for entry in entries]


def _sets(homes: list[Organisation], count: int, random: Random) -> list[BankSet]:
    made = PromiseSet.objects.bulk_create(
        PromiseSet(
            home=homes[n % len(homes)],
            origin=Origin.IMPORTED,
            name=f"Medborgarlöften {2015 + n % 11}",
            **make.columns(PromiseSet),
        )
        for n in range(count)
    )
    rows = BankSet.objects.bulk_create(
        BankSet(
            set=set_,
            public_id=set_.public_id,
            origin=Origin.IMPORTED,
            name=set_.name,
            period=f"{2015 + n % 11}",
            starts=date(2015 + n % 11, 1, 1),
            ends=date(2015 + n % 11, 12, 31),
            version=1,
            fingerprint="0" * 64,
            retrieved_on=date(2026, 1, 20),
        )
        for n, set_ in enumerate(made)
    )
    BankArea.objects.bulk_create(
        BankArea(
            bank_set=row,
            municipality=homes[n % len(homes)],
            slug=f"kommun-{n % len(homes)}",
            period=f"{row.period}_{n}",
        )
        for n, row in enumerate(rows)
    )
    return rows


def _entries(
    sets: list[BankSet], homes: list[Organisation], count: int, random: Random
) -> list[BankEntry]:
    terms = Term.objects.values_list("code", flat=True)
    focus = list(terms.filter(kind=TermKind.FOCUS))
    kinds = list(terms.filter(kind=TermKind.ACTIVITY))
    rows = []
    for n in range(count):
        home, set_ = homes[n // IN_A_SET % len(homes)], sets[n // IN_A_SET]
        what, where = random.choice(_WHAT), random.choice(_WHERE)
        number, op = random.randrange(2, 60), random.choice(list(Op))
        rows.append(
            BankEntry(
                public_id=UUID(int=random.getrandbits(128), version=4),
                bank_set=set_,
                nr=n % IN_A_SET + 1,
                title=f"Minst {number} {what} vid {where} i {home.short_name}",
                text=f"Vi genomför minst {number} {what} så att {random.choice(_FOR)}.",
                focus=random.choice(focus),
                verdict=random.choice(_VERDICTS),
                side=random.choice(["municipality", "police", "together"]),
                county=home.code[:2],
                size=size_of(home.population) or "",
                newest=newest(set_.starts, None),
                activities=spaced(random.sample(kinds, 2)),
                ops=spaced([op]),
                op=op,
                low=number,
                unit=what,
            )
        )
    return BankEntry.objects.bulk_create(rows, batch_size=500)


def publish_a_set_of_twelve() -> None:
    """Degerfors 2026: twelve promises with targets, progress and planned follow-ups."""
    home = Organisation.objects.get(kind=Kind.MUNICIPALITY, code="1862")
    police = make.police_district("Lokalpolisområde Degerfors", serving=home)
    coordinator = make.member(home, Role.COORDINATOR)
    set_ = make.promise_set(coordinator, home, police)
    for n in range(IN_A_SET):
        words = make.promise_draft(home, heading=f"Löfte nummer {n + 1} om {_WHERE[n]}")
        services.add_promise(coordinator, set_, words)
    services.plan_follow_ups(coordinator, set_, Rhythm.TERTIAL, function="samordnare")
    approvers = [(make.member(one, Role.APPROVER), one) for one in (home, police)]
    make.publish(set_, coordinator, *approvers)
    for promise in set_.promises.all():
        for week in range(3):
            services.report_progress(
                coordinator,
                promise,
                Done(date(2026, 3, 1 + 7 * week), note="Vi gick en runda."),
                organisation=home,
                target=promise.targets.get(),
                token=uuid4(),
                now=datetime(2026, 4, 1, 9, tzinfo=UTC),
            )

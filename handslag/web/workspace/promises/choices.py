"""What one may choose among in the editor: organisations, words, findings."""

from dataclasses import dataclass
from datetime import date

from handslag.core.access import Actor
from handslag.domain.evidence import queries as evidence
from handslag.domain.organisations import queries as organisations
from handslag.domain.promises import queries
from handslag.domain.promises.models import Promise
from handslag.domain.vocabulary.published import offered, terms
from handslag.domain.vocabulary.rules import Kind

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices by public id or code, with what to call them and the numbers behind."""

    organisations: Pairs
    number_of: dict[str, int]
    focus: Pairs
    activity: Pairs
    findings: Pairs
    finding_of: dict[str, int]
    places: Pairs
    place_of: dict[str, int]
    measures: Pairs
    measure_of: dict[str, int]
    problems: Pairs
    problem_of: dict[str, int]


def choices_for(promise: Promise, actor: Actor, *, language: str, today: date) -> Choices:
    """What may be chosen for a promise in this set."""
    nearby = organisations.around(promise.set.home, today=today)
    known = organisations.named(nearby, also=queries.had_a_part(promise.set))
    cited = [ground.evidence for ground in promise.grounds.select_related("evidence")]
    citable = evidence.citable_by(actor, queries.party_ids(promise.set))
    found = {finding.pk: finding for finding in [*cited, *citable]}.values()
    sources = terms(Kind.SOURCE, language)
    places = list(queries.places_for(promise.set))
    measures = queries.measures_for(promise.set, also=promise.measure_id)
    problems = queries.problems_for(promise.set, also=promise.problem_id)
    return Choices(
        organisations=[(str(one.public_id), one.name) for one in known],
        number_of={str(one.public_id): one.pk for one in known},
        focus=_words(Kind.FOCUS, {promise.focus} - {""}, language, today),
        activity=_words(
            Kind.ACTIVITY,
            {row.code for row in promise.activity_types.all()},
            language,
            today,
        ),
        findings=[
            (
                str(finding.public_id),
                f"{sources.get(finding.source, finding.source)}: {finding.statement}",
            )
            for finding in found
        ],
        finding_of={str(finding.public_id): finding.pk for finding in found},
        places=[(str(one.public_id), one.name) for one in places],
        place_of={str(one.public_id): one.pk for one in places},
        measures=[
            (str(one.public_id), f"{one.title} ({one.plan.name})") for one in measures
        ],
        measure_of={str(one.public_id): one.pk for one in measures},
        problems=[(str(one.public_id), one.title) for one in problems],
        problem_of={str(one.public_id): one.pk for one in problems},
    )


def _words(kind: Kind, chosen: set[str], language: str, today: date) -> Pairs:
    """The words that are offered, and those chosen before though no longer offered."""
    choices = offered(kind, language, today=today)
    old = terms(kind, language) if chosen - choices.keys() else {}
    return [
        *choices.items(),
        *((code, old.get(code, code)) for code in chosen if code not in choices),
    ]

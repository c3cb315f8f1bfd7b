"""Why just this: what was said, what was seen, the cause and the goal."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from handslag.domain.picture.published import shows_problem
from handslag.domain.plans.published import address_of_plan
from handslag.domain.plans.rules.chain import Break
from handslag.domain.promises.published import (
    PublishedChain,
    PublishedGround,
    PublishedPromise,
    PublishedWording,
)
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.public.spoken import Spoken, language
from handslag.web.words.plans import LACKS

# Kinds of source in which those who live there speak for themselves.
VOICES = frozenset(
    {
        "medborgardialog",
        "trygghetsmätning",
        "egen_enkät",
        "trygghetsvandring",
        "digital_trygghetsvandring",
        "NTU",
        "SCB",
        "CTC",
        "otrygghetsapp",
        "företagsenkät",
        "Folkhälsoenkät",
        "sociala_medier",
        "drogvaneenkät",
        "CAN",
    }
)
CAUSES = frozenset({"orsaksanalys", "lokal_problembild"})


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain: its name and what is known. Missing things are said."""

    label: str
    texts: tuple[SafeString, ...]
    missing: str = ""


def sources() -> dict[str, str]:
    """The kinds of source, in the language of the page. One query."""
    return terms(Kind.SOURCE, language())


def links_of_set(
    grounds: Sequence[PublishedGround], spoken: Spoken, names: dict[str, str]
) -> list[Link]:
    """What the whole set rests on. Only what there is."""
    return [link for link in _links(grounds, spoken, names) if link.texts]


def links_of_promise(
    promise: PublishedPromise,
    spoken: Spoken,
    grounds: Sequence[PublishedGround],
    names: dict[str, str],
    municipality: str,
) -> list[Link]:
    """The chain of one promise, the empty links included. `grounds` of promise and set,
    `municipality` whose page it is."""
    if promise.chain is not None:
        heard = _links(grounds, spoken, names)
        return [
            *(one for one in heard if one.texts),
            *_planned(promise.chain, spoken, municipality),
        ]
    goal = spoken.words(promise.purpose) or _effects(promise, spoken)
    return [
        *_links(grounds, spoken, names),
        Link(
            _("The goal"),
            (goal,) if goal else (),
            "" if goal else _("It is not said what is to become of it."),
        ),
    ]


def links_lacking(
    promise: PublishedPromise, wording: PublishedWording, *, but: Collection[Break] = ()
) -> list[Link]:
    """What is missing, and the reason that was approved with the words; `but` what has
    come since."""
    return [
        Link(
            _("Missing"),
            (
                format_html(
                    "{} <strong>{}</strong> {}", LACKS[one.kind], _("Reason:"), one.text
                ),
            ),
        )
        for one in wording.missing_links
        if promise.id in one.promises and one.kind not in but
    ]


def _planned(chain: PublishedChain, spoken: Spoken, municipality: str) -> Iterable[Link]:
    """From the problem to the measure, as the picture and the plan say it."""
    yield Link(_("The problem"), (_in_picture(chain, spoken, municipality),))
    causes = tuple(spoken.words(text) for text in chain.causes)
    yield Link(_("The cause"), causes, "" if causes else _("The cause is not described."))
    if chain.goal:
        yield Link(_("The goal"), (spoken.words(chain.goal),))
    if chain.measure:
        yield Link(_("The measure"), (_in_plan(chain, spoken),))


def _in_picture(chain: PublishedChain, spoken: Spoken, municipality: str) -> SafeString:
    """The problem, with a way to the picture when everyone can read of it there."""
    words = spoken.words(chain.problem)
    if not shows_problem(municipality, chain.problem_id):
        return words
    href = f"{reverse('public:picture', args=[municipality])}#p-{chain.problem_id}"
    said = _("in the situational picture")
    return format_html('{} (<a href="{}">{}</a>)', words, href, said)


def _in_plan(chain: PublishedChain, spoken: Spoken) -> SafeString:
    """The measure, with a way to the plan when everyone can read it."""
    words = spoken.words(chain.measure)
    where = address_of_plan(chain.plan_id)
    if where is None:
        return words
    href = reverse("public:action-plan", args=where)
    return format_html('{} (<a href="{}">{}</a>)', words, href, chain.plan)


def _links(
    grounds: Sequence[PublishedGround], spoken: Spoken, names: dict[str, str]
) -> list[Link]:
    causes = [one for one in grounds if one.source in CAUSES]
    said = [one for one in grounds if one.source in VOICES]
    seen = [one for one in grounds if one.source not in VOICES | CAUSES]
    kinds = (
        (_("You said"), said, _("Nothing that residents have said is cited.")),
        (_("We saw"), seen, _("No figures or observations are cited.")),
        (_("The cause"), causes, _("The cause is not described.")),
    )
    return [
        Link(label, tuple(_texts(rows, spoken, names)), "" if rows else missing)
        for label, rows, missing in kinds
    ]


def _texts(
    rows: Iterable[PublishedGround], spoken: Spoken, names: dict[str, str]
) -> Iterable[SafeString]:
    """Each finding and where it comes from; one that says nothing names its source."""
    silent = []
    for one in rows:
        source = names.get(one.source) or one.source.replace("_", " ")
        context = [spoken.words(part) for part in (one.period, one.place) if part]
        origin = format_html("{}", source)
        if context:
            origin = format_html("{}, {}", source, SafeString(", ".join(context)))
        if one.statement:
            yield format_html(
                '{} <span class="small">({})</span>', spoken.words(one.statement), origin
            )
        else:
            silent.append(origin)
    if silent:
        joined = SafeString("; ".join(silent))
        yield SafeString(joined[:1].upper() + joined[1:])


def _effects(promise: PublishedPromise, spoken: Spoken) -> SafeString:
    """A goal measured in what becomes of it, when no purpose is written."""
    named = [one.note for one in promise.targets if one.measures == "effect" and one.note]
    return spoken.words(named[0]) if named else SafeString("")

"""Why just this: what was said, what was seen, the cause and the goal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from handslag.domain.promises.published import PublishedGround, PublishedPromise
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.public.spoken import Spoken, language

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
) -> list[Link]:
    """The chain of one promise, the empty links included. `grounds` of promise and set."""
    goal = spoken.words(promise.purpose) or _effects(promise, spoken)
    return [
        *_links(grounds, spoken, names),
        Link(
            _("The goal"),
            (goal,) if goal else (),
            "" if goal else _("It is not said what is to become of it."),
        ),
    ]


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

"""A frozen picture in words: its answer, its problems, its parts, its notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from handslag.domain.picture.published import (
    PublishedFinding,
    PublishedJudgement,
    PublishedPassage,
    PublishedPicture,
    PublishedProblem,
    PublishedSource,
)
from handslag.domain.picture.rules.words import (
    Aspect,
    Confidence,
    Direction,
    Part,
    Priority,
    StatutoryPart,
    Use,
    When,
)
from handslag.domain.vocabulary.published import terms_of
from handslag.domain.vocabulary.rules import Kind
from handslag.web.answers import capital, joined, number
from handslag.web.causes import Pictured, pictured
from handslag.web.words.picture import (
    ASPECTS,
    CONFIDENCES,
    DIRECTIONS,
    LEVELS,
    PARTS,
    STATUTORY,
    THEME_TERMS,
    TRENDS,
    USES,
    WHEN,
)

_SURE = "high"
_SEVERAL = 2
_WITHIN = {
    StatutoryPart.MAPPING: (Part.EXTENT, Part.CONSEQUENCES),
    StatutoryPart.INFORMATION: (Part.INFORMATION,),
    StatutoryPart.ANALYSIS: (Part.ANALYSIS,),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """One judgement in words: the question, what is held, how sure, and the notes."""

    label: str
    way: str  # a code of marks.WAYS, or nothing
    short: str
    paragraphs: tuple[str, ...]
    level: str  # a code of marks.SURENESS, or nothing
    sure: str
    notes: tuple[int, ...]
    unshown: str
    is_internal: bool


@dataclass(frozen=True, slots=True)
class Glance:
    """A problem at a glance: where it goes, how sure that is, and who sees it."""

    way: str
    way_words: str
    level: str
    level_words: str
    side: str
    seen_by: str


@dataclass(frozen=True, slots=True)
class Facing:
    """One problem in words."""

    id: str
    glance: Glance
    title: str
    theme: str
    term: str  # the word of the glossary for the theme, the first time it is said
    facts: tuple[tuple[str, str, bool], ...]  # label, words, whether they are ours
    description: tuple[str, ...]
    judgements: tuple[Judged, ...]
    reason: str
    unsupported_why: str
    only: str
    sources: tuple[PublishedSource, ...]
    is_internal: bool
    causes: Pictured | None


@dataclass(frozen=True, slots=True)
class Said:
    """A passage: its paragraphs, whose words they are, and its notes."""

    paragraphs: tuple[str, ...]
    by: str
    side: str
    notes: tuple[int, ...]
    unshown: str
    is_internal: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """One of the three parts of the law, with the passages under their headings."""

    id: str
    name: str
    sections: tuple[tuple[str, tuple[Said, ...]], ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A source of the log in words."""

    named: str
    notes: tuple[int, ...]
    use: str
    reason: str
    limits: str
    is_internal: bool


@dataclass(frozen=True, slots=True)
class Noted:
    """A footnote."""

    number: int
    source: str
    finding: PublishedFinding


class PictureWords:
    """A picture as a page tells it, in the language of the page."""

    def __init__(self, picture: PublishedPicture) -> None:
        self.picture = picture
        names = terms_of(Kind.FOCUS, Kind.SOURCE, language=get_language() or "sv")
        self._themes, self._sources = names[Kind.FOCUS], names[Kind.SOURCE]

    @property
    def answer(self) -> str:
        """ "Tre problem är prioriterade. Vi är säkra på två av dem." """
        return answer_of(self.picture)

    @property
    def groups(self) -> list[tuple[str, str, list[Facing]]]:
        """The open problems by priority: an id, a heading, and the problems."""
        headings = {
            Priority.PRIORITISED: _("What is prioritised"),
            Priority.WATCHED: _("What we keep an eye on"),
            Priority.NOT_NOW: _("What we leave for now"),
            None: _("Not weighed against each other yet"),
        }
        said: set[str] = set()
        return [
            (priority or "open", heading, [self._facing(one, said) for one in found])
            for priority, heading in headings.items()
            if (found := self.picture.of(priority))
        ]

    @property
    def closed(self) -> tuple[PublishedProblem, ...]:
        return tuple(one for one in self.picture.problems if not one.is_open)

    @property
    def chapters(self) -> list[Chapter]:
        """The three parts that the law asks for, in its order."""
        return [
            Chapter(
                statutory.value,
                str(STATUTORY[statutory]),
                tuple(
                    (
                        str(PARTS[part]).rpartition(": ")[2] if len(parts) > 1 else "",
                        tuple(map(_said, self.picture.parts[part])),
                    )
                    for part in parts
                ),
            )
            for statutory, parts in _WITHIN.items()
        ]

    @property
    def notes(self) -> list[Noted]:
        return [
            Noted(one.number, self._sources.get(one.source, one.source), one)
            for one in self.picture.findings
        ]

    @property
    def log(self) -> list[Weighed]:
        """The source log: of the picture, then of each problem."""
        named = {one.number: one.source for one in self.notes}
        rows = [*self.picture.sources]
        rows += [row for problem in self.picture.problems for row in problem.sources]
        return [
            Weighed(
                named=row.stated or named.get(row.note or 0, ""),
                notes=(row.note,) if row.note else (),
                use=str(USES[Use(row.use)]),
                reason=row.reason,
                limits=row.limits,
                is_internal=row.is_internal,
            )
            for row in rows
        ]

    @property
    def terms(self) -> list[str]:
        """Words of the field on the page that not everyone knows."""
        is_analysed = any(one.analysis is not None for one in self.picture.open_problems)
        explained = ["orsaksanalys", "brottstriangeln"] if is_analysed else []
        return ["lägesbild", "kartläggning", "analys", *explained]

    def _facing(self, problem: PublishedProblem, said: set[str]) -> Facing:
        term = "" if problem.theme in said else THEME_TERMS.get(problem.theme, "")
        said.add(problem.theme)
        facts = (
            (pgettext("label", "Where"), problem.place, False),
            (pgettext("label", "When"), _when(problem.when), True),
            ("", problem.time_stated, False),
            (pgettext("label", "Who is affected"), problem.affected, False),
        )
        return Facing(
            id=problem.id,
            glance=_glance(problem, self.picture),
            title=problem.title,
            theme=self._themes.get(problem.theme, problem.theme),
            term=term,
            facts=tuple(fact for fact in facts if fact[1]),
            description=_paragraphs(problem.description),
            judgements=tuple(map(_judged, problem.judgements)),
            reason=problem.priority_reason,
            unsupported_why=problem.unsupported_why,
            only=_only(problem, self.picture),
            sources=problem.sources,
            is_internal=problem.is_internal,
            causes=_causes(problem),
        )


def _causes(problem: PublishedProblem) -> Pictured | None:
    """Why it arises, drawn, when that has been written."""
    if problem.analysis is None:
        return None
    return pictured(problem.analysis, problem.title, key=problem.id)


def answer_of(picture: PublishedPicture) -> str:
    """How many problems are prioritised, and of how many of them we are sure."""
    chosen = picture.of(Priority.PRIORITISED)
    if not chosen:
        count = len(picture.open_problems)
        named = ngettext(
            "%(count)s problem is described. Which are most urgent is not agreed yet.",
            "%(count)s problems are described. Which are most urgent is not agreed yet.",
            count,
        )
        return capital(named % {"count": number(count)})
    first = ngettext(
        "%(count)s problem is prioritised.",
        "%(count)s problems are prioritised.",
        len(chosen),
    ) % {"count": number(len(chosen))}
    alone = [one for one in chosen if _only(one, picture)]
    return " ".join(
        part for part in (capital(first), _sureness(chosen), _alone(alone)) if part
    )


def _sureness(chosen: Sequence[PublishedProblem]) -> str:
    sure = sum(problem.confidence == _SURE for problem in chosen)
    if len(chosen) == 1:
        return _("We are sure of it.") if sure else _("We are not quite sure of it.")
    if sure == len(chosen):
        return _("We are sure of all of them.")
    if not sure:
        return _("We are not quite sure of any of them.")
    return _("We are sure of %(count)s of them.") % {"count": number(sure)}


def _alone(chosen: Sequence[PublishedProblem]) -> str:
    if not chosen:
        return ""
    return ngettext(
        "One is seen by one side only.",
        "%(count)s are seen by one side only.",
        len(chosen),
    ) % {"count": capital(number(len(chosen)))}


def _only(problem: PublishedProblem, picture: PublishedPicture) -> str:
    """The one party that sees it, when it was merged and there are others."""
    one_side = len(problem.seen_by) == 1 and len(picture.parties) > 1
    return problem.seen_by[0].name if one_side else ""


def _glance(problem: PublishedProblem, picture: PublishedPicture) -> Glance:
    trend = next((one for one in problem.judgements if one.aspect is Aspect.TREND), None)
    way = trend.direction if trend else ""
    side, seen_by = _seen_by(problem, picture)
    return Glance(
        way=way,
        way_words=capital(str(TRENDS[Direction(way)])) if way else "",
        level=problem.confidence,
        level_words=str(LEVELS[Confidence(problem.confidence)])
        if problem.confidence
        else "",
        side=side,
        seen_by=seen_by,
    )


def _seen_by(problem: PublishedProblem, picture: PublishedPicture) -> tuple[str, str]:
    """Whose stroke of the handshake is lit, and the words beside it."""
    if not problem.seen_by or not picture.parties[1:]:
        return "", ""
    if len(problem.seen_by) == 1:
        one = problem.seen_by[0]
        return one.side, _("only %(party)s") % {"party": one.name}
    if len(picture.parties) == len(problem.seen_by) == _SEVERAL:
        return "together", _("both")
    return "together", joined([one.name for one in problem.seen_by])


def _when(codes: Iterable[When]) -> str:
    return ", ".join(str(WHEN[code]) for code in codes)


def _judged(row: PublishedJudgement) -> Judged:
    short = DIRECTIONS[row.aspect][Direction(row.direction)] if row.direction else ""
    return Judged(
        label=str(ASPECTS[row.aspect]),
        way=row.direction or "",
        short=capital(str(short)) if short else "",
        paragraphs=_paragraphs(row.text),
        level=row.confidence or "",
        sure=str(CONFIDENCES[Confidence(row.confidence)]) if row.confidence else "",
        notes=row.notes,
        unshown=_unshown(row.unshown),
        is_internal=row.is_internal,
    )


def _said(row: PublishedPassage) -> Said:
    return Said(
        paragraphs=_paragraphs(row.text),
        by=row.written_by.name if row.written_by else "",
        side=row.written_by.side if row.written_by else "",
        notes=row.notes,
        unshown=_unshown(row.unshown),
        is_internal=row.is_internal,
    )


def _unshown(count: int) -> str:
    """What it also rests on, and that it is not shown here."""
    if not count:
        return ""
    return ngettext(
        "Rests also on one finding that is not public.",
        "Rests also on %(count)s findings that are not public.",
        count,
    ) % {"count": number(count)}


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("\n\n") if part.strip())

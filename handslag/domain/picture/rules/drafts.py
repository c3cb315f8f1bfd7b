"""What an editor hands in, before it is stored."""

from dataclasses import dataclass

from handslag.core.periods import Period
from handslag.domain.picture.rules.words import (
    Aspect,
    Confidence,
    Direction,
    Part,
    Use,
    When,
)


@dataclass(frozen=True, slots=True)
class PictureDraft:
    """What a picture is called, and the time it speaks of."""

    name: str
    period: Period


@dataclass(frozen=True, slots=True)
class PassageDraft:
    """A piece of text in one part. `evidence`: the findings it cites, by their numbers."""

    part: Part
    text: str
    is_internal: bool = False
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgementDraft:
    """What the writers hold to be so about one side of a problem."""

    aspect: Aspect
    text: str
    direction: Direction | None = None
    confidence: Confidence | None = None
    is_internal: bool = False
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ProblemDraft:
    """The words of one problem and its judgements. A side left out is not judged."""

    theme: str
    title: str
    description: str = ""
    place: int | None = None  # a named place, by its number
    place_stated: str = ""
    time_pattern: tuple[When, ...] = ()
    time_stated: str = ""
    affected: str = ""
    is_internal: bool = False
    unsupported_why: str = ""
    judgements: tuple[JudgementDraft, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything somebody wrote."""
        own = (self.title, self.description, self.place_stated, self.time_stated)
        more = (self.affected, self.unsupported_why)
        return (*own, *more, *(judgement.text for judgement in self.judgements))


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """A source that was weighed. `evidence`: a finding, by its number."""

    use: Use
    stated: str = ""
    evidence: int | None = None
    reason: str = ""
    limits: str = ""
    is_internal: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything somebody wrote."""
        return (self.stated, self.reason, self.limits)

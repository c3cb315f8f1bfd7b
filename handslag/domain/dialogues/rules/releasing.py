"""What may be told of a dialogue, and when it may be told again. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handslag.core.refusals import NotAllowedError

LEAST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """Groups that are told with one number: one group, or several together."""

    groups: tuple[str, ...]
    people: int


def shown_groups(counts: Mapping[str, int], *, people: int) -> list[Shown]:
    """The groups that everyone may read of those who came, in the order given.

    Groups with fewer than five are told together with the next smallest until they are
    five. Those in no group count as one too: otherwise they could be worked out from
    the total. When no two groups are left apart, nothing is told.
    """
    left = people - sum(counts.values())
    given = {**{key: n for key, n in counts.items() if n}, **({"": left} if left else {})}
    small: list[str] = []
    for key in sorted(given, key=lambda one: given[one]):
        held = sum(given[one] for one in small)
        if given[key] < LEAST_SHOWN or 0 < held < LEAST_SHOWN:
            small.append(key)
    apart = [Shown((key,), n) for key, n in given.items() if key not in small]
    if small:
        together = tuple(key for key in given if key in small)
        apart.append(Shown(together, sum(given[key] for key in small)))
    if len(apart) < 2 or any(one.people < LEAST_SHOWN for one in apart):  # noqa: PLR2004
        return []
    return apart


def public_themes(counts: Mapping[str, int], least: int) -> dict[str, int]:
    """The themes that enough voices are about, most first."""
    order = sorted(counts, key=lambda code: (-counts[code], code))
    return {code: counts[code] for code in order if counts[code] >= least}


@dataclass(frozen=True, slots=True)
class Before:
    """The release that was made last."""

    voices: int
    people: int
    is_withdrawn: bool


def check_release(
    *, people: int, voices: int, waiting: int, least: int, before: Before | None
) -> None:
    """Enough people, enough voices, all of them coded. Two releases never differ by few.

    After a withdrawal the same voices may be released again, with what was wrong put
    right.
    """
    if people < least:
        raise NotAllowedError("dialogues.too_few_people", least=least)
    if voices < least:
        raise NotAllowedError("dialogues.too_few_voices", least=least)
    if waiting:
        raise NotAllowedError("dialogues.voices_wait", n=waiting)
    if before is not None:
        _check_new(people - before.people, voices - before.voices, least, before)


def _check_new(people: int, voices: int, least: int, before: Before) -> None:
    if before.is_withdrawn and not voices:
        return
    if voices < least or 0 < abs(people) < least:
        raise NotAllowedError("dialogues.too_few_new", least=least)


def check_withdrawal(why: str) -> None:
    """Somebody will ask why it was taken back."""
    if not why.strip():
        raise NotAllowedError("dialogues.say_why")


def quotes_under(
    quotes: Sequence[tuple[str, frozenset[str]]], themes: Mapping[str, int]
) -> list[str]:
    """Quotes about a theme that is public: another would say that the theme was raised."""
    return [text for text, about in quotes if about and about <= set(themes)]

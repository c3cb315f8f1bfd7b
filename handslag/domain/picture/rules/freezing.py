"""What is missing before a picture may be frozen, and what anyone may read of it. Pure.

Both read the content that is to be frozen: what is checked is what is kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handslag.core.refusals import NotAllowedError
from handslag.domain.picture.rules.words import Aspect, Part, State, StatutoryPart

Content = Mapping[str, Any]

STATUTORY: Mapping[StatutoryPart, tuple[Part, ...]] = {
    StatutoryPart.MAPPING: (Part.EXTENT, Part.CONSEQUENCES),
    StatutoryPart.INFORMATION: (Part.INFORMATION,),
    StatutoryPart.ANALYSIS: (Part.ANALYSIS,),
}


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing. The code has its sentence; `problem` names whose."""

    code: str
    problem: str = ""
    problem_id: str = ""

    @property
    def error(self) -> NotAllowedError:
        facts = {"problem": self.problem} if self.problem else {}
        return NotAllowedError(self.code, **facts)


def lacks(content: Content) -> list[Lack]:
    """All that is missing before this content may be frozen, in order."""
    return [*_empty_parts(content, "no"), *_unfounded(content)]


def hidden_parts(content: Content) -> list[Lack]:
    """The parts of which nothing may be read by anyone: then it is not published."""
    return list(_empty_parts(public(content), "nothing_public_in"))


def has_all_parts(content: Content) -> bool:
    """Whether the three parts that the law asks for are all there."""
    return not list(_empty_parts(content, "no"))


def refuse(found: list[Lack]) -> None:
    """Stop at the first thing that is missing, naming it."""
    if found:
        raise found[0].error


def public(content: Content) -> dict[str, Any]:
    """The same content without anything that is marked internal, and without what is
    only ever for the parties: scores, and findings that are not public."""
    shown = {name: _without_internal(part) for name, part in content.items()}
    shown["problems"] = [
        {name: value for name, value in problem.items() if name != "scores"}
        for problem in shown["problems"]
    ]
    named = set(_cited({**shown, "evidence": None}))
    shown["evidence"] = [
        finding
        for finding in shown["evidence"]
        if finding["visibility"] == "public" and finding["id"] in named
    ]
    return shown


def _without_internal(value: Any) -> Any:
    """Whatever says that it is internal is left out, at any depth."""
    if isinstance(value, Mapping):
        return {
            name: _without_internal(part)
            for name, part in value.items()
            if not _is_internal(part)
        }
    if isinstance(value, list | tuple):
        return [_without_internal(part) for part in value if not _is_internal(part)]
    return value


def _is_internal(value: Any) -> bool:
    return isinstance(value, Mapping) and bool(value.get("is_internal"))


def _cited(value: Any) -> Iterator[str]:
    """Every finding that something still refers to."""
    if isinstance(value, Mapping):
        named = value.get("evidence")
        yield from [named] if isinstance(named, str) else named or ()
        for part in value.values():
            yield from _cited(part)
    elif isinstance(value, list):
        for part in value:
            yield from _cited(part)


def _empty_parts(content: Content, code: str) -> Iterator[Lack]:
    for part in Part:
        if not any(passage["text"].strip() for passage in content["parts"][part.value]):
            yield Lack(f"picture.{code}_{part.value}")


def _unfounded(content: Content) -> Iterator[Lack]:
    """Problems and judgements that cite nothing, and say nothing of why."""
    if not content["problems"]:
        yield Lack("picture.no_problem")
    for problem in content["problems"]:
        if problem["state"] == State.OPEN and not problem["unsupported_why"].strip():
            yield from _unfounded_in(problem)


def _unfounded_in(problem: Content) -> Iterator[Lack]:
    title, key = problem["title"], problem["id"]
    judgements = problem["judgements"]
    if not any(judgement["evidence"] for judgement in judgements):
        yield Lack("picture.problem_without_evidence", title, key)
        return
    for judgement in judgements:
        if not judgement["evidence"]:
            aspect = Aspect(judgement["aspect"])
            yield Lack(f"picture.{aspect.value}_without_evidence", title, key)

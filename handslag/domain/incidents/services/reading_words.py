"""What the guard says of the words of a report, and what happens to them then."""

from handslag.core.guard.rules import Finding, find
from handslag.core.refusals import NotAllowedError
from handslag.domain.incidents.models import Held, Incident
from handslag.domain.incidents.rules import IncidentDraft, TextState

HELD_FOR = 14  # days


def weigh(row: Incident, draft: IncidentDraft) -> list[Held]:
    """Put the words on the row, or hold those that may name somebody.

    Words that certainly do are refused, with what was found in each field.
    """
    said = {"text": draft.text.strip(), "where_words": draft.where.words.strip()}
    found = {field: find(words) for field, words in said.items()}
    refuse_certain(found, said)
    row.where_words = "" if found["where_words"] else said["where_words"]
    row.text = "" if found["text"] else said["text"]
    row.text_state = _state(said["text"], found["text"])
    return [
        Held(field=field, words=said[field], found=spans(findings))
        for field, findings in found.items()
        if findings
    ]


def refuse_certain(found: dict[str, list[Finding]], said: dict[str, str]) -> None:
    """Stop when something certainly points at a person, and name each such thing."""
    certain = [
        (field, one) for field, findings in found.items() for one in findings if one.certain
    ]
    if certain:
        raise NotAllowedError(
            "incidents.personal_data",
            fields=[field for field, _ in certain],
            kinds=[one.kind.value for _, one in certain],
            said=[said[field][one.start : one.end] for field, one in certain],
        )


def spans(findings: list[Finding]) -> list[dict[str, object]]:
    """What was found, as it is stored beside words that wait."""
    return [{"start": f.start, "end": f.end, "kind": f.kind.value} for f in findings]


def _state(words: str, found: list[Finding]) -> TextState:
    if not words:
        return TextState.EMPTY
    return TextState.HELD if found else TextState.UNCHECKED

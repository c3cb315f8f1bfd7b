"""A questionnaire as it is stored: a document of plain values, and back. Pure.

What cannot be read is refused: a document comes from our own table, from a file that
somebody hands in, or from a wave that an older version wrote.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from handslag.domain.surveys.rules.questionnaire import (
    Condition,
    Option,
    Question,
    Questionnaire,
    Row,
    Section,
    Words,
)
from handslag.domain.surveys.rules.words import Background, QuestionKind

FORMAT = 1


def written(questionnaire: Questionnaire) -> dict[str, Any]:
    """As plain values, the same for the same questionnaire."""
    return {
        "format": FORMAT,
        "languages": list(questionnaire.languages),
        "intro": dict(questionnaire.intro),
        "thanks": dict(questionnaire.thanks),
        "sections": [
            {
                "key": section.key,
                "words": dict(section.words),
                "help": dict(section.help),
                "questions": [written_question(one) for one in section.questions],
            }
            for section in questionnaire.sections
        ],
    }


def written_question(question: Question) -> dict[str, Any]:
    """One question as plain values; what it does not have is left out."""
    condition = question.shown_if
    whole = {
        "key": question.key,
        "kind": question.kind.value,
        "words": dict(question.words),
        "help": dict(question.help),
        "options": [
            {"key": one.key, "words": dict(one.words)}
            | ({"is_apart": True} if one.is_apart else {})
            for one in question.options
        ],
        "rows": [{"key": one.key, "words": dict(one.words)} for one in question.rows],
        "is_required": question.is_required,
        "least": question.least,
        "most": question.most,
        "unit": dict(question.unit),
        "shown_if": condition
        and {"question": condition.question, "options": list(condition.options)},
        "background": question.background and question.background.value,
        "bank": question.bank,
        "theme": question.theme,
        "revision": question.revision,
    }
    kept = ("key", "kind", "words")
    return {
        name: value
        for name, value in whole.items()
        if name in kept or value not in (None, "", 0, False, [], {})
    }


def read(document: Mapping[str, Any]) -> Questionnaire:
    """The questionnaire of a document. Raises ValueError("E_DOCUMENT")."""
    try:
        if document["format"] != FORMAT:
            raise ValueError
        return Questionnaire(
            languages=tuple(map(str, document["languages"])),
            intro=_words(document.get("intro", {})),
            thanks=_words(document.get("thanks", {})),
            sections=tuple(map(_section, document["sections"])),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValueError("E_DOCUMENT") from error


def _section(document: Mapping[str, Any]) -> Section:
    return Section(
        key=str(document["key"]),
        words=_words(document["words"]),
        help=_words(document.get("help", {})),
        questions=tuple(map(read_question, document.get("questions", ()))),
    )


def read_question(document: Mapping[str, Any]) -> Question:
    """One question of a document."""
    condition = document.get("shown_if")
    background = document.get("background")
    return Question(
        key=str(document["key"]),
        kind=QuestionKind(document["kind"]),
        words=_words(document["words"]),
        help=_words(document.get("help", {})),
        options=tuple(
            Option(str(one["key"]), _words(one["words"]), bool(one.get("is_apart")))
            for one in document.get("options", ())
        ),
        rows=tuple(
            Row(str(one["key"]), _words(one["words"])) for one in document.get("rows", ())
        ),
        is_required=bool(document.get("is_required")),
        least=_number(document.get("least")),
        most=_number(document.get("most")),
        unit=_words(document.get("unit", {})),
        shown_if=condition and _condition(condition),
        background=Background(background) if background else None,
        bank=str(document.get("bank", "")),
        theme=str(document.get("theme", "")),
        revision=int(document.get("revision", 0)),
    )


def _condition(document: Mapping[str, Any]) -> Condition:
    options: Sequence[Any] = document["options"]
    return Condition(str(document["question"]), tuple(map(str, options)))


def _words(document: Mapping[str, Any]) -> Words:
    return {str(language): str(text) for language, text in document.items()}


def _number(value: Any) -> int | None:
    return None if value is None else int(value)

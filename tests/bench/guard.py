"""How much of what points at people is found, and how much of what is found does."""

import time
from collections import Counter

from handslag.core.guard.rules import Kind, find
from tests.bench._bounds import at_least
from tests.core.guard.writing import HELD_OUT, Text, by_hand, put_together

_ROUNDS = 12
_BOUNDS = {Kind.NAME: (0.90, 0.85)}
_NUMBERS = (0.99, 0.95)


def _texts() -> list[Text]:
    return [*by_hand(HELD_OUT), *put_together(HELD_OUT, 26, _ROUNDS)]


def measure_guard() -> dict[str, float | str]:
    """Recall and precision of each kind, on texts written apart from the rules."""
    found, sought, hit, right = (Counter[str]() for _ in range(4))
    texts = _texts()
    begun = time.process_time()
    answers = [find(text.text) for text in texts]
    spent = time.process_time() - begun
    for text, answer in zip(texts, answers, strict=True):
        for mark in text.marks:
            sought[mark.kind] += 1
            hit[mark.kind] += any(
                one.kind == mark.kind and one.start < mark.end and mark.start < one.end
                for one in answer
            )
        for one in answer:
            found[one.kind] += 1
            right[one.kind] += any(
                one.kind == mark.kind and one.start < mark.end and mark.start < one.end
                for mark in text.marks
            )
    figures: dict[str, float | str] = {
        "guard_texts": len(texts),
        "guard_clean_texts": sum(not text.marks for text in texts),
        "guard_milliseconds_per_text": 1000 * spent / len(texts),
    }
    for kind in Kind:
        recall, precision = _BOUNDS.get(kind, _NUMBERS)
        figures[f"guard_{kind}_recall"] = at_least(recall, hit[kind] / sought[kind])
        figures[f"guard_{kind}_precision"] = at_least(precision, right[kind] / found[kind])
    return figures

"""The content of pictures, as the rules read it."""

from typing import Any


def problem(key: str = "p1", **words: Any) -> dict[str, Any]:
    return {
        "id": key,
        "theme": "TRYGG_OFF",
        "title": f"Problem {key}",
        "description": "",
        "place": "torget",
        "time_pattern": [],
        "time_stated": "",
        "affected": "",
        "state": "open",
        "closed_why": "",
        "priority": "",
        "priority_reason": "",
        "unsupported_why": "",
        "is_internal": False,
        "seen_by": [],
        "judgements": [judgement()],
        "scores": [],
        "sources": [],
        **words,
    }


def judgement(aspect: str = "extent", **words: Any) -> dict[str, Any]:
    return {
        "aspect": aspect,
        "text": "Vanligt.",
        "direction": "",
        "confidence": "medium",
        "is_internal": False,
        "evidence": ["e1"],
        **words,
    }


def passage(text: str = "Text.", **words: Any) -> dict[str, Any]:
    return {
        "id": "t1",
        "text": text,
        "is_internal": False,
        "written_by": None,
        "evidence": [],
        **words,
    }


def finding(key: str = "e1", visibility: str = "public") -> dict[str, Any]:
    return {
        "id": key,
        "source": "medborgardialog",
        "statement": "Fyra av tio.",
        "period": "",
        "place": "",
        "method": "",
        "n": None,
        "limits": "",
        "visibility": visibility,
    }


def picture(*problems: dict[str, Any], **words: Any) -> dict[str, Any]:
    parts = ("extent", "consequences", "information", "analysis")
    return {
        "format": 1,
        "id": "x",
        "is_example": False,
        "name": "Lägesbild",
        "period": {"stated": "2026", "starts": None, "ends": None, "rule": "fixed"},
        "parties": [],
        "parts": {part: [passage()] for part in parts},
        "problems": list(problems),
        "sources": [],
        "evidence": [finding()],
        **words,
    }

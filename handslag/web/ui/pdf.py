"""Data in, a tagged PDF out (PDF/UA-1). Typst is imported here and nowhere else.

What people wrote goes in as data and comes out as text: a `#` or a `*` in it is a
sign like any other. The same data gives the same bytes.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

import typst

_PAPER = Path(__file__).parent / "paper"
_LATIN = 0x100  # the first sign that the typeface may lack
_DRAWN = "–—‘’“”…•"
_LIKE = {"Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "ı": "i", "Ħ": "H", "ħ": "h"}
MEDIA_TYPE = "application/pdf"


@cache
def _compiler() -> typst.Compiler:
    """With the typeface of the pages and no other of the machine's."""
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(_PAPER / "fonts")],
    )
    return typst.Compiler(root=str(_PAPER), font_paths=fonts)


def report(given: Mapping[str, object], *, made_at: datetime) -> bytes:
    """A report: title, answer, introduction and sections of dated lines."""
    return _made("report.typ", given, made_at)


def poster(given: Mapping[str, object], *, made_at: datetime) -> bytes:
    """A poster: a title, a code to point a telephone at, and what it leads to."""
    return _made("poster.typ", given, made_at)


def letters(given: Mapping[str, object], *, made_at: datetime) -> bytes:
    """Letters with a code of their own, one on each page.

    A name may have any letter there is; one that the typeface lacks would stop them all,
    and is written as the nearest one: Ł as L."""
    return _made("letters.typ", _drawable(given), made_at)


def _drawable(given: Any) -> Any:
    if isinstance(given, str):
        return "".join(map(_nearest, given))
    if isinstance(given, Mapping):
        return {name: _drawable(one) for name, one in given.items()}
    if isinstance(given, list):
        return [_drawable(one) for one in given]
    return given


@cache
def _nearest(sign: str) -> str:
    if ord(sign) < _LATIN or sign in _DRAWN:
        return sign
    plain = _LIKE.get(sign) or normalize("NFKD", sign)[:1]
    return plain if ord(plain) < _LATIN else "?"


def _made(paper: str, given: Mapping[str, object], made_at: datetime) -> bytes:
    made = _compiler().compile(
        input=(_PAPER / paper).read_bytes(),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"given": json.dumps(given)},
        timestamp=int(made_at.timestamp()),
    )
    if not isinstance(made, bytes):
        raise TypeError("A document is one file.")
    return made

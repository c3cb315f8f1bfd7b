"""The languages in which a survey can be asked, and which way they are written. Pure.

The national minority languages, and those that many in Sweden read best. A text in a
language is what somebody has written in it: the program translates nothing by itself.
"""

from collections.abc import Mapping

FIRST = "sv"  # what others are translated from, and read by whoever lacks theirs

# Code → what those who read it call it.
LANGUAGES: Mapping[str, str] = {
    "sv": "Svenska",
    "en": "English",
    "fi": "Suomi",
    "fit": "Meänkieli",
    "se": "Davvisámegiella",
    "rmf": "Kaalengo tšimb",
    "yi": "ייִדיש",
    "ar": "العربية",
    "bs": "Bosanski",
    "ckb": "کوردیی ناوەندی",
    "de": "Deutsch",
    "es": "Español",
    "fa": "فارسی",
    "fr": "Français",
    "hr": "Hrvatski",
    "kmr": "Kurdî (Kurmancî)",
    "pl": "Polski",
    "prs": "دری",
    "ps": "پښتو",
    "ro": "Română",
    "ru": "Русский",
    "so": "Soomaali",
    "sq": "Shqip",
    "sr": "Српски",
    "th": "ไทย",
    "ti": "ትግርኛ",
    "tr": "Türkçe",
    "uk": "Українська",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "prs", "ps", "yi"})


def direction(language: str) -> str:
    """Which way the language is written, as pages say it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def in_order(languages: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Those that are known, each once, in the order of the list; Swedish is always one."""
    chosen = {FIRST, *languages}
    return tuple(one for one in LANGUAGES if one in chosen)

"""The languages a questionnaire can be asked in: their own names, and their direction."""

from collections.abc import Mapping

# A code of ISO 639, and what the language is called in itself.
NAMES: Mapping[str, str] = {
    "sv": "Svenska",
    "en": "English",
    "ar": "العربية",
    "bs": "Bosanski",
    "de": "Deutsch",
    "es": "Español",
    "fa": "فارسی",
    "fi": "Suomi",
    "fit": "Meänkieli",
    "fr": "Français",
    "ku": "Kurdî",
    "pl": "Polski",
    "prs": "دری",
    "ro": "Română",
    "rom": "Romani",
    "se": "Davvisámegiella",
    "so": "Soomaali",
    "th": "ไทย",
    "ti": "ትግርኛ",
    "tr": "Türkçe",
    "uk": "Українська",
}
RIGHT_TO_LEFT = frozenset({"ar", "fa", "prs"})


def direction(language: str) -> str:
    """Which way a language is written, as HTML says it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"

"""Which themes a text may be about, by the words in it. A hint: people decide. Pure."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from handslag.core.text import fold

Key = TypeVar("Key")

# Beginnings of words, folded, by the code of the theme in the vocabulary.
SIGNS: dict[str, tuple[str, ...]] = {
    "LJUS": ("belys", "lampa", "lampor", "lyse", "lykt", "mork", "becksvart"),
    "SIKT": ("buskar", "buskage", "sly", "igenvux", "skymd", "sikt", "insyn", "klipp"),
    "SKRAP": ("skrap", "nedskrap", "sopor", "glaskross", "papperskorg", "stad"),
    "SKADA": ("klotter", "klottr", "skadegor", "vandal", "sonder", "krossa", "eldat"),
    "POLIS": ("polis", "patrull"),
    "VUXNA": ("vuxna", "nattvandr", "trygghetsvard", "ordningsvakt", "vakter"),
    "UNGA": ("ungdom", "unga", "fritidsgard", "tonaring", "barn", "skolan"),
    "TRAFIK": ("trafik", "fort", "hastighet", "moped", "overgang", "bilar", "korning"),
    "EPA": ("a-traktor", "epa", "buskor", "buskorning"),
    "DROG": ("drog", "knark", "narkotika", "langa", "langning"),
    "ALKOHOL": ("alkohol", "full", "berusad", "fylleri", "krog"),
    "GANG": ("gang", "samlas", "hanger", "grupper"),
    "VALD": ("vald", "slagsmal", "hot", "ranad", "misshand", "overfall"),
    "STOLD": ("inbrott", "stold", "stulen", "stjal", "cykelstold"),
    "RESA": ("buss", "station", "resecentrum", "tunnel", "hallplats", "tag"),
    "GANGVAG": ("gangvag", "cykelvag", "gangtunnel", "trottoar", "vagen hem"),
    "CENTRUM": ("centrum", "torget", "gagatan", "affar"),
    "MOTE": ("motesplats", "lekplats", "park", "aktivitet", "traffpunkt"),
    "HEM": ("granne", "trapphus", "bostad", "hyresvard", "entre", "kallare"),
    "NATET": ("bedrag", "lurad", "nathat", "internet", "telefonforsalj"),
    "RELATION": ("nara relation", "valdsam man", "kvinnofrid", "hedersvald"),
    "SVAR": ("aterkoppling", "hor inget", "svar fran", "ingen lyssnar", "information"),
    "BRA": ("trygg har", "trivs", "bra att", "fungerar bra", "tack for"),
}


def suggested(text: str) -> list[str]:
    """The codes of themes with a sign in the text, in the order of the list."""
    words = f" {fold(text)}"
    return [
        code for code, signs in SIGNS.items() if any(f" {sign}" in words for sign in signs)
    ]


def named(text: str, places: Iterable[str]) -> list[str]:
    """The places whose name stands in the text as whole words, longest first."""
    return list(named_in({"": text}, places))


def named_in(texts: Mapping[Key, str], places: Iterable[str]) -> dict[str, list[Key]]:
    """By place, the longest name first, the texts in which it stands."""
    plain = {place: _plain(place) for place in sorted(places, key=len, reverse=True)}
    words = {key: f" {_plain(text)} " for key, text in texts.items()}
    found = {
        place: [
            key
            for key, said in words.items()
            if f" {name} " in said or f" {name}s " in said
        ]
        for place, name in plain.items()
        if name
    }
    return {place: keys for place, keys in found.items() if keys}


def _plain(text: str) -> str:
    kept = "".join(one if one.isalnum() else " " for one in fold(text))
    return " ".join(kept.split())

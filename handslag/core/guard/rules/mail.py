"""Addresses of e-mail, also those that are spelled out to be hidden."""

import re
from collections.abc import Iterator

_TOP = (
    "se|com|nu|net|org|info|eu|no|dk|fi|io|me|de|uk|us|biz|name|live|app|dev|"
    "example|test|invalid|pl|ru|ua|tr|ir|so|ch|nl|be|fr|es|it|is|ee|lv|lt"
)
_SPELLED_DOT = r"[ ]?[(\[{<]?[ ]?(?:punkt|dot|prick)[ ]?[)\]}>]?[ ]?"
_DOT = rf"(?:{_SPELLED_DOT}|[ ]?[(\[{{<]?[ ]?\.[ ]?[)\]}}>]?[ ]?)"
_SIGN = r"snabel-?[ ]?a|snabelat|alfakrull|kanelbulle"
_AT = (
    rf"(?:[ ]?[(\[{{<][ ]?(?:at|a|@|{_SIGN})[ ]?[)\]}}>][ ]?"
    rf"|[ ](?:at|{_SIGN})[ ]|[ ]?@[ ]?)"
)
# Every repetition is bounded: a long run of letters costs no more than its length.
DOMAIN = re.compile(
    r"@(?:[\w-]{1,63}\.){1,5}[^\W\d_][\w-]{1,23}(?![\w@])"
    rf"|{_AT}[\w-]{{1,40}}(?:{_DOT}[\w-]{{2,30}}){{0,2}}{_DOT}(?:{_TOP})(?!\w)",
    re.IGNORECASE,
)
LOCAL = re.compile(
    r"(?<![\w.+-])[\w+](?:[\w+'-]|\.(?=\w)){0,63}"
    rf"(?:(?:{_SPELLED_DOT}|[ ]\.[ ])[\w+-]{{1,30}}){{0,3}}\Z",
    re.IGNORECASE,
)
_REACH = 100


def addresses(plain: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand."""
    after = 0
    for domain in DOMAIN.finditer(plain):
        begin = max(after, domain.start() - _REACH)
        local = LOCAL.search(plain, begin, domain.start())
        if local:
            after = domain.end()
            yield local.start(), domain.end()

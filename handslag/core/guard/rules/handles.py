"""Names on social media: with an at sign, as a link, or after the network's name."""

import re
from collections.abc import Iterator

from handslag.core.guard.rules import words

AT = re.compile(r"(?<![\w.@/+-])@[ ]?(?P<name>\w(?:[\w.-]{0,30}\w)?)")
LINK = re.compile(
    r"(?<![\w.@-])(?:https?://)?(?:[a-z]{1,5}[.-]?(?:[a-z]{2})?\.)?"
    r"(?:facebook\.com|fb\.com|fb\.me|m\.me|instagram\.com|instagr\.am|tiktok\.com|"
    r"snapchat\.com|twitter\.com|x\.com|t\.me|telegram\.me|discord\.gg|discord\.com|"
    r"discordapp\.com|linkedin\.com|youtube\.com|youtu\.be|threads\.net|reddit\.com|vk\.com|"
    r"twitch\.tv|onlyfans\.com|kik\.me|wa\.me|steamcommunity\.com|flashback\.org|pinterest\.com)"
    r"/(?P<name>[^\s,;<>\"')\]]{1,200})",
    re.IGNORECASE,
)
_NET = (
    r"(?:insta(?:gram)?|snap(?:chat)?|snappen|tik[ ]?tok|discord|telegram|kik|facebook|fb|"
    r"twitter|messenger|signal|steam|roblox|twitch|youtube|threads|whatsapp|ig|sc|jodel|x)"
)
_CALLED = (
    r"(?:heter|hette|kallar|kallas|namnet|kontot|konto|profilen|profil|användarnamn(?:et)?|"
    r"användare(?:n)?|nick(?:et|name)?|alias(?:et)?|username|user|handle|account|is called|"
    r"called|named|goes by|gamertag|namn)"
)
_WHO = r"(?:[ ](?:hon|han|hen|de|dom|den|sig|för|är|under|som|namnet|kontot|på|is|as)){0,3}"
_NAME = r"(?P<name>\w(?:[\w.#-]{0,30}\w)?)"
# As in: on insta her name is kalle_99; snap: kalle99.
AFTER = re.compile(
    rf"(?<!\w){_NET}(?:[ -]?(?:konto(?:t)?|namn(?:et)?|profil(?:en)?|användare(?:n)?|"
    r"account|handle|username))?"
    rf"(?:[ ]?[:=][ ]?|[ ]{_CALLED}{_WHO}[ :]{{1,2}}|[ ](?:är|is)[ ])"
    rf"[\"'“”@]?{_NAME}",
    re.IGNORECASE,
)
LOOKS = re.compile(
    rf"(?<!\w){_NET}[ ](?:(?:som|under|med|as)[ ](?:namnet[ ])?)?[\"'“”]?"
    r"(?P<name>(?=[\w.#-]{0,30}[\d_#])[^\W\d_][\w.#-]{2,30}\w)",
    re.IGNORECASE,
)
# The other way round.
BEFORE = re.compile(
    rf"(?<!\w){_CALLED}{_WHO}[ :]{{1,2}}[\"'“”@]?{_NAME}[\"'“”]?"
    rf"[ ](?:på|on|i|via)[ ]{_NET}(?!\w)",
    re.IGNORECASE,
)
LOOKS_BEFORE = re.compile(
    r"(?<![\w.@/+-])(?P<name>[^\W\d_](?=[\w.]{0,30}[\d_])[\w.]{2,30}\w)[ ](?:på|on|via)[ ]"
    rf"{_NET}(?!\w)",
    re.IGNORECASE,
)
# Where no network is named.
NAMED = re.compile(
    r"(?<!\w)(?:användarnamn(?:et)?|användaren|nick(?:et|name)|gamertag|username|kontot|"
    r"alias(?:et)?|"
    rf"profilen|profilnamn(?:et)?)(?:[ ]heter)?{_WHO}[ ]?[: ][ ]?[\"'“”]?"
    r"(?P<name>(?=[\w.#-]{0,30}[\d_#])[^\W\d_][\w.#-]{1,30}\w)",
    re.IGNORECASE,
)
TAG = re.compile(r"(?<![\w#])(?P<name>[^\W\d_][\w.]{1,30}#\d{4})(?!\w)")


def handles(plain: str) -> Iterator[tuple[int, int]]:
    """Where such names stand: the at sign and the whole of a link belong to them."""
    for pattern in (LINK, AT):
        for found in pattern.finditer(plain):
            end = found.end() - len(found[0]) + len(found[0].rstrip(".,!?:"))
            yield found.start(), end
    for pattern in (AFTER, BEFORE):
        for found in pattern.finditer(plain):
            if found["name"].casefold() not in words.stop():
                yield found.start("name"), found.end("name")
    for pattern in (LOOKS, LOOKS_BEFORE, NAMED, TAG):
        for found in pattern.finditer(plain):
            yield found.start("name"), found.end("name")

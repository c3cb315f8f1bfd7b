"""A text word by word, and what stands around each of them."""

import re

from handslag.core.guard.rules import words
from handslag.core.guard.rules.wording import LONGEST, PARTICLES, PLACE_END, Word

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+){0,4}")
_ENDS = frozenset('.!?:;\n•…"“”*>/')
_MONTHS = frozenset({"maj", "april", "juni", "juli", "august", "mars", "januari"})
_OF_MONTHS = frozenset(
    "i sedan under mitten början slutet av till från hela och in of för förra".split()  # noqa: SIM905
)
_INSIDE = frozenset({"i", "in", "inom"})
_NEAR = frozenset(
    (  # noqa: SIM905
        "vid utanför på bakom nära förbi runt kring från till in mittemot intill "
        "framför nedanför ovanför mellan at near"
    ).split()
)
_STREETS = (
    "gata",
    "gatan",
    "vägen",
    "torg",
    "torget",
    "kyrka",
    "kyrkan",
    "skolan",
    "parken",
)
_HOUSES = (*_STREETS, "sjukhus", "sjukhuset", "skola", "bibliotek", "museum", "hall", "väg")
_THINGS = ("boken", "filmen", "hunden", "katten", "båten", "serien", "statyn", "modellen")
_TITLES = frozenset({"dr", "hr", "fr", "prof", "mr", "mrs", "ms"})
_FEW_BEARERS = 200
_ROMAN = re.compile(r"[ ][IVX]{1,4}(?::s)?(?!\w)")
_SAINT = re.compile(r"(?:S:ta?|S:a|St\.|Sankta?)[ ]\Z", re.I)
_LIVES = re.compile(
    r"[ ](?:i|på)[ ](?:porten|ettan|tvåan|trean|fyran|femman|lgh|lägenhet\w*|plan|huset|"
    r"(?:första|andra|tredje|fjärde|femte|samma|bottenvåningen|nedre|övre)\b)",
    re.I,
)
# What a thing, an animal or a month also does: "Björn var", but not "Björn har sett".
_DONE = re.compile(r" (?:har|hade) (?:\w+ )?\w+(?:it|at|[dglnrt]t|ut)(?!\w)", re.I)
_WEAK = frozenset(
    {"har", "hade", "är", "var", "blev", "blir", "kom", "kommer", "går", "gick"}
)
_PORTRAIT = re.compile(
    r"(?:staty|byst|skulptur|målning|porträtt|minnesmärke)\w{0,3} (?:av|över|för) \Z", re.I
)
_CALLS_AN_ANIMAL = re.compile(
    r" het(?:er|te) (?:\w+ ){0,2}(?:hund|katt|häst|valp|kanin|papegoj)\w{0,3}(?!\w)", re.I
)
_SHOPS = (
    "salong",
    "frisör",
    "kiosk",
    "butik",
    "affär",
    "pizzeria",
    "bageri",
    "krog",
    "handel",
)
_ALSO_OF_PEOPLE = frozenset({"till", "från", "mellan"})
_WITH_PEOPLE = re.compile(
    r"(?<!\w)(?:(?:prat\w{1,3}|snack\w{1,3}|bor|ihop|tillsammans|bråk\w{0,3}|kontakt|gift|"
    r"kompis|vän|samtal|slagsmål|talat|talade|träff) (?:\w{1,8} )?med|"
    r"hem(?:ma)? (?:till|hos)|hos|åt|(?:sagt|säg|sa|skrek|ringt|svaret|hälsa|tack) till|//|"
    r"anmälare\w?(?: är)?:?|vittne\w?:|att|(?:hasch|hot|sms|brev) från) ?\Z",
    re.I,
)
_RELATED = re.compile(
    r" (?:och|and) (?:hans|hennes|hens|his|her)\b| \((?:kassör|ordförande)"
)
_SHOUTED, _FEW_LETTERS = 0.7, 12
_AGE = re.compile(
    r"[ ]?(?:,[ ]?|\()\d{1,2}(?:[ ]?(?:år|bast|yo))?(?=[ ,.;:!?)]|\Z)"
    r"|[ ]\d{1,2}[ ]?(?:år|bast)\b"
)
_INITIAL = re.compile(r"[ ](?P<letter>[A-ZÅÄÖ])(?![\w'-])")
_SIGNED = re.compile(
    r"(?:hälsning(?:ar)?|mvh|hälsar|regards|bästa|tack på förhand)[ ,.!:]*\n?[ ]?\Z", re.I
)
_INTRODUCED = re.compile(
    r"(?<!\w)(?:vid namn|namn(?:et)?(?: är)?[ :]*|jag är|my name is|i am|i'm|döpt till|"
    r"kallas(?: för)?|kallar(?: vi| de| dom)?(?: honom| henne| sig)?(?: för)?|"
    r"het(?:er|te)(?: (?:han|hon|hen|du|visst|nog|tydligen|typ|ju))?|called|named) ?\Z",
    re.I,
)
_NOT_A_PERSON = re.compile(
    r"(?:gatan|vägen|skolan|parken|torget|platsen|stället|området|orten|byn|huset|"
    r"restaurangen|affären|hunden|katten|hästen|båten|gården|det|kvarteret|appen|lagret|"
    r"bolaget|föreningen|projektet|företaget|butiken|hund|katt) +(?:som )?het(?:er|te) \Z",
    re.I,
)
_PERSON_IS_CALLED = re.compile(
    r"\b(?:han|hon|hen|killen|tjejen|mannen|kvinnan|grannen|pojken|flickan|snubben|jag) "
    r"(?:som )?het(?:er|te) \Z",
    re.I,
)
_REACH = 40


class Sentence:
    """The words of one text, asked about by their number."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.words = [Word(one[0], one.start(), one.end()) for one in _WORD.finditer(plain)]
        letters = [letter for letter in plain if letter.isalpha()]
        shouted = sum(map(str.isupper, letters))
        self.is_shouted = len(letters) > _FEW_LETTERS and shouted > _SHOUTED * len(letters)

    def gap(self, at: int) -> str:
        """What stands between a word and the next."""
        if at < 0 or at + 1 >= len(self.words):
            return "\n"
        return self.plain[self.words[at].end : self.words[at + 1].start]

    def following(self, at: int) -> Word | None:
        """The next word, if only a space is between."""
        return self.words[at + 1] if self.gap(at) == " " else None

    def before(self, at: int) -> Word | None:
        """The word before, if only a space (or a quotation mark) is between."""
        if not at:
            return None
        gap, word = self.gap(at - 1), self.words[at - 1]
        is_near = gap in (" ", ' "', " '", " (") or (gap == ". " and word.low in _TITLES)
        return word if is_near else None

    def word_before(self, start: int) -> str:
        """The word before a place that is no word, in lower case."""
        before = self.plain[max(0, start - _REACH) : start].split()
        return before[-1].casefold() if before else ""

    def begins(self, at: int) -> bool:
        """Whether a sentence begins here."""
        start = self.words[at].start
        before = self.plain[max(0, start - 3) : start].rstrip(" ")
        return not before or before[-1] in _ENDS

    def is_named_like(self, at: int) -> bool:
        """Written as names are: with a capital letter, when capitals say anything."""
        return self.words[at].is_capital and not self.is_shouted

    def is_introduced(self, start: int) -> bool:
        """Whether the words before say that a name comes."""
        before = self.plain[max(0, start - _REACH) : start]
        return (
            _INTRODUCED.search(before) is not None or _SIGNED.search(before) is not None
        ) and not _NOT_A_PERSON.search(before)

    def _is_called_after(self, start: int) -> bool:
        """Whether a thing or an animal is said to be called this."""
        return _NOT_A_PERSON.search(self.plain[max(0, start - _REACH) : start]) is not None

    def is_somebody_called(self, at: int) -> bool:
        """Whether a person is said to be called this."""
        start = self.words[at].start
        return (
            _PERSON_IS_CALLED.search(self.plain[max(0, start - _REACH) : start]) is not None
        )

    def follows_role(self, at: int) -> bool:
        """Whether a word for a person stands before: "grannen Lars"."""
        before = self.before(at)
        if before is None and at and self.gap(at - 1) == ", ":
            is_closed = self.gap(at)[:1] in (",", ".", "")
            before = self.words[at - 1] if is_closed else None
        return before is not None and before.low in words.roles()

    def is_aged(self, at: int) -> bool:
        """Whether an age stands after: "Erik, 23"."""
        return _AGE.match(self.plain, self.words[at].end) is not None

    def initial_after(self, at: int) -> int:
        """Where the letter after a name ends, as in "Maria P."; 0 if there is none."""
        word = self.words[at]
        found = _INITIAL.match(self.plain, word.end) if word.low == word.stem else None
        return found.end("letter") if found else 0

    def is_month(self, at: int) -> bool:
        """Whether "Maj" is the month."""
        word, before = self.words[at], self.before(at)
        if word.low not in _MONTHS:
            return False
        near = self.plain[max(0, word.start - 5) : word.end + 5]
        return (before is not None and before.low in _OF_MONTHS) or any(
            map(str.isdigit, near)
        )

    def does(self, at: int) -> bool:
        """Whether what only people do comes next, or where one lives."""
        following = self.following(at)
        return (following is not None and following.low in words.says()) or (
            _LIVES.match(self.plain, self.words[at].end) is not None
        )

    def acts(self, at: int) -> bool:
        """Whether what comes next is done by nobody but people, nor to a thing."""
        following = self.following(at)
        if following is None or following.low not in _WEAK:
            return self.does(at)
        return _DONE.match(self.plain, self.words[at].end) is not None

    def place_phrase(self, at: int) -> int:
        """How many words a place called after somebody takes: "Karl Johans gata"."""
        word = self.words[at]
        if PLACE_END.search(word.low) and not word.is_surname and not word.bearers:
            return 1
        if known := self._historic(at):
            return known
        length = 0
        while length < LONGEST and (length == 0 or self.gap(at + length - 1) == " "):
            if at + length >= len(self.words):
                return 0
            one = self.words[at + length]
            if length and self._closes_place(at + length):
                return length + 1
            if not one.is_capital and one.low not in PARTICLES:
                return 0
            length += 1
        return 0

    def _historic(self, at: int) -> int:
        """How many words somebody takes whom a statue or a book is about."""
        length = 1
        while length < LONGEST and (word := self.following(at + length - 1)):
            if not word.is_capital and word.low not in PARTICLES:
                break
            length += 1
        start = self.words[at].start
        if self.words[at].is_capital and _PORTRAIT.search(
            self.plain[max(0, start - _REACH) : start]
        ):
            return length
        for some in range(length, 1, -1):
            whole = " ".join(word.low for word in self.words[at : at + some])
            if whole.removesuffix("s") in words.historic():
                return some
        return 0

    def _closes_place(self, at: int) -> bool:
        """Whether this word makes a place, a school or a firm of the names before it."""
        one, before = self.words[at], self.words[at - 1]
        is_genitive = before.low.endswith(("s", "x", "z"))
        if one.is_capital and (one.is_surname or one.bearers):
            is_owned = before.low != before.stem and before.low not in words.stop()
            return is_owned and one.low in words.after_place()
        if before.is_capital and not one.is_capital and one.low.endswith(_HOUSES):
            is_house = is_genitive or one.low.endswith(_STREETS)
            return is_house or one.low in words.named_plainly()
        if one.low in words.after_place():
            return is_genitive or one.is_capital or one.low in words.named_plainly()
        if one.low in words.after_business() or one.low.endswith(_SHOPS):
            return is_genitive or one.is_capital or before.low == "max"
        return one.is_capital and bool(PLACE_END.search(one.low)) and not one.is_surname

    def is_with_people(self, at: int) -> bool:
        """Whether the words before are such as lead to a person: "prata med"."""
        start = self.words[at].start
        return _WITH_PEOPLE.search(self.plain[max(0, start - _REACH) : start]) is not None

    def is_related(self, at: int) -> bool:
        """Whether the words after are such as follow a person: "och hennes kompis"."""
        return _RELATED.match(self.plain, self.words[at].end) is not None

    def is_near(self, at: int) -> bool:
        """Whether a word for where something lies stands before."""
        before = self.before(at)
        return before is not None and (before.low in _NEAR or before.low in _INSIDE)

    def is_place(self, at: int, length: int) -> bool:
        """Whether what stands around says that these words are no person's name."""
        word, last = self.words[at], self.words[at + length - 1]
        if _ROMAN.match(self.plain, word.end) or _ROMAN.match(self.plain, last.end):
            return True
        if _SAINT.search(self.plain[max(0, word.start - 7) : word.start]):
            return True
        if _CALLS_AN_ANIMAL.match(self.plain, last.end):
            return True
        return self._is_a_thing(at) or (
            length == 1 and word.low == word.stem and self._is_a_town(at)
        )

    def _is_a_thing(self, at: int) -> bool:
        """Whether the word before says that it is a house, a car or a dog."""
        before = self.before(at)
        if before is None:
            return False
        if before.low in words.before_place() or before.low.endswith(_THINGS):
            return True
        if self._is_called_after(self.words[at].start):
            return True
        if before.is_capital:
            return before.low in words.clean() and not self.begins(at - 1)
        return before.has_place_end and not before.bearers

    def _is_a_town(self, at: int) -> bool:
        """Whether one word, after "in" or "by", rather is where something lies."""
        before, word = self.before(at), self.words[at]
        if before is None:
            return False
        if before.low in _INSIDE:
            return True
        is_rather = word.low in words.places() or word.low in words.first_words()
        is_rare = word.bearers < _FEW_BEARERS and before.low not in _ALSO_OF_PEOPLE
        return before.low in _NEAR and (is_rather or is_rare)

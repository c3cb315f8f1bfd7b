import hashlib
import json
import string
import unicodedata
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import permutations
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from handslag.core.approvals import rules
from handslag.core.approvals.rules import CastVote, Outcome, VoteRefusedError, canonical

PARTIES = (1, 2, 3)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)

words = st.text(st.characters(exclude_categories=["Cs"])).map(
    lambda text: unicodedata.normalize("NFC", text)
)
leaves = st.none() | st.booleans() | st.integers() | words
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=20,
)
contents = st.dictionaries(words, trees, min_size=1, max_size=5)


def typed(value: object) -> object:
    """Equal only when also the kinds are: to Python, 1 and True are the same."""
    if isinstance(value, dict):
        return {"dict": {key: typed(item) for key, item in value.items()}}
    if isinstance(value, list):
        return ["list", *(typed(item) for item in value)]
    return (type(value).__name__, value)


def print_of(content: dict[str, object]) -> str:
    return rules.fingerprint(canonical(content))


@given(contents)
def test_nothing_is_lost_when_a_text_is_frozen(content):
    """What can be read back exactly was written in a way nothing else is."""
    assert typed(json.loads(canonical(content))) == typed(content)


@given(contents, contents)
def test_two_texts_have_the_same_fingerprint_only_if_they_are_the_same(one, other):
    assert (print_of(one) == print_of(other)) == (typed(one) == typed(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, "1"),
        (None, "null"),
        (None, ""),
        (True, 1),
        (True, "true"),
        ([], {}),
        ([""], []),
        ([["a"], "b"], [["a", "b"]]),
        ("a,b", ["a", "b"]),
        ('a","b', ["a", "b"]),
        ({"a": {"b": 1}}, {"a": {}, "b": 1}),
        ("a\n", "a"),
        ("a\u00a0b", "a b"),
        ("Löfte", "löfte"),
        (0, -1),
    ],
)
def test_what_looks_alike_is_not_the_same(one, other):
    assert print_of({"field": one}) != print_of({"field": other})


def paths(value: object) -> list[tuple[object, ...]]:
    """Every place in a content."""
    items = (
        list(value.items())
        if isinstance(value, dict)
        else list(enumerate(value))
        if isinstance(value, list)
        else []
    )
    return [
        path
        for key, inner in items
        for path in [(key,), *((key, *rest) for rest in paths(inner))]
    ]


def changed(content: object, path: tuple[object, ...], value: object) -> object:
    """A copy in which one place holds something else."""
    if not path:
        return value
    first, *rest = path
    copy = dict(content) if isinstance(content, dict) else list(content)  # type: ignore[call-overload]
    copy[first] = changed(copy[first], tuple(rest), value)
    return copy


@given(contents, st.data(), trees)
def test_a_change_anywhere_changes_the_fingerprint(content, data, value):
    path = data.draw(st.sampled_from(paths(content)))
    other = changed(content, path, value)
    assume(typed(other) != typed(content))
    assert print_of(other) != print_of(content)  # type: ignore[arg-type]


@given(st.lists(words, min_size=2, max_size=2), words)
def test_a_line_that_moves_between_fields_changes_the_fingerprint(fields, line):
    one, two = fields
    before = {"purpose": f"{one}\n{line}", "wording": two}
    after = {"purpose": one, "wording": f"{line}\n{two}"}
    assert print_of(before) != print_of(after)


@given(contents, st.randoms(use_true_random=False))
def test_the_order_of_fields_does_not_matter(content, chance):
    items = list(content.items())
    chance.shuffle(items)
    assert canonical(dict(items)) == canonical(content)


def test_the_order_of_items_does():
    assert canonical({"parties": [1, 2]}) != canonical({"parties": [2, 1]})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A\u030a", "Å"),
        (Decimal("5"), Decimal("5.00")),
        (Decimal("0"), Decimal("-0.0")),
        ((1, 2), [1, 2]),
        (NOON, NOON.astimezone()),
    ],
)
def test_two_ways_to_write_the_same_are_the_same(one, other):
    assert canonical({"field": one}) == canonical({"field": other})


class Unit(StrEnum):
    WALK = "walk"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 3, 2), '"2026-03-02"'),
        (NOON, '"2026-03-02T12:00:00.000000+00:00"'),
        (Decimal("0.10"), '"0.1"'),
        (Decimal("1E+3"), '"1000"'),
        (Decimal("1e-7"), '"0.0000001"'),
        (UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
        (Unit.WALK, '"walk"'),
        (10**30, "1" + "0" * 30),
        ("åäö \u2028 </script>", '"åäö \u2028 </script>"'),
    ],
)
def test_each_kind_of_value_is_written_in_one_way(value, text):
    assert canonical({"field": value}) == f'{{"field":{text}}}'


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (0.1, TypeError),
        (float("nan"), TypeError),
        (Decimal("NaN"), TypeError),
        (Decimal("Infinity"), TypeError),
        ({1, 2}, TypeError),
        (b"a", TypeError),
        (object(), TypeError),
        ({1: "a"}, TypeError),
        ({"Å": 1, "A\u030a": 2}, ValueError),
        ("\ud800", ValueError),
    ],
)
def test_what_can_be_written_in_two_ways_is_refused(value, error):
    with pytest.raises(error):
        canonical({"field": [value]})


def test_a_fingerprint_can_be_checked_with_any_tool():
    assert rules.fingerprint("å") == hashlib.sha256(b"\xc3\xa5").hexdigest()


votes = st.lists(
    st.builds(
        CastVote,
        party=st.sampled_from(PARTIES),
        agrees=st.booleans(),
        fingerprint=st.sampled_from(["now", "before"]),
    ),
    max_size=5,
    unique_by=lambda vote: vote.party,
)


@given(votes)
def test_it_is_approved_only_if_each_party_agreed_on_this_wording(cast):
    result = rules.outcome(parties=PARTIES, votes=cast, wording="now")
    present = [vote for vote in cast if vote.fingerprint == "now"]
    agreed = {vote.party for vote in present if vote.agrees} == set(PARTIES)
    refused = any(not vote.agrees for vote in present)
    expected = {
        (True, False): Outcome.APPROVED,
        (False, True): Outcome.REJECTED,
        (False, False): Outcome.WAITING,
    }
    assert result is expected[agreed, refused]


@given(votes)
def test_the_order_of_votes_does_not_matter(cast):
    results = {
        rules.outcome(parties=PARTIES, votes=order, wording="now")
        for order in permutations(cast)
    }
    assert len(results) == 1


def check(**changed: object) -> None:
    vote = CastVote(1, agrees=True, fingerprint="now", identities=frozenset({"person:1"}))
    given = {
        "vote": vote,
        "reason": "",
        "state": Outcome.WAITING,
        "parties": PARTIES,
        "votes": [CastVote(2, agrees=True, fingerprint="now", identities=frozenset("b"))],
        "wording": "now",
    } | changed
    rules.check_vote(given.pop("vote"), **given)  # type: ignore[arg-type]


def test_a_vote_that_counts():
    check()
    check(vote=CastVote(1, agrees=False, fingerprint="now"), reason="För vagt.")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"state": Outcome.APPROVED}, "closed"),
        ({"state": Outcome.REJECTED}, "closed"),
        ({"state": Outcome.WITHDRAWN}, "closed"),
        ({"parties": (2, 3)}, "not_asked"),
        ({"wording": "then"}, "changed"),
        ({"votes": [CastVote(1, agrees=True, fingerprint="now")]}, "already"),
        (
            {
                "votes": [
                    CastVote(
                        2,
                        agrees=True,
                        fingerprint="now",
                        identities=frozenset({"person:1", "email:x"}),
                    )
                ]
            },
            "two_parties",
        ),
        ({"vote": CastVote(1, agrees=False, fingerprint="now")}, "reason"),
        ({"vote": CastVote(1, agrees=False, fingerprint="now"), "reason": " \n"}, "reason"),
    ],
)
def test_a_vote_that_does_not_count_says_why(changed, code):
    with pytest.raises(VoteRefusedError) as refused:
        check(**changed)
    assert refused.value.code == code
    assert refused.value.sentence == rules.VOTE_REFUSALS[code] == str(refused.value)


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ({}, ""),
        ({"used_at": NOON}, "used"),
        ({"ended_at": NOON}, "ended"),
        ({"expires_at": NOON}, "expired"),
        ({"expires_at": NOON + timedelta(microseconds=1)}, ""),
        ({"used_at": NOON, "ended_at": NOON, "expires_at": NOON}, "used"),
    ],
)
def test_why_a_link_cannot_be_used(state, code):
    link = {"expires_at": NOON + timedelta(days=1), "used_at": None, "ended_at": None}
    assert rules.link_refusal(now=NOON, **link | state) == code


def test_a_link_works_for_fourteen_days():
    assert rules.link_expires(NOON) == datetime(2026, 3, 16, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Anna@Example.org", ""), (" anna@example.org ", "")),
        (("", "070-123 45 67"), ("", "+46701234567")),
        (("", "0701234567"), ("", "0046 70 123 45 67")),
    ],
)
def test_the_same_address_or_telephone_written_in_two_ways(one, other):
    assert rules.reached_at(*one) == rules.reached_at(*other) != frozenset()


def test_nothing_is_not_an_address_that_two_could_share():
    assert rules.reached_at("", " ") == frozenset()


def test_a_code_may_be_typed_as_it_was_heard():
    assert rules.as_typed(" ab 3-4 Cd ") == "AB34CD"


def test_no_sign_of_a_code_is_mistaken_for_another():
    assert set(rules.CODE_LETTERS) <= set(string.ascii_uppercase + string.digits)
    for mistaken in ("0OQ", "1ILJ"[:3], "5S", "2Z", "8B", "UV"):
        assert len(set(mistaken) & set(rules.CODE_LETTERS)) <= 1

"""Which problems may be the same, and what only one side sees."""

from hypothesis import given
from hypothesis import strategies as st

from handslag.domain.picture.rules.merging import Own, common, least_sure, matches

MUNICIPALITY, POLICE = 1, 2


def own(key: str, party: int, theme: str = "narkotika", place: str = "torget") -> Own:
    return Own(key, party, theme, place)


def test_the_same_theme_at_the_same_place_is_suggested():
    (match,) = matches([own("a", MUNICIPALITY), own("b", POLICE, place="Torget")])
    assert match.suggested == (("a", "b"),)


def test_what_only_one_side_sees_is_told():
    found = matches([own("a", MUNICIPALITY, theme="otrygghet"), own("b", POLICE)])
    assert {match.theme: match.seen_by for match in found} == {
        "otrygghet": {MUNICIPALITY},
        "narkotika": {POLICE},
    }
    assert all(match.suggested == () for match in found)


def test_the_only_two_of_a_theme_are_suggested_when_one_names_no_place():
    (match,) = matches([own("a", MUNICIPALITY, place=""), own("b", POLICE)])
    assert match.suggested == (("a", "b"),)


def test_one_theme_at_two_places_is_not_one_problem():
    (match,) = matches([own("a", MUNICIPALITY, place="skolan"), own("b", POLICE)])
    assert match.suggested == ()


def test_among_several_of_a_theme_place_decides():
    (match,) = matches(
        [
            own("a", MUNICIPALITY, place="skolan"),
            own("b", MUNICIPALITY),
            own("c", POLICE),
            own("d", POLICE, place="stationen"),
        ]
    )
    assert match.suggested == (("b", "c"),)


def test_two_of_the_same_side_are_not_suggested_as_one():
    (match,) = matches([own("a", MUNICIPALITY), own("b", MUNICIPALITY)])
    assert match.suggested == ()


OWN = st.builds(
    Own,
    st.uuids().map(str),
    st.sampled_from([MUNICIPALITY, POLICE]),
    st.sampled_from(["a", "b"]),
    st.sampled_from(["", "torget", "skolan"]),
)


@given(st.lists(OWN, unique_by=lambda one: one.key))
def test_every_problem_is_shown_once_and_suggested_at_most_once(problems):
    found = matches(problems)
    shown = [one.key for match in found for one in match.problems]
    assert sorted(shown) == sorted(one.key for one in problems)
    suggested = [key for match in found for pair in match.suggested for key in pair]
    assert len(suggested) == len(set(suggested))


def test_together_they_are_as_sure_as_the_less_sure_of_them():
    assert least_sure(["high", "low", "medium"]) == "low"
    assert least_sure(["high", ""]) == ""
    assert least_sure([]) == ""


def test_what_they_do_not_agree_on_is_left_open():
    assert common(["up", "up"]) == "up"
    assert common(["up", "down"]) == ""

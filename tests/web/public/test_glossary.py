"""The glossary is read by anyone, in both languages, and searched without JavaScript."""

import re

import pytest

from handslag.domain.vocabulary.published import glossary

pytestmark = pytest.mark.django_db


def shown(visitor, address) -> str:
    answer = visitor.get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    page: str = answer.content.decode()
    return page


@pytest.mark.parametrize(
    ("front", "words"), [("/", ("lägesbild", "lagesbild")), ("/en/", ("citizen promise",))]
)
def test_every_word_stands_there_with_an_anchor(visitor, front, words):
    page = shown(visitor, f"{front}ordlista/")
    anchors = re.findall(r'<div id="([^"]+)"><dt>', page)
    assert sorted(anchors) == sorted(one.anchor for one in glossary("sv"))
    assert len(set(anchors)) == len(anchors)
    assert all(word in page for word in words)


def test_a_word_is_found_by_what_it_means_in_either_language_and_without_accents(visitor):
    for sought in ("vandring", "safety+walk", "TRYGGHETSVANDRING", "tr%C3%A4ngsta"):
        page = shown(visitor, f"/ordlista/?q={sought}")
        assert ('id="trygghetsvandring"' in page) == (sought != "tr%C3%A4ngsta")
    assert "Inget ord passar ”trängsta”." in page


def test_what_is_searched_for_is_shown_as_text(visitor):
    page = shown(visitor, "/ordlista/?q=%3Cscript%3E")
    assert "<script>" not in page.partition("<main")[2]
    assert "&lt;script&gt;" in page


def test_both_sides_lead_there(visitor, signed_in, reader):
    assert 'href="/ordlista/"' in shown(visitor, "/om/")
    assert 'href="/en/ordlista/"' in shown(visitor, "/en/om/")
    assert 'href="/ordlista/"' in signed_in(reader).get("/arbete/").content.decode()


def test_the_words_are_sorted_as_swedish_is():
    words = [one.word for one in glossary("sv")]
    assert words.index("analys") < words.index("utfall") < words.index("återkoppling")
    assert words.index("återkoppling") < words.index("ändring")

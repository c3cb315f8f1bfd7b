"""A word of the field leads to what it means."""

import pytest
from django.template import Context, Template
from django.utils.translation import override


def drawn(line: str) -> str:
    return Template(f"{{% load glossary %}}{line}").render(Context())


def test_a_word_leads_to_its_place_in_the_glossary():
    link = drawn('{% term "lägesbild" %}')
    assert 'href="/ordlista/#lagesbild"' in link
    assert link.endswith(">lägesbild</a>")
    assert "Den samlade bilden" in link


def test_a_word_that_is_also_used_leads_to_the_same_and_can_be_said_otherwise():
    link = drawn('{% term "problembild" "bilden" %}')
    assert 'href="/ordlista/#lagesbild"' in link
    assert link.endswith(">bilden</a>")


def test_the_english_page_says_the_english_word():
    with override("en"):
        assert drawn('{% term "medborgarlöfte" %}').endswith(">citizen promise</a>")


def test_a_word_that_nobody_has_explained_is_a_mistake():
    with pytest.raises(KeyError):
        drawn('{% term "hittepå" %}')

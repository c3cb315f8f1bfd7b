"""The glossary of the product is whole, and says what docs/glossary.md says."""

import re
from collections import Counter
from collections.abc import Iterator

from handslag.core.text import slug
from handslag.domain.vocabulary.shipped.glossary import explained
from tests.architecture import tree

LAW = "2023:196"


def test_each_word_is_explained_once_in_both_languages():
    words = explained()
    assert 80 <= len(words) <= 140
    for one in words:
        assert one.sv, one
        assert one.en, one.sv
        assert one.source, one.sv
        assert one.says_sv.endswith("."), one.sv
        assert one.says_en.endswith("."), one.sv
    assert [
        one for one, count in Counter(slug(one.sv) for one in words).items() if count > 1
    ] == []


def test_no_word_that_is_also_used_is_a_word_of_its_own():
    words = {one.sv for one in explained()}
    also = Counter(other for one in explained() for other in one.also)
    assert words & set(also) == set()
    assert [other for other, count in also.items() if count > 1] == []


def rows() -> Iterator[tuple[str, str, str]]:
    """Each Swedish word of docs/glossary.md with its code and where it comes from."""
    for line in (tree.ROOT / "docs/glossary.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if not line.startswith("| ") or len(cells) < 3 or cells[0] in {"Swedish", "what"}:
            continue
        for word in re.split(r",| / ", re.sub(r"\(.*?\)", "", cells[0])):
            yield word.strip(), cells[1], cells[-1]


def test_both_glossaries_call_a_word_the_same_and_name_the_same_law():
    ours = {one.sv: one for one in explained()}
    shared = {word for word, _, _ in rows()} & ours.keys()
    assert len(shared) > 30
    for word in shared:
        codes = " ".join(code for row, code, _ in rows() if row == word)
        laws = " ".join(law for row, _, law in rows() if row == word)
        assert ours[word].code, f"{word} has a code in docs/glossary.md: {codes}"
        assert ours[word].code in codes.replace("`", ""), word
        if LAW in laws:
            assert LAW in ours[word].source, word

"""Staff divide the answers by one thing at a time, and by nothing else."""

import pytest

from tests.web.workspace.results.test_pages import at, drawn, text

__all__ = ["drawn"]


@pytest.mark.parametrize(
    ("asked", "same_as"),
    [
        ("?kon=a", ""),
        ("?safe=d&alder=30-49", ""),
        ("?grupp=kon,alder", ""),
        ("?grupp=kon&kon=a&omrade=S1", "?grupp=kon"),
        ("?grupp=alder&grupp=kon", "?grupp=kon"),
    ],
)
def test_what_else_is_asked_for_changes_nothing(at_work, drawn, asked, same_as):
    found, plain = (text(at_work.get(f"{at(drawn)}{one}")) for one in (asked, same_as))
    assert found.split("<main")[1] == plain.split("<main")[1]

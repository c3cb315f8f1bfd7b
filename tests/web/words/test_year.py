"""Every kind of deadline that any part of the field has is said in words."""

import ast

from handslag.web.words.year import DEADLINES
from tests.architecture import tree


def kinds() -> set[str]:
    """The codes that the packages call their deadlines by."""
    return {
        node.value
        for path in tree.python(tree.DOMAIN)
        if "Deadline(" in path.read_text()
        for node in ast.walk(tree.syntax(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.count(".") == 1
        and node.value.replace(".", "").replace("_", "").isalpha()
        and node.value.split(".")[0]
        in {"picture", "plan", "agreement", "promises", "council", "year"}
    }


def test_every_kind_of_deadline_is_said_in_words():
    assert {"picture.update", "promises.follow_up", "year.report"} <= kinds()
    assert sorted(kinds() - DEADLINES.keys()) == []

import pytest

from handslag.config import msgids
from handslag.config.msgids import Sentence


def python(source: str) -> list[tuple[str, str]]:
    return [sentence.key for sentence in msgids.in_python(source, "a.py")]


def template(source: str) -> list[tuple[str, str]]:
    return [sentence.key for sentence in msgids.in_template(source, "a.html")]


def test_a_call_is_found_under_whatever_name_it_was_imported():
    found = python(
        "from django.utils.translation import gettext_lazy as _, ngettext\n"
        "from django.utils import translation\n"
        "x = _('Kept') + ngettext('One', 'Many', 3) + translation.gettext('Partly')\n"
    )
    assert sorted(found) == [("", "Kept"), ("", "One"), ("", "Partly")]


def test_another_function_of_the_same_name_is_not_a_translation():
    assert python("def _(word): ...\n_('Kept')") == []


def test_a_context_belongs_to_the_sentence():
    source = "from django.utils.translation import pgettext\npgettext('month', 'May')"
    assert python(source) == [("month", "May")]


@pytest.mark.parametrize("words", ["f'In {area}'", "'In ' + area", "'In {}'.format(area)"])
def test_words_that_are_put_together_cannot_be_translated(words):
    with pytest.raises(msgids.NotASentenceError, match=r"a\.py:2: use a named placeholder"):
        python(f"from django.utils.translation import gettext\ngettext({words})")


def test_a_variable_is_marked_where_its_words_stand():
    assert python("from django.utils.translation import gettext\ngettext(label)") == []


@pytest.mark.parametrize(
    ("source", "keys"),
    [
        ('{% translate "It\'s kept" %}', [("", "It's kept")]),
        ('{% translate "May" context "month" %}', [("month", "May")]),
        ("{% blocktranslate with a=b %}In {{ a }}{% endblocktranslate %}", "In %(a)s"),
        (
            "{% blocktranslate trimmed %}\n  100 %\n  kept{% endblocktranslate %}",
            "100 %% kept",
        ),
        ("{% include 'x.html' with title=_('Promises') %}", [("", "Promises")]),
        ('{{ name|default:_("No name") }}', [("", "No name")]),
        ("<p>gettext said YES</p>{% comment %}{% translate 'no' %}{% endcomment %}", []),
        (
            "{% blocktranslate count n=x %}One{% plural %}{{ n }}{% endblocktranslate %}",
            [("", "One")],
        ),
    ],
)
def test_a_template_says_its_sentences_in_many_ways(source, keys):
    assert template(source) == ([("", keys)] if isinstance(keys, str) else keys)


def test_a_folder_is_read_through(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text("{% translate 'B' %}")
    (tmp_path / "a.py").write_text(
        "from django.utils.translation import gettext as _\n_('A')"
    )
    assert msgids.collect(tmp_path) == [
        Sentence("", "A", "a.py"),
        Sentence("", "B", "templates/a.html"),
    ]

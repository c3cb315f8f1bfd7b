"""That the eyes of the other tests see: a fault in one look alone, or in all, is named."""

import pytest
from playwright.sync_api import Page

TEXT = "<p>Vi går minst fyra trygghetsvandringar.</p>"
PAGE = """<!doctype html><html lang="sv"><title>Löften</title>
<style>{style}</style><main><h1>Löften</h1>{body}</main></html>"""
PALE = "p {color: #ccc; background: #fff}"
DARK = "(prefers-color-scheme: dark)"
NARROW, WIDE = "(max-width: 400px)", "(min-width: 401px)"


@pytest.mark.parametrize("width", [320, 1280], ids=("from narrow", "from wide"))
def test_a_pale_word_is_seen_in_each_look(page: Page, faults, width):
    light = "(prefers-color-scheme: light)"
    for scheme, size, look in (
        (light, NARROW, "320 light"),
        (DARK, NARROW, "320 dark"),
        (DARK, WIDE, "1280 dark"),
        (light, WIDE, "1280 light"),
    ):
        page.set_viewport_size({"width": width, "height": 900})
        style = f"@media {scheme} and {size} {{ {PALE} }}"
        page.set_content(PAGE.format(style=style, body=TEXT))
        assert [one.split(": <")[0] for one in faults(page, "here")] == [
            f"here {look}: color-contrast"
        ]


@pytest.mark.parametrize(
    ("style", "body", "named"),
    [
        ("", "<img src='data:,'>", "image-alt"),
        ("", "<input>", "label"),
        ("button {width: 9px; height: 9px; padding: 0; border: 0; overflow: hidden}",
         "<button aria-label='Upp'></button><button aria-label='Ner'></button>",
         "target-size"),
        (f"@media {NARROW} {{ p {{ width: 600px }} }}", TEXT, "320 light: too wide"),
    ],
    ids=("a picture", "a field", "small buttons", "a wide line"),
)  # fmt: skip
def test_what_is_wrong_is_named(page: Page, faults, style, body, named):
    page.set_content(PAGE.format(style=style, body=body))
    assert any(named in one for one in faults(page, "here"))


LIST = "<ul>{items}</ul>".format
EQUALS = "".join(f"<li>Löfte nummer {number}</li>" for number in range(40))
FOLD = f"<details {{}}><summary>Mer om löftet</summary>{TEXT}</details>".format
DEEP = "<div class={0}><div><div>{1}</div></div></div>".format


@pytest.mark.parametrize(
    ("style", "body"),
    [
        ("li:nth-child(23) {color: #ccc}", LIST(items=EQUALS)),
        (".a {background: #444}", DEEP("b", TEXT) + DEEP("a", TEXT)),
        (".a {opacity: .3}", DEEP("b", TEXT) + DEEP("a", TEXT)),
        ("p {color: #ccc}", f"<p style='text-indent: -9999px'>Löften</p>{TEXT}"),
        (".a {background: #999} p {color: #777}", DEEP("a", "<p>9</p>") + DEEP("a", TEXT)),
        ("b {position: absolute; left: 0; top: 9em; width: 300px; height: 2em;"
         "background: #222; z-index: -1}",
         f"{LIST(items=EQUALS)}<b></b>"),
        (".a {background: #222; color: #eee; height: 3em}"
         "p {position: relative; margin: 0}",
         f"<div class=a>{TEXT}</div><div class=a><p style='top: 9em'>Löften</p></div>"),
        ("summary {color: #ccc}", FOLD("")),
        ("p {color: #ccc}", FOLD("open")),
        ("input {color: #ccc}", "<label>Namn <input value='Lundby kommun'></label>"),
        ("p {color: #ccc; clip-path: inset(10%)}", TEXT),
    ],
    ids=("one of equals", "a background above", "opacity above", "one out of sight first",
         "a lone sign first", "painted beneath", "sticking out", "on a fold",
         "in an open fold", "in a field", "clipped in part"),
)  # fmt: skip
def test_a_pale_word_among_words_that_are_drawn_alike_is_seen(
    page: Page, faults, style, body
):
    page.set_content(PAGE.format(style="", body=body))
    faults(page, "the same words, when they are dark")
    page.set_content(PAGE.format(style=style, body=body))
    seen = [one for one in faults(page, "here") if "color-contrast" in one]
    assert {one.split(": ")[0] for one in seen} >= {"here 320 light", "here 1280 dark"}


def test_a_page_without_faults_is_sound(page: Page, faults):
    page.set_content(PAGE.format(style="", body=TEXT))
    assert faults(page, "here") == []

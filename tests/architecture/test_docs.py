"""The documents say what is there."""

import re
import tomllib

from handslag import VERSION
from tests.architecture import tree

DOCS = tree.ROOT / "docs"
LONGEST_README = 120
LISTS = ("requirements.in", "requirements-dev.in", "requirements-bench.in")
# What the system or other programs set, and nobody who runs Handslag has to know.
NOT_SETTINGS = {"PATH", "DJANGO_SETTINGS_MODULE", "DEBIAN_FRONTEND"}
VARIABLE = re.compile(r"(?:environ(?:\.get\(|\[)|_yes\(|_number\()\s*\"([A-Z][A-Z_]+)\"")


def read(name: str) -> str:
    return (tree.ROOT / name).read_text()


def test_the_readme_can_be_read_in_one_sitting():
    assert len(read("README.md").splitlines()) <= LONGEST_README


def test_every_setting_is_explained():
    sources = [tree.PLATFORM / "config" / "settings.py", *tree.python(tree.ROOT / "tools")]
    named = {name for path in sources for name in VARIABLE.findall(path.read_text())}
    explained = set(re.findall(r"^\| `([A-Z_]+)`", read("docs/running.md"), re.MULTILINE))
    assert len(named) > 10
    assert sorted(named - NOT_SETTINGS - explained) == []
    assert sorted(explained - named) == []


def test_the_example_environment_names_every_setting():
    explained = set(re.findall(r"^\| `([A-Z_]+)`", read("docs/running.md"), re.MULTILINE))
    example = re.findall(
        r"^#? ?([A-Z_]+)=", read("deploy/handslag.env.example"), re.MULTILINE
    )
    of_make = {"PORT", "NO_UV"}
    assert sorted(example) == sorted(explained - of_make)


def test_every_package_of_the_field_is_in_the_glossary():
    glossary = read("docs/glossary.md")
    found = tree.packages(tree.DOMAIN)
    assert found
    assert [one.name for one in found if f"`{one.name}`" not in glossary] == []


def test_the_drawn_tree_is_the_tree():
    drawn = _drawn(read("docs/architecture.md"))
    assert len(drawn) > 10
    assert [path for path in drawn if not (tree.ROOT / path).exists()] == []


def test_every_package_is_drawn():
    drawn = set(_drawn(read("docs/architecture.md")))
    layers = tree.packages(tree.PLATFORM)
    packages = [
        package
        for layer in (tree.WEB, tree.DOMAIN, tree.CORE)
        for package in tree.packages(layer)
    ]
    missing = [
        tree.where(one) for one in [*layers, *packages] if tree.where(one) not in drawn
    ]
    assert missing == []


def _drawn(page: str) -> list[str]:
    """The paths in the drawing: two spaces of indent lead one folder further down."""
    (drawing,) = re.findall(r"```tree\n(.*?)```", page, re.DOTALL)
    folders: list[str] = []
    paths = []
    for line in drawing.splitlines():
        name = line.strip().split("  ")[0]
        depth = (len(line) - len(line.lstrip())) // 2
        folders = [*folders[:depth], *name.rstrip("/").split("/")] if name else folders
        if name:
            paths.append("/".join(folders))
    return paths


def test_every_link_between_documents_leads_somewhere():
    pages = [tree.ROOT / "README.md", tree.ROOT / "CHANGELOG.md", *DOCS.rglob("*.md")]
    broken = [
        f"{tree.where(page)}: {link}"
        for page in pages
        for link in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text())
        if not (page.parent / link).exists() and not link.endswith(".png")
    ]
    assert broken == []


def test_every_dependency_has_its_sentence():
    reasons = read("docs/decisions/0002-dependencies.md")
    lists = "".join(map(read, LISTS))
    names = re.findall(r"^([A-Za-z][A-Za-z0-9-]*)", lists, re.MULTILINE)
    assert names
    assert [name for name in names if f"| `{name}` |" not in reasons] == []


def test_the_version_is_the_same_everywhere():
    card = read("publiccode.yml")
    project = tomllib.loads(read("pyproject.toml"))["project"]
    assert read("CHANGELOG.md").count(f"## {VERSION} ") == 1
    assert f"softwareVersion: {VERSION}\n" in card
    assert "version" not in project
    assert project["license"] in card


def test_the_licence_is_the_whole_licence():
    text = read("LICENSE")
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in text
    assert "Appendix" in text


def test_a_decision_is_one_page_with_a_number_of_its_own():
    pages = sorted((DOCS / "decisions").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    assert all(page.read_text().startswith(f"# {int(page.name[:4])}. ") for page in pages)

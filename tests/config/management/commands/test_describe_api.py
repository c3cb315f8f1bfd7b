"""The page about the open data says what the code does."""

from pathlib import Path

from django.conf import settings

from handslag.config.management.commands.describe_api import page


def test_the_page_is_made_from_the_code_as_it_is():
    """If this fails: `manage.py describe_api > docs/api.md`."""
    kept = Path(settings.BASE_DIR) / "docs" / "api.md"
    assert kept.read_text() == page()

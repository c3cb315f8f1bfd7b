"""A folder of keys of its own for each test."""

import pytest


@pytest.fixture(autouse=True)
def keys(tmp_path, settings):
    """Where the private keys of this test lie."""
    settings.SEALING_DIR = tmp_path / "sealing"
    return settings.SEALING_DIR

"""The open catalogue that comes with Handslag. README.md says where it is from."""

from datetime import date
from pathlib import Path

CATALOGUE = Path(__file__).parent / "promises.json"

# The day the catalogue was put together. The pages themselves are of 2015 to 2026.
COLLECTED_ON = date(2026, 11, 22)

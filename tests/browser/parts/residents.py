"""Residents' reports: first page, first step, receipts, a closed municipality.

The other steps are walked in `test_resident.py`; nothing answers at a link of a letter
but a letter's own.
"""

PUBLIC = (
    "/degerfors/rapportera/",
    "/degerfors/rapportera/ny/",
    "/degerfors/rapportera/kvitto/",
    "/degerfors/rapportera/vad-hande/",
    "/en/degerfors/rapportera/vad-hande/",
    "/asele/rapportera/vad-hande/",
    "/asele/rapportera/",
    "/en/degerfors/rapportera/",
)
AT_WORK = {"samordnare": ("/arbete/affischer/",)}
NOT_PAGES = frozenset(
    {"public:report-letter", "public:report-outcomes-file", "workspace:poster"}
)

"""Reporting in service: the ten things, own reports, who has read them, photos.

The page itself and one photo are looked at in tests/browser/test_reporting.py.
"""

REPORTING = "/arbete/rapportera/"
AT_WORK = {
    "rapportor": (f"{REPORTING}utbildning/", f"{REPORTING}mina/"),
    "samordnare": (f"{REPORTING}utbildade/", f"{REPORTING}bilder/"),
}
NOT_PAGES = frozenset(
    f"workspace:{name}"
    for name in (
        *("reporting-state", "reporting-manifest", "reporting-worker"),
        *("send-report", "send-photo", "photo-file"),
    )
)

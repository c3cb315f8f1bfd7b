"""Answering a survey: its first page. The other pages are walked in `test_answering.py`."""

PUBLIC = (
    "/degerfors/delta/var-ar-det-tryggt-i-degerfors-2026/",
    "/en/degerfors/delta/var-ar-det-tryggt-i-degerfors-2026/",
    "/osthammar/delta/trygg-i-osthammar-2026/",
)

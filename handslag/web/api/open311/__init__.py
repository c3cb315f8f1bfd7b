"""Open311 GeoReport v2: other systems hand in reports, and ask how their own stand."""

"""Square codes to point a telephone at, as vectors. Segno is imported here alone."""

import io

import segno


def square_code(address: str) -> str:
    """The code of an address as an SVG. A quarter of it may be torn or painted over."""
    drawn = io.BytesIO()
    code = segno.make(address, error="q", micro=False)
    code.save(drawn, kind="svg", border=4, xmldecl=False, dark="#1a2024", light="#ffffff")
    return drawn.getvalue().decode()

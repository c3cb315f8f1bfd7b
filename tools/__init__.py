"""What `make` does, with the standard library only: it runs on a bare machine."""

import sys

OLDEST = (3, 11)

if sys.version_info < OLDEST:
    sys.exit("Handslag needs Python 3.11 or newer: make run PYTHON=python3.11.")

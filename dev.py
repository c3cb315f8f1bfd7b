#!/usr/bin/env python3
"""The commands of the Makefile, for those without make: `python3 dev.py run`.

Everything below is the standard library alone, so that it works before
anything has been installed.
"""

import sys

from tools import bench, checks, lock, serve, trial

COMMANDS = {
    "run": serve.run,
    "test": trial.test,
    "check": checks.check,
    "fix": checks.fix,
    "bench": bench.bench,
    "lock": lock.lock,
}


def main(arguments: list[str]) -> None:
    """Do what the first word says, with the rest of the words."""
    if not arguments or arguments[0] not in COMMANDS:
        sys.exit(f"Say one of: {' '.join(COMMANDS)}.")
    try:
        COMMANDS[arguments[0]](arguments[1:])
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main(sys.argv[1:])

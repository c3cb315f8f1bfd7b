"""Runs one function of a peer in this process: `python -m tests.bench._peer …`.

The function is given arrays and hands back a call; what it imports and prepares before
that is not measured. Only numpy is needed here: the peers have a Python of their own.
"""

import resource
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import numpy as np

Given = Mapping[str, "np.ndarray[Any, np.dtype[Any]]"]
Call = Callable[[], Given]


def main(what: str, times: int, given: str, found: str) -> None:
    """Prepare, call so many times, and write the answer with what the best call cost."""
    warnings.simplefilter("ignore")
    part, name = what.split(".")
    module = import_module(f"tests.bench._theirs.{part}")
    with np.load(given) as arrays:
        once: Call = getattr(module, name)({key: arrays[key] for key in arrays.files})
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    cpu = wall = float("inf")
    answer: Given = {}
    for _ in range(times):
        began, begun = time.perf_counter(), time.process_time()
        answer = once()
        cpu = min(cpu, time.process_time() - begun)
        wall = min(wall, time.perf_counter() - began)
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held) / 1024
    np.savez(found, allow_pickle=False, _cost=np.array([cpu, wall, more]), **answer)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4])

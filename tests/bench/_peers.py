"""The same thing done by another library, in the same run, on the same arrays.

`ask("spatial.gi_star", {"counts": counts})` calls `gi_star` of `_theirs/spatial.py` with
the Python of `.venv-bench` and hands back its answer with what it cost; nothing when that
environment lacks it. A function there takes the arrays, prepares, and hands back a call
without arguments, which is measured and answers with arrays again.
"""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench._bounds import at_most

_ROOT = Path(__file__).parents[2]
_PYTHON = _ROOT / ".venv-bench" / "bin" / "python"
# Processor seconds are compared: a pool of threads that waits would spend some, whether
# the peer's or ours.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS")
ALONE = dict.fromkeys(_THREADS, "1")
LACKING = "the peer is not installed: ours alone"

Arrays = Mapping[str, "np.ndarray[Any, np.dtype[Any]]"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a peer found; processor and wall seconds of its best call, and the memory in
    MB that it needed beyond what was prepared."""

    found: Arrays
    cpu: float
    wall: float
    memory_mb: float


def ask(what: str, given: Arrays, *, times: int = 1) -> Answer | None:
    """The answer of a peer, the best of so many calls; None when it is not installed."""
    if not _PYTHON.exists():
        return None
    with tempfile.TemporaryDirectory(prefix="handslag-peer-") as folder:
        given_to, found_in = Path(folder, "given.npz"), Path(folder, "found.npz")
        np.savez(given_to, allow_pickle=False, **given)
        command = [str(_PYTHON), "-m", "tests.bench._peer", what, str(times)]
        done = subprocess.run(
            [*command, str(given_to), str(found_in)],
            cwd=_ROOT,
            env={**os.environ, **ALONE},
            capture_output=True,
            text=True,
            check=False,
        )
        if "ModuleNotFoundError" in done.stderr:
            return None
        if done.returncode:
            raise RuntimeError(done.stderr)
        with np.load(found_in) as arrays:
            found = {key: arrays[key] for key in arrays.files}
    cpu, wall, memory = found.pop("_cost")
    return Answer(found, float(cpu), float(wall), float(memory))


def cpu(once: Callable[[], object], times: int = 5) -> float:
    """Our own processor seconds, the best of some calls after a first one."""
    once()
    best = float("inf")
    for _ in range(times):
        begun = time.process_time()
        once()
        best = min(best, time.process_time() - begun)
    return best


def against(
    name: str, own: float, peer: Answer | None, *, at_most_one_in: float
) -> dict[str, str | float]:
    """Our time in ms, and as a share of the peer's where there is one."""
    figures: dict[str, str | float] = {f"{name}_ms": 1000 * own}
    if peer is None:
        return {**figures, f"{name}_to_peer": LACKING}
    ratio = at_most(1 / at_most_one_in, own / peer.cpu)
    return {**figures, f"{name}_peer_ms": 1000 * peer.cpu, f"{name}_to_peer": ratio}

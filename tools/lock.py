"""`make lock`: exact versions with hashes, naming no package host, for pip and uv."""

from pathlib import Path

from tools.install import DEVELOPMENT, INSTALLER, PEERS, RUNTIME, has_uv, install
from tools.steps import BIN, ROOT, quietly, step, stop

COMPILE = ("pip", "compile", "-q", "--universal", "--python-version", "3.11")
HIDE = ("--generate-hashes", "--no-emit-index-url", "--no-header")
LISTS = {
    "requirements.in": RUNTIME,
    "requirements-dev.in": DEVELOPMENT,
    "requirements-bench.in": PEERS,
    "tools/installer.in": INSTALLER,
}


def lock(arguments: list[str]) -> None:
    """Resolve each list anew. ARGS=--upgrade takes the newest of everything."""
    install(DEVELOPMENT)
    if not has_uv():
        stop("Locking needs uv, and pip could not install it: see tools/installer.lock.")
    for source, target in LISTS.items():
        with step(f"Locking {source}"):
            quietly(BIN / "uv", *COMPILE, *HIDE, *arguments, source, "-o", target)
    _same_versions()


def _same_versions() -> None:
    """What is tested must be what is run."""
    runtime, tested = (_pins(ROOT / name) for name in (RUNTIME, DEVELOPMENT))
    apart = sorted(runtime - tested)
    if apart:
        stop(f"The two locks disagree on {', '.join(apart)}.")


def _pins(path: Path) -> set[str]:
    lines = path.read_text().splitlines()
    return {line.split()[0] for line in lines if "==" in line and line[0].isalnum()}

"""`make bench`: what it costs, as `name: value`, one line a figure."""

from tools import prepare
from tools.install import DEVELOPMENT, PEERS, install, install_apart
from tools.steps import BIN, ROOT, aloud, environment, say
from tools.trial import OURS

BESIDE = ROOT / ".venv-bench"
MODULES = ROOT / "tests" / "bench"


def bench(arguments: list[str]) -> None:
    """Measure everything, or the modules that are named: `make bench ARGS=search`."""
    install(DEVELOPMENT)
    prepare.translations()
    if _ask_peers(arguments) and not install_apart(PEERS, BESIDE):
        say("The peers could not be installed: our own times are stated alone.")
    env = environment(without=OURS)
    raise SystemExit(aloud(BIN / "python", "-m", "tests.bench", *arguments, env=env))


def _ask_peers(arguments: list[str]) -> bool:
    """Whether any of the modules to be run compares itself with another library."""
    chosen = arguments or [file.stem for file in MODULES.glob("[!_]*.py")]
    files = [MODULES / f"{name}.py" for name in chosen]
    return any("_peers import" in file.read_text() for file in files if file.exists())

"""Everything between the installed packages and a platform that can answer."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools import stamps
from tools.steps import ROOT, environment, has_command, manage, quietly, step

SOURCE = ROOT / "handslag"


def everything() -> None:
    """All of it. What the database is not needed for is done beside it."""
    translations()
    with ThreadPoolExecutor(max_workers=1) as beside:
        rest = [beside.submit(static_files), beside.submit(checks)]
        database()
        demo()
        for one in rest:
            one.result()  # whatever stopped it stops us


def translations() -> None:
    """Merge and compile the words, when a word has changed."""
    parts = [*SOURCE.glob("locale/*/parts/*.po")]
    compiled = [*SOURCE.glob("locale/*/LC_MESSAGES/django.mo")]
    fingerprint = stamps.contents([*parts, *compiled])
    stamp = stamps.of("translations")
    if parts and not (compiled and stamp.is_fresh(fingerprint)):
        with step("Compiling the translations"):
            quietly(*manage("compile_translations"))
        compiled = [*SOURCE.glob("locale/*/LC_MESSAGES/django.mo")]
        stamp.put(stamps.contents([*parts, *compiled]))


def database() -> None:
    """Bring the tables up to date."""
    migrations = SOURCE.glob("**/migrations/*.py")
    written = stamps.contents([*migrations, ROOT / "requirements.lock"])
    _once("migrated", written, "Preparing the database", "migrate", "-v0")
    if has_command("load_sweden"):
        shipped = [*SOURCE.glob("domain/*/shipped/*.*")]
        _once("country", stamps.contents(shipped), "Loading municipalities", "load_sweden")


def static_files() -> None:
    """Gather style sheets, fonts and scripts where the server looks for them."""
    sources = [path for path in SOURCE.glob("**/static/**/*") if path.is_file()]
    gathered = stamps.VAR / "static" / "staticfiles.json"
    written = stamps.contents([*sources, ROOT / "requirements.lock"])
    fingerprint = f"{written} {gathered.exists()}"
    stamp = stamps.of("static")
    if stamp.is_fresh(fingerprint) and gathered.exists():
        return
    with step("Gathering the static files"):
        quietly(*manage("collectstatic", "--noinput", "--clear", "-v0"))
    stamp.put(f"{written} {gathered.exists()}")


def checks() -> None:
    """Let the platform look itself through, once for all commands of a start.

    The web server, which begins afterwards, finds all that it loads compiled.
    """
    written = stamps.contents([*SOURCE.glob("**/*.py"), ROOT / "requirements.lock"])
    stamp = stamps.of("checked")
    if not stamp.is_fresh(written):
        with step("Checking the installation"):
            quietly(*manage("check"))
        stamp.put(written)


def demo() -> None:
    """Fill a new database with what can be tried. DEMO=no leaves it empty."""
    if wants_demo() and has_command("demo"):
        _once("demo", "filled", "Loading the demo", "demo")


def accounts() -> str:
    """Who can sign in to the demo. Kept, since asking takes as long as a start."""
    sources = [*SOURCE.glob("config/demo/*.py"), *SOURCE.glob("locale/*/parts/*.po")]
    kept = stamps.VAR / "stamps" / f"accounts-{stamps.contents(sources)[:16]}"
    if not kept.exists():
        told = subprocess.run(
            manage("demo", "--accounts"),
            cwd=ROOT,
            env=environment({"DEMO": "yes"}),
            capture_output=True,
            text=True,
            check=False,
        )
        if told.returncode:
            return ""
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(told.stdout)
    return kept.read_text()


def wants_demo() -> bool:
    """`make run` is for trying Handslag out, so it does unless told not to."""
    return os.environ.get("DEMO", "yes") == "yes"


def _once(name: str, written: str, what: str, *words: str) -> None:
    """Run a command on the database unless it has been, on this very database."""
    stamp = stamps.of(name)
    if stamp.is_fresh(f"{written} {_database()}"):
        return
    with step(what):
        quietly(*manage(*words, "--skip-checks"), env=environment({"DEMO": "yes"}))
    stamp.put(f"{written} {_database()}")


def _database() -> str:
    """Which database this is; one that was put in its place is another."""
    address = os.environ.get("DATABASE_URL", "")
    if not address:
        return stamps.identity(stamps.VAR / "handslag.sqlite3")
    if address.startswith("sqlite:///"):
        return address + stamps.identity(Path(address.removeprefix("sqlite:///")))
    # A server may have been emptied without our knowledge: ask it each time.
    return f"{address} {os.getpid()}"

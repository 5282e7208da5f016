"""What every benchmark stands on: where things are, a release build, the machine, the document."""
import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
HOME = TARGET / "bench"
# Another program, already built: to try a benchmark, not to measure.
GIVEN = os.environ.get("CANDOR_BIN")
CANDOR = Path(GIVEN).resolve() if GIVEN else TARGET / "release" / "candor"
DOC = ROOT / "docs" / "benchmarks.md"


def release():
    if not GIVEN:
        subprocess.run(["cargo", "build", "--release", "--locked"], cwd=ROOT, check=True)
    HOME.mkdir(parents=True, exist_ok=True)


def output(*command):
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    return (done.stdout + done.stderr).strip()


def machine():
    cpu = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    return f"{os.cpu_count()} cores ({cpu[1] if cpu else os.uname().machine}), Linux {os.uname().release}"


def write_section(mark, text):
    """Puts text, which begins with the mark, in the place of what this benchmark wrote before."""
    document = DOC.read_text()
    before, found, after = document.partition(mark)
    if not found:
        before = document.rstrip() + "\n\n"
    following = re.search(r"^<!-- bin/bench ", after, re.MULTILINE)
    rest = after[following.start():] if following else ""
    DOC.write_text(before + text.rstrip() + "\n" + (f"\n{rest}" if rest else ""))
    print(f"bench: written to {DOC.relative_to(ROOT)}")

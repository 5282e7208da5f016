"""Real pairs of photos lined up by candor align: a table, and a sheet of pictures to look at.

A pair is two files of one folder, NAME-1 and NAME-2 with any ending. The sheet (target/bench/pairs.png) shows the first, the
second laid over it, and both in one frame: left half the first, right half the second.
"""
import datetime
import json
import subprocess
import sys
from pathlib import Path

from .ground import CANDOR, HOME, machine, output, release, write_section
from .images import VENV, install

MARK = "<!-- bin/bench pairs writes below this line -->"
SHEET = HOME / "pairs.png"
DRAW = Path(__file__).resolve().parent / "peers" / "overlay.py"


def arguments(parser):
    parser.add_argument("--photos", type=Path, required=True, help="a folder of NAME-1.* and NAME-2.*")


def run(asked):
    pairs = found(asked.photos)
    if not pairs:
        sys.exit("bench: no NAME-1.* with a NAME-2.* in that folder")
    install()
    release()
    rows = [(name, *files, told("align", files), told("compare-light", files)) for name, files in pairs]
    sheet = [{"name": name, "before": str(one), "after": str(two), "found": align} for name, one, two, align, _ in rows]
    subprocess.run([VENV / "bin" / "python", DRAW, SHEET], input=json.dumps(sheet), text=True, check=True)
    print(f"bench: look at {SHEET}")
    text = report(asked, rows)
    print(text)
    if not asked.dry:
        write_section(MARK, text)


def found(folder):
    firsts = {path.stem[:-2]: path for path in sorted(folder.iterdir()) if path.stem.endswith("-1")}
    seconds = {path.stem[:-2]: path for path in folder.iterdir() if path.stem.endswith("-2")}
    return [(name, (first, seconds[name])) for name, first in firsts.items() if name in seconds]


def told(command, files):
    done = subprocess.run([CANDOR, command, *files, "--json"], capture_output=True, text=True)
    return json.loads(done.stdout)


def report(asked, rows):
    lines = [
        MARK,
        "",
        f"## Real pairs, {datetime.date.today()}",
        "",
        f"`bin/bench pairs` on {machine()}; candor {output('git', 'rev-parse', '--short', 'HEAD')}. Photos of real places and "
        "things, taken twice; names with `other` are two different things. The expected error is the program's own, in pixels "
        "at 1024 wide.",
        "",
        "| pair | lined up | places | turned | scale | confidence | expected error | light, in stops |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, _, _, align, light in rows:
        stops = light.get("comparison", {}).get("stops")
        stops = "–" if stops is None else f"{stops:+.1f}"
        if "unsure" in align:
            lines.append(f"| {name} | no: {align['unsure']} | | | | | | {stops} |")
            continue
        error = align["expected_error"] * 1024 / max(align["pictures"][0])
        lines.append(
            f"| {name} | yes | {align['places']} | {align['degrees']:.1f}° | {align['scale']:.3f} | "
            f"{align['confidence']:.2f} | {error:.1f} | {stops} |")
    return "\n".join(lines) + "\n"

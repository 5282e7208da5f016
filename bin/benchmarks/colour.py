"""Colours: candor's largest JPEG beside what libvips makes of the same photo without loss, by ΔE2000.

The corpus has some photos in other colours than those of the web; what it lacks is made from one of its photos.
"""
import datetime
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .ground import CANDOR, HOME, ROOT, machine, output, release, write_section
from .images import PEERS, PYTHON, SCRIPTS, SHARP, VENV, install

MARK = "<!-- bin/bench colour writes below this line -->"
WORK = HOME / "colour"
GOAL = 2.0
PHOTO = "big/galaxys7_12mp.jpg"
HEIC = "heic/ian_IMG_5195.HEIC"
P3 = "odd/sharp_p3.png"
CMYK = "odd/sharp_Channel_digital_image_CMYK_color.jpg"
# What it is, the photo, and what libvips is given where it can't read that.
SAMPLES = [
    ("Display P3, PNG (8 × 8 colours, enlarged)", "made/p3.png", None),
    ("Display P3, HEIC (for libvips decoded by libheif)", HEIC, "made/heic-decoded.png"),
    ("Display P3, PNG of 16 bits (made by libvips)", "made/sixteen.png", None),
    ("sRGB by numbers, AVIF turned by 90°", "avif/orient6.avif", None),
    ("Adobe RGB, JPEG (profile assigned)", "made/adobe.jpg", None),
    ("ProPhoto RGB, JPEG (profile assigned)", "made/prophoto.jpg", None),
    ("CMYK (YCCK), JPEG, U.S. Web Coated (SWOP) v2", CMYK, None),
    ("grey of exponent 1.8, JPEG (profile assigned)", "made/grey.jpg", None),
    ("sRGB with a gain map (Ultra HDR, put together), JPEG", "made/gain-map.jpg", None),
]


def arguments(parser):
    parser.add_argument("--candor", type=Path, help="a program that is built already; a release is built unless said")


def run(asked):
    corpus = Path(os.environ.get("CORPUS_DIR", ROOT.parent / "shared" / "corpus"))
    if not corpus.is_dir():
        sys.exit("bench: the corpus is missing (CORPUS_DIR)")
    install()
    if not asked.candor:
        release()
    program = (asked.candor or CANDOR).resolve()
    shutil.rmtree(WORK, ignore_errors=True)
    (WORK / "made").mkdir(parents=True)
    make(corpus)
    rows = measure(corpus, program)
    text = report(rows)
    print(text)
    if not asked.dry:
        write_section(MARK, text)


def make(corpus):
    asked = {"photo": corpus / PHOTO, "p3": corpus / P3, "heic": corpus / HEIC, "out": WORK / "made"}
    python("make", {name: str(path) for name, path in asked.items()})
    made = WORK / "made"
    sharp([{"source": str(made / "plain.png"), "target": str(made / "sixteen.png"), "profile": "p3", "bits": 16}])


def measure(corpus, program):
    place = lambda name: (WORK if name.startswith("made/") else corpus) / name
    files = [place(name) for _, name, _ in SAMPLES]
    out = WORK / "out"
    done = subprocess.run(
        [program, "develop", *files, "--out", out, "--formats", "jpeg", "--also", "print", "--json"], capture_output=True, text=True)
    sizes = {}
    for line in map(json.loads, done.stdout.splitlines()):
        if "developed" not in line:
            sys.exit(f"bench: {line['file']}: {line['error']['code']}")
        printed = next(one for one in line["developed"]["renditions"] if ".print." in one["path"])
        sizes[Path(line["file"])] = (printed["width"], printed["path"])
    wanted, pairs = [], []
    for (_, name, other), file in zip(SAMPLES, files):
        width, ours = sizes[file]
        theirs = WORK / f"{file.stem}.png"
        wanted.append({"source": str(place(other) if other else file), "target": str(theirs), "width": width})
        pairs.append((ours, str(theirs)))
    sharp(wanted)
    return list(zip(SAMPLES, json.loads(python("compare", pairs))))


def sharp(asked):
    subprocess.run(["node", SCRIPTS / "reference.mjs", json.dumps(asked)], cwd=PEERS, check=True)


def python(what, asked):
    command = [VENV / "bin" / "python", SCRIPTS / "colours.py", what, json.dumps(asked)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def report(rows):
    versions = [
        f"candor {output('git', 'rev-parse', '--short', 'HEAD')}",
        f"sharp {SHARP} (libvips 8.18.7)",
        *(name.replace("==", " ") for name in PYTHON),
    ]
    lines = [
        MARK,
        "",
        f"## Colour, {datetime.date.today()}",
        "",
        f"`bin/bench colour` on {machine()}; {', '.join(versions)}. The print of `candor develop --also print` (JPEG, quality 92, "
        "4:4:4) beside a PNG that libvips made of the same photo in the same size: ΔE2000 of each pixel; the goal for the mean is "
        f"{GOAL:g}. The last column is what coding libvips' own picture as such a JPEG costs, so that what stays of ours beyond it is colour.",
        "",
        "| photo | pixels | mean ΔE2000 | 99 % below | coding alone |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for (what, _, _), told in rows:
        mean = f"{told['mean']:.2f}"
        mean = f"**{mean}**" if told["mean"] <= GOAL else mean
        lines.append(f"| {what} | {told['size'][0]} × {told['size'][1]} | {mean} | {told['p99']:.2f} | {told['coding']:.2f} |")
    return "\n".join(lines) + "\n"

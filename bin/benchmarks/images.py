"""The web versions of photos: candor develop beside sharp and Pillow, each as a process of its own, in turn, in pairs.

Peers are installed into target/bench/peers. Qualities are matched first, by SSIMULACRA2 at one width; then time, processor
time and memory are measured at that quality.
"""
import datetime
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .ground import CANDOR, HOME, ROOT, machine, output, release, write_section

SHARP = "0.35.5"
PYTHON = ["pillow==13.0.0", "pillow-heif==1.8.1", "numpy==2.4.6", "ssimulacra2==0.3.0"]
PEERS = HOME / "peers"
VENV = PEERS / "venv"
WORK = HOME / "images"
SCRIPTS = Path(__file__).resolve().parent / "peers"
MARK = "<!-- bin/bench images writes below this line -->"
WIDTHS = [2048, 1600, 1024, 640, 320]
# The width at which quality is matched: what a phone is sent most often.
MATCHED = 1024
# Photos of the corpus from cameras and phones, by their beginnings; another folder is taken whole.
CORPUS = ["big/", "exifodd/33-", "exifodd/36-", "exifodd/42_", "exifodd/67-", "exifodd/87_", "odd/pil_xmp_test"]
# name, formats, effort of sharp's AVIF, photos, workers, goals: CPU, wall, memory, bytes
SETS = [
    ("JPEG", ["jpeg"], None, None, 1, (0.50, 0.45, 0.45, 1.00)),
    ("JPEG + AVIF, batch of 20, 2 workers", ["jpeg", "avif"], 2, 20, 2, (0.80, 0.80, 0.40, 0.95)),
    ("JPEG + AVIF", ["jpeg", "avif"], 4, None, 1, (0.25, 0.25, 0.40, 1.10)),
]
PILLOW_GOALS = (0.20, 0.20, 0.45, None)


def arguments(parser):
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--photos", type=Path, help="a folder of photos; the test corpus unless said")


def run(asked):
    files = photos(asked.photos)
    install()
    release()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    matched = {("jpeg", None): match(files, "jpeg", None)}
    for effort in (2, 4):
        matched["avif", effort] = match(files, "avif", effort)
    rows = []
    for name, formats, effort, count, workers, goals in SETS:
        batch = copies(files, count)
        quality = {form: matched[form, effort if form == "avif" else None]["quality"] for form in formats}
        sides = {
            "candor": lambda out, f=formats, b=batch, w=workers: candor(b, out, f, w),
            "sharp": lambda out, b=batch, q=quality, e=effort, w=workers: sharp(b, out, q, e, w),
        }
        bytes_ratio = statistics.median(matched[form, effort if form == "avif" else None]["bytes"] for form in formats[-1:])
        peer = f"sharp, {'effort ' + str(effort) if effort else 'progressive'}"
        rows.append(measure(name, peer, sides, goals, asked.rounds, len(batch)) | {"bytes": bytes_ratio})
    sides = {"candor": lambda out: candor(files, out, ["jpeg"], 1), "pillow": lambda out: pillow(files, out)}
    rows.append(measure("JPEG", "Pillow, as Wagtail", sides, PILLOW_GOALS, asked.rounds, len(files)) | {"bytes": None})
    text = report(asked, files, matched, rows)
    print(text)
    if not asked.dry:
        write_section(MARK, text)


def photos(folder):
    if folder:
        found = [path for path in folder.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg")]
    else:
        corpus = Path(os.environ.get("CORPUS_DIR", ROOT.parent / "shared" / "corpus"))
        found = [path for begin in CORPUS for path in corpus.glob(begin + "*") if path.suffix == ".jpg"]
    if len(found) < 10:
        sys.exit("bench: at least ten photos are needed (--photos DIR)")
    return sorted(found)


def copies(files, count):
    """So many files, by links to the photos, as each needs a name of its own."""
    if count is None:
        return files
    folder = WORK / f"batch{count}"
    folder.mkdir(exist_ok=True)
    batch = []
    for number in range(count):
        link = folder / f"{number:02}.jpg"
        if not link.exists():
            link.symlink_to(files[number % len(files)])
        batch.append(link)
    return batch


def install():
    if not shutil.which("npm"):
        sys.exit("bench: npm is missing")
    wanted = f"{SHARP} {PYTHON}"
    mark = PEERS / "installed"
    if mark.exists() and mark.read_text() == wanted:
        return
    shutil.rmtree(PEERS, ignore_errors=True)
    PEERS.mkdir(parents=True)
    (PEERS / "package.json").write_text('{"private": true}')
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--save-exact", f"sharp@{SHARP}"], cwd=PEERS, check=True)
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    subprocess.run([VENV / "bin" / "pip", "install", "-q", "--disable-pip-version-check", *PYTHON], check=True)
    mark.write_text(wanted)


def candor(files, out, formats, workers):
    jobs = ["--jobs", str(workers), "--formats", ",".join(formats), "--json"]
    return [CANDOR, "develop", *files, "--out", out, *jobs]


def sharp(files, out, quality, effort, workers):
    formats = {}
    if "jpeg" in quality:
        formats["jpeg"] = {"quality": quality["jpeg"], "progressive": True}
    if "avif" in quality:
        formats["avif"] = {"quality": quality["avif"], "effort": effort}
    asked = {"files": [str(file) for file in files], "out": str(out), "widths": WIDTHS, "formats": formats, "workers": workers}
    return ["node", SCRIPTS / "sharp.mjs", json.dumps(asked)]


def pillow(files, out):
    asked = {"files": [str(file) for file in files], "out": str(out), "widths": WIDTHS}
    return [VENV / "bin" / "python", SCRIPTS / "pillow.py", json.dumps(asked)]


def timed(command):
    """Wall and processor seconds, and the most memory in MiB, of a process with all its threads."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=PEERS, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"bench: {command[0]} ended with {process.returncode}")
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss / 1024}


def measure(name, peer, sides, goals, rounds, count):
    runs = {side: [] for side in sides}
    for number in range(rounds + 1):
        order = list(sides) if number % 2 else list(reversed(sides))
        for side in order:
            out = fresh(side)
            run = timed(sides[side](out))
            if number:  # the first round warms up
                runs[side].append(run)
        print(f"bench: {name} beside {peer}: round {number} of {rounds}", flush=True)
    ours, theirs = runs["candor"], next(runs[side] for side in runs if side != "candor")
    middle = lambda all, key: statistics.median(run[key] for run in all)
    ratio = {key: statistics.median(a[key] / b[key] for a, b in zip(ours, theirs)) for key in ("cpu", "wall", "memory")}
    return {
        "name": name,
        "peer": peer,
        "count": count,
        "goals": goals,
        "ratio": ratio,
        "ours": {key: middle(ours, key) for key in ratio},
        "theirs": {key: middle(theirs, key) for key in ratio},
    }


def fresh(name):
    out = WORK / name
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    return out


def match(files, form, effort):
    """The quality at which sharp's files score like ours, and our bytes beside theirs at equal score, by photo."""
    end = {"jpeg": "jpg"}.get(form, form)
    ours = fresh("match-candor")
    timed(candor(files, ours, [form], 1))
    qualities = [60, 70, 78, 84, 90] if form == "jpeg" else [35, 45, 55, 65, 75]
    theirs = {}
    for quality in qualities:
        theirs[quality] = fresh(f"match-sharp-{quality}")
        timed(sharp(files, theirs[quality], {form: quality}, effort, 2))
    def fit(file):
        name = f"{file.stem}.{MATCHED}.{end}"
        pictures = [ours / name, *(theirs[quality] / name for quality in qualities)]
        if not all(picture.exists() for picture in pictures):
            return None
        asked = json.dumps({"source": str(file), "pictures": [str(picture) for picture in pictures]})
        done = subprocess.run([VENV / "bin" / "python", SCRIPTS / "score.py", asked], check=True, capture_output=True, text=True)
        own, *scores = json.loads(done.stdout)
        sizes = [picture.stat().st_size for picture in pictures]
        print(f"bench: {form}, effort {effort}: {file.name}", flush=True)
        return {
            "score": own,
            "quality": between(own, scores, qualities),
            "bytes": sizes[0] / between(own, scores, sizes[1:]),
        }

    with ThreadPoolExecutor(os.cpu_count()) as scorers:
        fitting = [one for one in scorers.map(fit, files) if one]
    return {
        "photos": len(fitting),
        "score": statistics.median(one["score"] for one in fitting),
        "quality": round(statistics.median(one["quality"] for one in fitting)),
        "bytes": statistics.median(one["bytes"] for one in fitting),
    }


def between(score, scores, values):
    """The value at a score, on the line between the two scores around it (or beyond the last two)."""
    pairs = sorted(zip(scores, values))
    for (low, first), (high, second) in zip(pairs, pairs[1:]):
        if score <= high or (high, second) == pairs[-1]:
            part = (score - low) / (high - low) if high > low else 0
            return first + part * (second - first)
    return pairs[0][1]


def report(asked, files, matched, rows):
    load1 = Path("/proc/loadavg").read_text().split()[0]
    versions = [
        f"candor {output('git', 'rev-parse', '--short', 'HEAD')}",
        output("rustc", "--version").split(" (")[0],
        f"sharp {SHARP} on node {output('node', '--version')}",
        *(name.replace("==", " ") for name in PYTHON),
    ]
    lines = [
        MARK,
        "",
        f"## Images, {datetime.date.today()}",
        "",
        f"`bin/bench images --rounds {asked.rounds}` on {machine()}; {', '.join(versions)}. {len(files)} photos. "
        f"Load average when it ended: {load1}. Medians of the rounds; each ratio is the median of the pairs, candor ÷ the other; "
        "the goal stands in brackets. Bytes are those of the last format named.",
        "",
        "| set | photos | beside | CPU | wall | peak memory | bytes at equal SSIMULACRA2 | candor: CPU s, wall s, MiB | the other |",
        "| --- | ---: | --- | ---: | ---: | ---: | ---: | --- | --- |",
    ]
    for row in rows:
        cpu, wall, memory, size = row["goals"]
        got = row["ratio"]
        held = lambda ratio, goal: f"{'**' if ratio <= goal else ''}{ratio:.2f}{'**' if ratio <= goal else ''} ({goal:.2f})"
        figures = lambda side: f"{side['cpu']:.2f}, {side['wall']:.2f}, {side['memory']:.0f}"
        size = held(row["bytes"], size) if row["bytes"] else "–"
        lines.append(
            f"| {row['name']} | {row['count']} | {row['peer']} | {held(got['cpu'], cpu)} | {held(got['wall'], wall)} | "
            f"{held(got['memory'], memory)} | {size} | {figures(row['ours'])} | {figures(row['theirs'])} |")
    lines += ["", "Qualities of sharp at which its files score like ours, at " + str(MATCHED) + " pixels: " + "; ".join(
        f"{form}{f' effort {effort}' if effort else ''}: {one['quality']} (score {one['score']:.1f}, {one['photos']} photos)"
        for (form, effort), one in matched.items()) + "."]
    return "\n".join(lines) + "\n"

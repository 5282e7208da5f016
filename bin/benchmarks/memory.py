"""Twelve photos of 24 megapixels at once, while visitors look at the gallery: memory, and how long they wait.

A server with the demo and its jobs in one process. Visitors come by chance at a steady rate, whether or not the one before
was answered, and what they wait is counted from when they came; half of them ask for what lies in memory, half for a page
rendered from the database. Each half is a process of its own, so that neither waits for the other or for the desk. A few
rounds are taken together: of the visitors of one, the slowest hundredth would be three, and says nothing.
"""
import datetime
import http.client
import json
import multiprocessing
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
from pathlib import Path

from . import serve
from .ground import CANDOR, HOME, ROOT, machine, output, release, write_section
from .images import SCRIPTS

PYTHON = ["pillow==13.0.0"]
VENV = HOME / "peers" / "pillow"
WORK = HOME / "memory"
MARK = "<!-- bin/bench memory writes below this line -->"
SIZE = (6000, 4000)
SIGN_IN = {"email": "staff@northlight.example", "password": "north light demo"}
PATHS = {"from memory": {}, "rendered": {"Cookie": "past=memory"}}


def arguments(parser):
    parser.add_argument("--photos", type=int, default=12)
    parser.add_argument("--rate", type=int, default=40, help="visitors a second")
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--seconds", type=int, default=20, help="how long the idle server is measured")
    parser.add_argument("--cap", type=int, default=768, help="MiB that the process may hold")


def run(asked):
    release()
    photos = enlarged(asked.photos)
    serve.seed()
    rounds = [measure(asked, photos) for _ in range(asked.rounds)]
    text = report(asked, Rounds(rounds))
    print(text)
    if not asked.dry:
        write_section(MARK, text)


def measure(asked, photos):
    """One round on fresh data: memory before and at its highest in MiB, what took how long, who waited how long."""
    shutil.rmtree(WORK / "data", ignore_errors=True)
    shutil.copytree(serve.DATA, WORK / "data")
    server = start()
    try:
        staff = Staff(server.port)
        time.sleep(2)
        before = server.memory()
        idle = Visitors(server.port, asked.rate)
        time.sleep(asked.seconds)
        idle = idle.leave()
        busy = Visitors(server.port, asked.rate)
        times = develop(staff, photos)
        busy = busy.leave()
        return {"before": before, "peak": server.peak(), "times": times, "idle": idle, "busy": busy}
    finally:
        server.stop()


class Rounds:
    """What several rounds say together."""

    def __init__(self, rounds):
        self.before = statistics.median(one["before"] for one in rounds)
        self.peak = max(one["peak"] for one in rounds)
        self.times = [statistics.median(times) for times in zip(*(one["times"] for one in rounds))]
        self.idle, self.busy = ({kind: sorted(wait for one in rounds for wait in one[when][kind]) for kind in PATHS} for when in ("idle", "busy"))


def enlarged(count):
    corpus = Path(os.environ.get("CORPUS_DIR", ROOT.parent / "shared" / "corpus"))
    files = sorted(str(path) for path in (corpus / "big").glob("*.jpg"))
    if not files:
        sys.exit("bench: photos are needed in the corpus (CORPUS_DIR)")
    out = WORK / "photos"
    made = sorted(out.glob("*.jpg"))
    if len(made) == count:
        return made
    if not (VENV / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([VENV / "bin" / "pip", "install", "-q", "--disable-pip-version-check", *PYTHON], check=True)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    wanted = {"files": files, "out": str(out), "count": count, "size": SIZE}
    subprocess.run([VENV / "bin" / "python", SCRIPTS / "enlarge.py", json.dumps(wanted)], check=True)
    return sorted(out.glob("*.jpg"))


def start():
    port = serve.free_port()
    env = serve.candor_env(port) | {"CANDOR_DATA_DIR": str(WORK / "data")}
    log = open(WORK / "serve.log", "ab")
    process = subprocess.Popen([CANDOR, "serve"], env=env, stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=WORK)
    serve.wait_for(port, process, 60)
    return serve.Server("candor", port, process, lambda: [process.pid])


class Staff:
    """Someone at the desk, who hands in photos and looks how far they are."""

    def __init__(self, port):
        self.port, self.cookies, self.token = port, {}, ""
        self.form("/sign-in", SIGN_IN)
        _, _, body = self.ask("GET", "/staff/cases")
        self.case = re.search(r'href="(/staff/cases/[0-9a-f-]{36})', body.decode())[1] + "/photos"
        self.ask("GET", self.case)

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection.request(method, path, body=body, headers={"Cookie": cookies} | (headers or {}))
        answer = connection.getresponse()
        got = answer.read()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";", 1)[0].split("=", 1)
            self.cookies[name] = value
        if found := re.search(rb'name="form_token" value="([^"]+)"', got):
            self.token = found[1].decode()
        connection.close()
        return answer.status, answer.headers, got

    def form(self, path, fields):
        self.ask("GET", path)
        body = urllib.parse.urlencode({"form_token": self.token} | fields)
        status, _, _ = self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})
        if status != 303:
            sys.exit(f"bench: {path} answered {status}")

    def hand_in(self, file):
        """The id of the photo."""
        parts = {"form_token": self.token, "stage": "later", "angle": "later", "session_number": "", "taken_on": ""}
        head = "".join(f'--cut\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in parts.items())
        head += f'--cut\r\nContent-Disposition: form-data; name="files"; filename="{file.name}"\r\n\r\n'
        body = head.encode() + file.read_bytes() + b"\r\n--cut--\r\n"
        headers = {"Content-Type": "multipart/form-data; boundary=cut", "Accept": "application/json"}
        status, _, got = self.ask("POST", self.case, body, headers)
        if status not in (200, 201):
            sys.exit(f"bench: {file.name} answered {status}: {got[:300]}")
        return json.loads(got)["files"][0]["photo"]

    def progress(self):
        """How far each photo is, by its id."""
        _, _, got = self.ask("GET", self.case, headers={"Accept": "application/json"})
        return {photo["id"]: photo["progress"] for photo in json.loads(got)["photos"]}


def develop(staff, files):
    """Seconds until all are handed in, until all can be looked at, and until all files are made."""
    begun = time.monotonic()
    ids = []
    threads = [threading.Thread(target=lambda file=file: ids.append(staff.hand_in(file))) for file in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(set(ids)) != len(files):
        sys.exit(f"bench: {len(set(ids))} of {len(files)} photos were kept")
    times = [time.monotonic() - begun]
    for wanted in (("ready", "complete"), ("complete",)):
        while True:
            far = staff.progress()
            if any(far[photo] == "refused" for photo in ids):
                sys.exit("bench: a photo was refused")
            if all(far[photo] in wanted for photo in ids):
                break
            time.sleep(0.5)
        times.append(time.monotonic() - begun)
    return times


class Visitors:
    """Come at a steady rate until they leave; each kind keeps what it waited, in milliseconds."""

    def __init__(self, port, rate):
        self.over = multiprocessing.Event()
        self.kinds = {}
        for kind in PATHS:
            ours, theirs = multiprocessing.Pipe()
            come = multiprocessing.Process(target=visit, args=(port, kind, len(PATHS) / rate, self.over, theirs))
            come.start()
            self.kinds[kind] = (come, ours)

    def leave(self):
        self.over.set()
        waits = {}
        for kind, (come, told) in self.kinds.items():
            waits[kind] = told.recv()
            come.join()
        return waits


def visit(port, kind, pause, over, tell):
    aside()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    waits, due, chance = [], time.perf_counter(), random.Random(kind)
    while not over.is_set():
        time.sleep(max(0, due - time.perf_counter()))
        connection.request("GET", "/stories", headers=PATHS[kind])
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"bench: the gallery answered {answer.status}")
        waits.append((time.perf_counter() - due) * 1000)
        due += chance.expovariate(1 / pause)
    tell.send(waits)


def aside():
    """Visitors have machines of their own: here they don't queue for the server's cores, so that what they wait is the server's."""
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    except PermissionError:
        print("bench: visitors share the cores with the server (no right to a priority)", file=sys.stderr)


def report(asked, found):
    handed, visible, whole = found.times
    verdict = "under" if found.peak <= asked.cap else "OVER"
    lines = [
        MARK,
        "",
        f"## {asked.photos} photos of {SIZE[0] * SIZE[1] // 1_000_000} megapixels at once, {datetime.date.today()}",
        "",
        f"`bin/bench memory --photos {asked.photos} --rate {asked.rate} --rounds {asked.rounds}` on {machine()}, SQLite and a folder; "
        f"candor {output('git', 'rev-parse', '--short', 'HEAD')}. {asked.rate} visitors a second ask for the gallery from the same machine.",
        "",
        f"Memory of the process: {found.before:.0f} MiB before, **{found.peak:.0f} MiB at its highest**, {verdict} the cap of {asked.cap} MiB. "
        f"All handed in after {handed:.1f} s, all to be seen after **{visible:.1f} s**, all files made after **{whole:.1f} s**.",
        "",
        "| gallery | visitors idle / busy | p50 ms idle | p50 ms busy | p99 ms idle | p99 ms busy | p99 busy ÷ idle (goal ≤ 2) |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind in PATHS:
        one, other = found.idle[kind], found.busy[kind]
        cells = [statistics.median(one), statistics.median(other), percentile(one, 0.99), percentile(other, 0.99)]
        shown = " | ".join(f"{cell:.2f}" for cell in cells)
        lines.append(f"| {kind} | {len(one)} / {len(other)} | {shown} | **{cells[3] / cells[2]:.2f}** |")
    return "\n".join([*lines, ""])


def percentile(sorted_waits, part):
    return sorted_waits[min(len(sorted_waits) - 1, int(len(sorted_waits) * part))]

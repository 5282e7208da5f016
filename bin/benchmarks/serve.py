"""Pages and pictures, as fast as nginx serves files.

Makes the demo once (target/bench/data), saves our own answers for nginx to serve with the same headers, and then asks both
for the same bytes with wrk, in pairs, in turn. Installs wrk and nginx when it runs as root on Debian or Ubuntu.
"""
import datetime
import http.client
import os
import re
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import time
from pathlib import Path

from .ground import CANDOR, HOME, machine, output, release, write_section

DATA = HOME / "data"
TICK = os.sysconf("SC_CLK_TCK")
MARK = "<!-- bin/bench serve writes below this line -->"


def arguments(parser):
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--connections", type=int, default=32)


def run(asked):
    install()
    release()
    seed()
    cold = sorted(cold_start() for _ in range(9))
    server = Server.candor()
    nginx = None
    try:
        time.sleep(2)
        idle = server.memory()
        targets = choose(server)
        nginx = Server.nginx(targets, server)
        check_same(targets, server, nginx)
        rows = [measure(target, server, nginx, asked) for target in targets]
        past = [measure(target, server, None, asked, {"Cookie": "candor-form=past-memory"}) for target in targets[:2]]
        loaded = server.peak()
    finally:
        server.stop()
        if nginx:
            nginx.stop()
    text = report(asked, cold, idle, loaded, rows, past)
    print(text)
    if not asked.dry:
        write_section(MARK, text)


def install():
    wanted = {"wrk": "wrk", "nginx": "nginx-light"}
    missing = [package for name, package in wanted.items() if not find(name)]
    if not missing:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"bench: missing: {' '.join(missing)}")
    policy = Path("/usr/sbin/policy-rc.d")
    ours = not policy.exists()
    if ours:  # nginx must not start by itself on port 80
        policy.write_text("#!/bin/sh\nexit 101\n")
        policy.chmod(0o755)
    try:
        subprocess.run(["apt-get", "update", "-q"], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing], check=True, stdout=subprocess.DEVNULL)
    finally:
        if ours:
            policy.unlink()


def find(name):
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def candor_env(port):
    keep = {k: v for k, v in os.environ.items() if not k.startswith("CANDOR_") and not k.endswith("_URL")}
    return keep | {"CANDOR_LISTEN": f"127.0.0.1:{port}", "CANDOR_BASE_URL": f"http://127.0.0.1:{port}", "CANDOR_DATA_DIR": str(DATA)}


def start(command, port, log):
    out = open(HOME / f"{log}.log", "ab")
    return subprocess.Popen([CANDOR, command], env=candor_env(port), stdout=out, stderr=out, stdin=subprocess.DEVNULL, cwd=HOME)


def seed():
    """The demo with all its renditions made, once."""
    if (DATA / ".whole").exists():
        return
    print("bench: making the demo …", flush=True)
    port = free_port()
    process = start("demo", port, "demo")
    try:
        wait_for(port, process, 300)
        waiting = 1
        until = time.time() + 900
        while waiting and time.time() < until:
            time.sleep(2)
            with sqlite3.connect(f"file:{database()}?mode=ro", uri=True) as db:
                waiting = db.execute("SELECT count(*) FROM jobs WHERE parked_at IS NULL").fetchone()[0]
        (DATA / ".whole").touch()
    finally:
        end(process)


def database():
    return next(path for path in DATA.rglob("*") if path.suffix in (".db", ".sqlite", ".sqlite3"))


def wait_for(port, process, seconds, pause=0.25):
    until = time.time() + seconds
    while time.time() < until:
        if process.poll() is not None:
            sys.exit(f"bench: the server ended with {process.returncode}; see {HOME}/*.log")
        try:
            if ask(port, "/")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(pause)
    sys.exit("bench: no answer")


def ask(port, path, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, dict((k.lower(), v) for k, v in answer.getheaders()), body


def cold_start():
    """Milliseconds from the start of the process to the first 200 of the home page."""
    port = free_port()
    begun = time.perf_counter()
    process = start("serve", port, "serve")
    wait_for(port, process, 20, pause=0.001)
    took = (time.perf_counter() - begun) * 1000
    end(process)
    return took


def end(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(25)
    except subprocess.TimeoutExpired:
        process.kill()


class Server:
    def __init__(self, name, port, process, workers):
        self.name, self.port, self.process, self.workers = name, port, process, workers

    @classmethod
    def candor(cls):
        port = free_port()
        process = start("serve", port, "serve")
        wait_for(port, process, 20, pause=0.01)
        return cls("candor", port, process, lambda: [process.pid])

    @classmethod
    def nginx(cls, targets, server):
        port = free_port()
        folder = HOME / "nginx"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "files").mkdir(parents=True)
        for path in (HOME.parent, HOME, folder, folder / "files"):
            path.chmod(path.stat().st_mode | 0o055)
        places = []
        for number, target in enumerate(targets):
            (folder / "files" / str(number)).write_bytes(target["body"])
            drop = {"content-length", "content-type", "date", "etag", "connection", "vary", "last-modified"}
            headers = {k: v for k, v in target["headers"].items() if k not in drop}
            lines = "".join(f'      add_header {k} "{v}" always;\n' for k, v in headers.items())
            places.append(
                f'    location ~ "^/{number}$" {{\n      root {folder}/files;\n      default_type "{target["headers"]["content-type"]}";\n{lines}    }}\n')
        config = folder / "nginx.conf"
        config.write_text(
            f"worker_processes {os.cpu_count()};\npid {folder}/pid;\nerror_log {folder}/error.log;\ndaemon off;\n"
            + ("user root;\n" if os.geteuid() == 0 else "")
            + "events { worker_connections 1024; }\nhttp {\n  access_log off;\n  sendfile on;\n  tcp_nopush on;\n  tcp_nodelay on;\n"
            "  keepalive_timeout 60;\n  keepalive_requests 100000000;\n  open_file_cache max=100;\n  open_file_cache_valid 60s;\n  types {}\n"
            f"  server {{\n    listen 127.0.0.1:{port} backlog=1024;\n{''.join(places)}  }}\n}}\n")
        process = subprocess.Popen([find("nginx"), "-p", folder, "-c", config], stderr=subprocess.DEVNULL)
        for _ in range(100):
            time.sleep(0.05)
            try:
                ask(port, "/0")
                break
            except OSError:
                continue
        else:
            sys.exit(f"bench: nginx did not start; see {folder}/error.log")

        def workers():
            return children(process.pid)

        return cls("nginx", port, process, workers)

    def cpu(self):
        """Seconds of processor time so far."""
        total = 0
        for pid in self.workers():
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICK

    def status(self, key):
        kilobytes = re.search(rf"{key}:\s+(\d+)", Path(f"/proc/{self.process.pid}/status").read_text())
        return int(kilobytes[1]) / 1024

    def memory(self):
        return self.status("VmRSS")

    def peak(self):
        return self.status("VmHWM")

    def stop(self):
        end(self.process)


def children(parent):
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rsplit(")", 1)[1].split()[1]) == parent:
                found.append(int(stat.parent.name))
        except (OSError, IndexError):
            continue
    return found


def choose(server):
    """The pages of the goals, as a browser gets them."""
    _, _, body = ask(server.port, "/stories")
    text = body.decode()
    story = re.search(r'href="(/stories/[^"?#]+)"', text)[1]
    filters = {path.replace("&amp;", "&") for path in re.findall(r'href="(/stories\?treatment=[^"#]+)"', text)}
    filtered = max(sorted(filters), key=lambda path: len(ask(server.port, path)[2]), default=None)
    _, _, page = ask(server.port, story)
    media = set(re.findall(r"/media/[0-9a-f]+/\d+\.jpg", page.decode()))
    thumbnail = min(media, key=lambda path: int(re.search(r"/(\d+)\.jpg", path)[1]))
    listed = filtered or "/stories"
    found = []
    for name, path, encoding in [
        ("story page", story, "br"),
        ("gallery with a filter" if filtered else "gallery", listed, "br"),
        ("thumbnail, consent checked", thumbnail, None),
    ]:
        headers = {"Accept-Encoding": encoding} if encoding else {}
        for _ in range(3):
            status, got, body = ask(server.port, path, headers)
            assert status == 200, (path, status)
        found.append({"name": name, "path": path, "ask": headers, "headers": got, "body": body})
    for number, target in enumerate(found):
        target["file"] = f"/{number}"
    return found


def check_same(targets, server, nginx):
    for target in targets:
        ours = ask(server.port, target["path"], target["ask"])
        theirs = ask(nginx.port, target["file"], target["ask"])
        assert ours[0] == theirs[0] == 200 and ours[2] == theirs[2], f"{target['name']}: not the same bytes"
        for key in ("content-type", "content-encoding", "content-security-policy", "cache-control"):
            assert ours[1].get(key) == theirs[1].get(key), f"{target['name']}: {key} differs"


def measure(target, server, nginx, asked, more=None):
    label = target["name"] + ("" if nginx else ", past memory")
    headers = target["ask"] | (more or {})
    runs = {"candor": [], "nginx": []}
    for number in range(asked.rounds + 1):
        pair = [(server, target["path"])] + ([(nginx, target["file"])] if nginx else [])
        if number % 2:
            pair.reverse()
        for one, path in pair:
            run = load(one, path, headers, 1 if number == 0 else asked.seconds, asked.connections)
            if number:  # the first round warms up
                runs[one.name].append(run)
        print(f"bench: {label}: round {number} of {asked.rounds}", flush=True)
    middle = {name: {key: statistics.median(run[key] for run in done) for key in done[0]} for name, done in runs.items() if done}
    ratio = None
    if nginx:
        ratio = statistics.median(a["rate"] / b["rate"] for a, b in zip(runs["candor"], runs["nginx"]))
    return {"name": target["name"], "bytes": len(target["body"]), "ratio": ratio, **middle}


def load(server, path, headers, seconds, connections):
    before = server.cpu()
    flags = [flag for key, value in headers.items() for flag in ("-H", f"{key}: {value}")]
    done = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", *flags, f"http://127.0.0.1:{server.port}{path}"],
        check=True, capture_output=True, text=True)
    used = server.cpu() - before
    told = done.stdout
    requests = int(re.search(r"(\d+) requests in", told)[1])
    if bad := re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: .*", told):
        sys.exit(f"bench: {path}: {bad[0]}")
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]),
        "p50": milliseconds(re.search(r"^\s+50%\s+(\S+)", told, re.M)[1]),
        "p99": milliseconds(re.search(r"^\s+99%\s+(\S+)", told, re.M)[1]),
        "cpu": used / requests * 1e6,
    }


def milliseconds(text):
    number, unit = re.match(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def report(asked, cold, idle, loaded, rows, past):
    load1 = Path("/proc/loadavg").read_text().split()[0]
    versions = [
        f"candor {output('git', 'rev-parse', '--short', 'HEAD')}",
        output("rustc", "--version").split(" (")[0],
        output(find("nginx"), "-v").replace("nginx version: ", ""),
        re.search(r"wrk \S+", output("wrk", "-v"))[0],
    ]
    lines = [
        MARK,
        "",
        f"## {datetime.date.today()}",
        "",
        f"`bin/bench serve --rounds {asked.rounds} --seconds {asked.seconds} --connections {asked.connections}` on "
        f"{machine()}, SQLite and a folder; "
        f"{', '.join(versions)}. Load average when it ended: {load1}. Server and wrk share the cores. Medians of the rounds; the ratio is the median of the pairs.",
        "",
        "| work | bytes | server | requests/s | p50 ms | p99 ms | CPU µs/request | ÷ nginx |",
        "| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        for name in ("candor", "nginx"):
            ratio = f"**{row['ratio']:.2f}**" if name == "candor" else ""
            lines.append(line(row, name, name, ratio))
    for row in past:
        lines.append(line(row, "candor", "candor, past memory", ""))
    lines += [
        "",
        f"Cold start to the first 200 of the home page: {statistics.median(cold):.0f} ms (median of {len(cold)}, from {cold[0]:.0f} to {cold[-1]:.0f}). "
        f"Memory: {idle:.0f} MB idle, {loaded:.0f} MB at its highest under this load.",
        "",
    ]
    return "\n".join(lines)


def line(row, name, label, ratio):
    one = row[name]
    return (f"| {row['name']} | {row['bytes']:,} | {label} | {one['rate']:,.0f} | {one['p50']:.2f} | {one['p99']:.2f} | {one['cpu']:.1f} | {ratio} |")

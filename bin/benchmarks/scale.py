"""The gallery of a house that has grown: the same pages with 500, 5,000 and 50,000 public stories, on SQLite and on PostgreSQL.

The stories are those of the demo, copied row by row with ids, facts and words of their own; pictures are shared. Each page is
asked for with a cookie, so that it is never answered from memory, by one visitor after another.
"""
import base64
import csv
import datetime
import http.client
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
import uuid
from pathlib import Path

from . import serve
from .ground import CANDOR, HOME, ROOT, machine, output, release, write_section

MARK = "<!-- bin/bench scale writes below this line -->"
NORWOOD = ["2", "2a", "3", "3a", "3v", "4", "4a", "5", "5a", "6", "7"]
AGES = ["18-24", "25-34", "35-44", "45-54", "55-64", "65-up"]
SKIN = ["1", "2", "3", "4", "5", "6"]
COMMON = "hairline crown scar density session healed natural clippers mirror work".split()


def arguments(parser):
    parser.add_argument("--stories", default="500,5000,50000", help="how many, several by commas")
    parser.add_argument("--asks", type=int, default=60, help="requests for each page")
    parser.add_argument("--databases", default="SQLite,PostgreSQL")


def run(asked):
    serve.install()
    release()
    serve.seed()
    sizes = [int(size) for size in asked.stories.split(",")]
    rows = []
    for size in sizes:
        folder = grown(size)
        for database in asked.databases.split(","):
            with Running(database, folder, size) as server:
                rows.append((database, size, measure(server, folder, asked.asks)))
    text = report(asked, sizes, rows)
    print(text)
    if not asked.dry:
        write_section(MARK, text)


# ── the stories ──


def grown(size):
    """A data folder whose database has so many public stories."""
    folder = HOME / f"many-{size}"
    if (folder / ".whole").exists():
        return folder
    print(f"bench: making {size:,} stories …", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(serve.DATA, folder, ignore=shutil.ignore_patterns("media", ".whole"))
    (folder / "media").symlink_to(serve.DATA / "media")
    database = next(path for path in folder.rglob("*") if path.suffix in (".db", ".sqlite", ".sqlite3"))
    with sqlite3.connect(database) as db:
        db.row_factory = sqlite3.Row
        db.execute("PRAGMA foreign_keys=OFF")
        db.execute("PRAGMA synchronous=OFF")
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        copy_stories(db, size)
        for _, sql in triggers:
            db.execute(sql)
        db.execute("ANALYZE")
    (folder / ".whole").touch()
    return folder


def copy_stories(db, size):
    public = """SELECT DISTINCT s.id, s.case_id, s.client_id FROM stories s JOIN standing_publications p ON p.story_id = s.id
                WHERE p.channel = 'website' AND s.published_at IS NOT NULL"""
    models = db.execute(public).fetchall()
    chance = random.Random(size)
    words = ["".join(chance.choice("bdfklmnprstv") + chance.choice("aeiou") for _ in range(3)) for _ in range(4000)]
    begun = datetime.datetime(2026, 1, 1)
    # What each table has of each model, read once.
    of = {}
    for story, case, client in models:
        one = {"clients": rows(db, "clients", "id", client), "cases": rows(db, "cases", "id", case)}
        for table in ["case_sessions", "photos", "pairs", "consents", "grants", "publications", "stories", "testimonials"]:
            one[table] = rows(db, table, "case_id", case)
        one["approvals"] = rows(db, "approvals", "story_id", story)
        uses = [row["id"] for row in one["publications"]]
        one["publication_renditions"] = [row for use in uses for row in rows(db, "publication_renditions", "publication_id", use)]
        of[story] = one
    for number in range(size - len(models)):
        story, _, _ = models[number % len(models)]
        write_copy(db, of[story], number, chance, words, begun + datetime.timedelta(minutes=number * 5))


def rows(db, table, column, value):
    return [dict(row) for row in db.execute(f"SELECT * FROM {table} WHERE {column} = ?", [value])]


def write_copy(db, model, number, chance, words, at):
    renamed = {}
    for table in ["clients", "cases", "case_sessions", "photos", "pairs", "consents", "grants", "publications", "stories", "testimonials", "approvals"]:
        for row in model[table]:
            renamed[row["id"]] = str(uuid.UUID(int=chance.getrandbits(128), version=4))
    facts = {"norwood": chance.choice(NORWOOD), "age_band": chance.choice(AGES), "skin_tone": chance.choice(SKIN)}
    told = " ".join(chance.choice(words) for _ in range(30)) + " " + " ".join(chance.sample(COMMON, 4)) + f" rare{number:06d}"
    slug = f"copy-{number:06d}"

    def text(value):
        for old, new in renamed.items():
            if old in value:
                value = value.replace(old, new)
        return value

    for table, all_rows in model.items():
        for row in all_rows:
            row = {key: text(value) if isinstance(value, str) else value for key, value in row.items()}
            if "object_id" in row and table == "photos":
                row["object_id"] = str(uuid.UUID(int=chance.getrandbits(128), version=4))
            if "public_id" in row:
                row["public_id"] = f"{chance.getrandbits(128):032x}"
            if table == "cases":
                row |= {key: value for key, value in facts.items() if row.get(key)}
            if table == "stories":
                row["slug"] = slug
                if row["published_at"]:
                    row["published_at"] = row["first_published_at"] = at.isoformat(sep=" ")
            if table == "approvals":
                snapshot = json.loads(row["snapshot"])
                snapshot["slug"] = slug
                snapshot["narrative"] = told
                row["snapshot"] = json.dumps(snapshot)
            if table == "grants" and row["what"] == "facts":
                row["source"] = json.dumps([[name, facts.get(name, value)] for name, value in json.loads(row["source"])])
            names = ", ".join(row)
            db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


# ── the server ──


class Running:
    """Candor on these stories, in one database or the other."""

    def __init__(self, database, folder, size):
        self.database, self.folder, self.size, self.postgres = database, folder, size, None

    def __enter__(self):
        print(f"bench: {self.size:,} stories on {self.database} …", flush=True)
        self.port = serve.free_port()
        keep = {k: v for k, v in os.environ.items() if not k.startswith("CANDOR_") and not k.endswith("_URL")}
        self.env = keep | {
            "CANDOR_LISTEN": f"127.0.0.1:{self.port}",
            "CANDOR_BASE_URL": f"http://127.0.0.1:{self.port}",
            "CANDOR_DATA_DIR": str(self.folder),
        }
        if self.database == "PostgreSQL":
            self.fill()
        out = open(HOME / "scale.log", "ab")
        begun = time.perf_counter()
        self.process = subprocess.Popen([CANDOR, "serve"], env=self.env, stdout=out, stderr=out, stdin=subprocess.DEVNULL, cwd=HOME)
        serve.wait_for(self.port, self.process, 120, pause=0.002)
        self.cold = (time.perf_counter() - begun) * 1000
        return self

    def __exit__(self, *_):
        serve.end(self.process)
        if self.postgres:
            self.postgres.stdin.close()
            self.postgres.wait(60)

    def fill(self):
        """A PostgreSQL of our own with the rows of the folder's database."""
        told = ["sh", "-c", 'echo "$TEST_DATABASE_URL"; read -r end']
        self.postgres = subprocess.Popen([ROOT / "bin" / "with-postgres", *told], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        url = self.postgres.stdout.readline().strip()
        self.env["DATABASE_URL"] = self.url = url
        for secret in (self.folder / "secrets").iterdir():
            self.env[f"CANDOR_{secret.name.upper()}_SECRET_FILE"] = str(secret)
        subprocess.run([CANDOR, "migrate"], env=self.env, check=True, stdout=subprocess.DEVNULL)
        database = next(path for path in self.folder.rglob("*") if path.suffix in (".db", ".sqlite", ".sqlite3"))
        script = ["SET session_replication_role = replica;"]
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
            tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'") if not name.startswith(("sqlite", "__"))]
            for table in tables:
                found = db.execute(f"SELECT * FROM {table}")
                file = HOME / "scale.csv" / f"{table}.csv"
                file.parent.mkdir(exist_ok=True)
                with open(file, "w", newline="") as out:
                    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL)
                    names = [column[0] for column in found.description]
                    for row in found:
                        writer.writerow(["\\N" if v is None else "\\x" + v.hex() if isinstance(v, bytes) else v for v in row])
                script += [f"TRUNCATE {table} CASCADE;", f"\\copy {table} ({', '.join(names)}) FROM '{file}' WITH (FORMAT csv, NULL '\\N')"]
        script.append("ANALYZE;")
        ordered = [line for line in script if line.startswith("TRUNCATE")]
        rest = [line for line in script[1:] if not line.startswith("TRUNCATE")]
        subprocess.run(["psql", "-q", "-v", "ON_ERROR_STOP=1", url], input="\n".join([script[0], *ordered, *rest]), text=True, check=True)
        shutil.rmtree(HOME / "scale.csv")

    def change(self):
        """Something that pages show changes: nothing that was kept holds any more."""
        sql = "UPDATE clinic SET tagline = tagline"
        if self.database == "PostgreSQL":
            subprocess.run(["psql", "-q", self.url, "-c", sql], check=True)
        else:
            database = next(path for path in self.folder.rglob("*") if path.suffix in (".db", ".sqlite", ".sqlite3"))
            with sqlite3.connect(database, timeout=30) as db:
                db.execute(sql)

    def memory(self, key):
        return next(int(line.split()[1]) / 1024 for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines() if line.startswith(key))


# ── the figures ──


def measure(server, folder, asks):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)

    def ask(path):
        begun = time.perf_counter()
        connection.request("GET", path, headers={"Cookie": "candor-form=past-memory", "Accept-Encoding": "br"})
        answer = connection.getresponse()
        body = answer.read()
        took = (time.perf_counter() - begun) * 1000
        if answer.status != 200:
            sys.exit(f"bench: {path} answers {answer.status}: {body[:200]}")
        return took

    database = next(path for path in folder.rglob("*") if path.suffix in (".db", ".sqlite", ".sqlite3"))
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
        treatment = db.execute("SELECT t.slug FROM treatments t JOIN cases c ON c.treatment_id = t.id GROUP BY t.id ORDER BY count(*) DESC").fetchone()[0]
        oldest = db.execute("SELECT id, published_at FROM stories WHERE slug LIKE 'copy-%' ORDER BY published_at LIMIT 1 OFFSET 40").fetchone()
        some = db.execute("SELECT slug FROM stories WHERE slug LIKE 'copy-%' AND published_at IS NOT NULL LIMIT 1 OFFSET 9").fetchone()[0]
        rare = db.execute("SELECT max(slug) FROM stories WHERE slug LIKE 'copy-%'").fetchone()[0].replace("copy-", "rare")
    at = datetime.datetime.fromisoformat(oldest[1]).replace(tzinfo=datetime.timezone.utc)
    cursor = base64.urlsafe_b64encode(f"{int(at.timestamp() * 1e6)}|{oldest[0]}".encode()).decode().rstrip("=")
    pages = {
        "story": f"/stories/{some}",
        "filtered page 1": f"/stories?treatment={treatment}&age_band=35-44",
        "deep page": f"/stories?after={cursor}",
        "filter + rare word": f"/stories?treatment={treatment}&q={rare}",
        "common word": "/stories?q=hairline",
        "misspelled word": "/stories?q=haxirline",
        "finder": "/find?start=norwood-4&age_band=35-44",
    }
    figures = {"cold start": server.cold, "memory": server.memory("VmRSS")}
    for path in pages.values():
        ask(path)
    for name, path in pages.items():
        took = sorted(ask(path) for _ in range(asks))
        figures[name] = statistics.median(took)
        figures[f"{name} p99"] = took[int(len(took) * 0.99)]
    after = []
    for _ in range(5):
        server.change()
        time.sleep(0.5)
        after.append(ask(pages["filtered page 1"]))
    figures["after a change"] = statistics.median(after)
    figures["peak"] = server.memory("VmHWM")
    return figures


def report(asked, sizes, rows):
    load = Path("/proc/loadavg").read_text().split()[0]
    lines = [
        MARK,
        "",
        f"## A house that has grown, {datetime.date.today()}",
        "",
        f"`bin/bench scale --stories {asked.stories} --asks {asked.asks}` on {machine()}; candor {output('git', 'rev-parse', '--short', 'HEAD')}, "
        f"{output('psql', '--version')}. Load average when it ended: {load}. Milliseconds of one visitor, rendered each time (never from memory): median, "
        "and in brackets the slowest hundredth.",
        "",
        "| page | " + " | ".join(f"{database}, {size:,}" for database, size, _ in rows) + " |",
        "| --- |" + " ---: |" * len(rows),
    ]
    for name in [name for name in rows[0][2] if not name.endswith(" p99")]:
        cells = []
        for _, _, figures in rows:
            p99 = figures.get(f"{name} p99")
            unit = " MB" if name in ("memory", "peak") else ""
            cells.append(f"{figures[name]:.0f}{unit}" if p99 is None else f"{figures[name]:.1f} ({p99:.1f})")
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    lines.append("")
    return "\n".join(lines)

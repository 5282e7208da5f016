// The queue of photos on their way: three at once, each with its own state, until the server has decoded it. Nothing is
// called ready before that.

/**
 * @typedef {import("./photo-progress.js").Double} Double
 * @typedef {"waiting" | "sending" | "processing" | "ready" | "duplicate" | "failed"} State
 * @typedef {object} Entry
 * @property {File} file
 * @property {[string, string][]} fields what the form said when the file was chosen
 * @property {State} state
 * @property {boolean} again whether trying once more may help
 * @property {number} sent bytes, never fewer than before
 * @property {string} [photo] its id
 * @property {HTMLLIElement} line
 */

const AT_ONCE = 3;
/** How long to wait before a file whose connection broke is tried again by itself, in ms. */
const PAUSES = [800, 2500];

/** @param {() => Promise<void>} refresh shows what has arrived @param {import("./photo-progress.js").Progress} progress */
export function startQueue(refresh, progress) {
  const form = document.getElementById("upload");
  const shown = document.getElementById("upload-queue");
  const input = document.getElementById("files");
  if (form instanceof HTMLFormElement && shown && input instanceof HTMLInputElement) {
    new Queue(form, shown, input, refresh, progress);
  }
}

class Queue {
  /** @param {HTMLFormElement} form @param {HTMLElement} shown @param {HTMLInputElement} input @param {() => Promise<void>} refresh @param {import("./photo-progress.js").Progress} progress */
  constructor(form, shown, input, refresh, progress) {
    this.form = form;
    /** Where staff's pages live, seen from /staff/cases/…/photos. */
    this.staff = new URL("../..", form.action).pathname;
    this.shown = shown;
    this.refresh = refresh;
    this.progress = progress;
    progress.listeners.push((photos) => this.heard(photos));
    /** @type {Entry[]} */
    this.entries = [];
    this.running = 0;
    this.list = /** @type {HTMLUListElement} */ (shown.querySelector(".queue-files"));
    this.bar = /** @type {HTMLProgressElement} */ (shown.querySelector("progress"));
    this.summary = /** @type {HTMLElement} */ (shown.querySelector(".queue-summary"));
    this.retry = /** @type {HTMLButtonElement} */ (shown.querySelector(".queue-retry"));
    this.retry.textContent = this.word("retry");
    this.retry.addEventListener("click", () => this.tryAgain());
    const take = () => {
      this.add([...(input.files ?? [])]);
      input.value = "";
    };
    input.addEventListener("change", take);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      take();
    });
    this.listenForDrops();
    addEventListener("beforeunload", (event) => {
      if (this.entries.some(({ state }) => state === "waiting" || state === "sending")) event.preventDefault();
    });
  }

  /** @param {string} name */
  word(name) {
    return this.shown.dataset[name] ?? "";
  }

  listenForDrops() {
    const holdsFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");
    const over = (/** @type {boolean} */ on) => document.body.classList.toggle("dropping", on);
    this.form.dataset.drop = this.word("drop");
    document.addEventListener("dragover", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      over(true);
    });
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) over(false);
    });
    document.addEventListener("drop", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      over(false);
      this.add([...(event.dataTransfer?.files ?? [])]);
    });
  }

  /** @param {File[]} files */
  add(files) {
    if (!files.length) return;
    this.shown.hidden = false;
    /** @type {[string, string][]} */
    const fields = [];
    for (const [name, value] of new FormData(this.form)) if (typeof value === "string") fields.push([name, value]);
    for (const file of files) {
      const line = document.createElement("li");
      line.innerHTML = '<span class="queue-name"></span><progress max="1" value="0"></progress><span class="queue-state"></span>';
      /** @type {HTMLElement} */ (line.firstElementChild).textContent = file.name;
      line.querySelector("progress")?.setAttribute("aria-label", file.name);
      this.list.append(line);
      /** @type {Entry} */
      const entry = { file, fields, state: "waiting", again: false, sent: 0, line };
      this.entries.push(entry);
      this.say(entry, "waiting", this.word("waiting"));
    }
    this.work();
  }

  work() {
    for (const entry of this.entries) {
      if (this.running >= AT_ONCE) return;
      if (entry.state !== "waiting") continue;
      this.running += 1;
      this.say(entry, "sending", this.word("sending"));
      this.send(entry, 0).finally(() => {
        this.running -= 1;
        this.work();
      });
    }
  }

  tryAgain() {
    for (const entry of this.entries) {
      if (entry.state === "failed" && entry.again) this.say(entry, "waiting", this.word("waiting"));
    }
    this.work();
  }

  /** @param {Entry} entry @param {number} tries @returns {Promise<void>} */
  async send(entry, tries) {
    const answer = await post(this.form.action, entry, (bytes) => {
      entry.sent = Math.max(entry.sent, Math.min(bytes, entry.file.size));
      this.advance(entry);
    });
    const broke = answer === undefined;
    if ((broke || answer.status >= 500) && tries < PAUSES.length) {
      await new Promise((resolve) => setTimeout(resolve, PAUSES[tries]));
      return this.send(entry, tries + 1);
    }
    this.told(entry, answer);
  }

  /** What the server said of a file. @param {Entry} entry @param {Answer | undefined} answer */
  told(entry, answer) {
    const one = answer?.body?.files?.[0];
    if (!answer || !one) {
      entry.again = true;
      const signedOut = answer?.status === 401 || answer?.status === 403;
      const why = signedOut ? this.word("signedOut") : (answer?.body?.error ?? this.word(answer ? "failed" : "offline"));
      return this.say(entry, "failed", why);
    }
    entry.photo = one.photo ?? undefined;
    if (one.code === "photo-duplicate") {
      return this.say(entry, "duplicate", one.message, one.photo ? [[`${this.staff}photos/${one.photo}`, this.word("open")]] : []);
    }
    if (one.status >= 300) {
      entry.again = one.status >= 500 || one.status === 408;
      return this.say(entry, "failed", one.message);
    }
    entry.line.dataset.other = one.case ? `${this.staff}cases/${one.case}/photos` : "";
    this.say(entry, "processing", this.word("processing"));
    this.progress.follow();
  }

  /** How far the versions are. @param {import("./photo-progress.js").Photo[]} photos */
  heard(photos) {
    const coming = this.entries.filter(({ state }) => state === "processing");
    for (const entry of coming) {
      const photo = photos.find(({ id }) => id === entry.photo);
      if (!photo || photo.state === "refused") this.say(entry, "failed", photo?.message ?? this.word("failed"));
      else if (photo.state === "ready") this.ready(entry, photo.double);
      else this.say(entry, "processing", photo.words);
    }
    const waits = this.entries.some(({ state }) => state === "processing");
    if (coming.length && !waits) this.refresh();
    return waits;
  }

  /** @param {Entry} entry @param {Double | null} double */
  ready(entry, double) {
    const { other } = entry.line.dataset;
    /** @type {[string, string][]} */
    const links = [[`${this.staff}photos/${entry.photo}`, this.word("open")]];
    if (other) links.push([other, this.word("other")]);
    if (other || !double) return this.say(entry, "ready", this.word(other ? "readyAlso" : "ready"), links);
    links.push([double.here ? `${this.staff}photos/${double.photo}` : `${this.staff}cases/${double.case}/photos#photo-${double.photo}`, this.word("doubleOpen")]);
    this.say(entry, "ready", `${this.word("ready")}. ${this.word(double.here ? "doubleHere" : "doubleCase")}`, links);
  }

  /** @param {Entry} entry @param {State} state @param {string} words @param {[string, string][]} links */
  say(entry, state, words, links = []) {
    entry.state = state;
    entry.line.className = state;
    const shown = /** @type {HTMLElement} */ (entry.line.querySelector(".queue-state"));
    shown.textContent = words;
    for (const [href, text] of links) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = text;
      shown.append(" ", link);
    }
    this.advance(entry);
    this.sumUp();
  }

  /** Bars only ever grow: four fifths for sending, the rest for what the server does. @param {Entry} entry */
  advance(entry) {
    const bar = /** @type {HTMLProgressElement} */ (entry.line.querySelector("progress"));
    bar.value = Math.max(bar.value, share(entry));
    const size = (/** @type {Entry} */ one) => one.file.size || 1;
    const all = this.entries.reduce((sum, one) => sum + size(one), 0);
    const done = this.entries.reduce((sum, one) => sum + size(one) * share(one), 0);
    this.bar.value = Math.max(this.bar.value, done / all);
  }

  sumUp() {
    const count = (/** @type {State} */ wanted) => this.entries.filter(({ state }) => state === wanted).length;
    const [ready, duplicates, failed] = [count("ready"), count("duplicate"), count("failed")];
    const done = ready + duplicates + failed;
    this.retry.hidden = !this.entries.some((one) => one.state === "failed" && one.again);
    const over = done === this.entries.length;
    const text = over ? this.word("summaryDone") : this.word("summary");
    this.summary.textContent = text
      .replace("{done}", String(done))
      .replace("{all}", String(this.entries.length))
      .replace("{ready}", String(ready))
      .replace("{duplicates}", String(duplicates))
      .replace("{failed}", String(failed));
  }
}

/** @param {Entry} entry */
function share({ state, sent, file }) {
  if (state === "ready" || state === "duplicate" || state === "failed") return 1;
  return file.size ? (sent / file.size) * 0.8 : 0;
}

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {{ files?: { status: number, code: string, message: string, photo: string | null, case: string | null }[], error?: string } | null} body
 */

/**
 * `undefined` when the connection broke. XMLHttpRequest tells how much was sent; fetch does not.
 * @param {string} address @param {Entry} entry @param {(bytes: number) => void} progress @returns {Promise<Answer | undefined>}
 */
function post(address, { file, fields }, progress) {
  return new Promise((resolve) => {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    body.append("files", file);
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => progress(event.loaded));
    request.addEventListener("error", () => resolve(undefined));
    request.addEventListener("abort", () => resolve(undefined));
    request.addEventListener("load", () => resolve({ status: request.status, body: request.response }));
    request.send(body);
  });
}

// Draws masks and the crop on the photo, into the number fields of the form beside it. Without this script the fields
// are filled by hand.

/** @typedef {{x: number, y: number, width: number, height: number}} Rect in percent of the photo */

class MaskEditor extends HTMLElement {
  connectedCallback() {
    const image = this.querySelector("img");
    const form = document.getElementById("photo-form");
    if (!image || !(form instanceof HTMLFormElement)) return;
    this.image = image;
    this.form = form;
    this.tool = "face";
    this.append(this.tools());
    this.overlay = document.createElement("div");
    this.append(this.overlay);
    form.addEventListener("input", () => this.draw());
    image.addEventListener("pointerdown", (event) => this.begin(event));
    this.draw();
  }

  tools() {
    const bar = document.createElement("div");
    bar.className = "tools";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", this.dataset.tools ?? "");
    for (const kind of ["face", "eyes", "mark", "crop"]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.textContent = this.dataset[kind] ?? kind;
      button.setAttribute("aria-pressed", String(kind === this.tool));
      button.addEventListener("click", () => {
        this.tool = kind;
        for (const other of bar.children) other.setAttribute("aria-pressed", String(other === button));
      });
      bar.append(button);
    }
    return bar;
  }

  /** @param {PointerEvent} event */
  begin(event) {
    event.preventDefault();
    const start = this.at(event);
    const box = document.createElement("div");
    box.className = "drawn";
    this.overlay.append(box);
    const rect = (/** @type {PointerEvent} */ e) => {
      const end = this.at(e);
      return { x: Math.min(start.x, end.x), y: Math.min(start.y, end.y), width: Math.abs(end.x - start.x), height: Math.abs(end.y - start.y) };
    };
    const move = (/** @type {PointerEvent} */ e) => this.place(box, rect(e));
    const finish = (/** @type {PointerEvent} */ e) => {
      this.image.removeEventListener("pointermove", move);
      this.image.removeEventListener("pointerup", finish);
      this.image.removeEventListener("pointercancel", cancel);
      const drawn = rect(e);
      if (drawn.width > 1 && drawn.height > 1) this.write(drawn);
      this.draw();
    };
    const cancel = () => this.draw();
    this.image.setPointerCapture(event.pointerId);
    this.image.addEventListener("pointermove", move);
    this.image.addEventListener("pointerup", finish);
    this.image.addEventListener("pointercancel", cancel);
  }

  /** @param {PointerEvent} event */
  at(event) {
    const box = this.image.getBoundingClientRect();
    const clamp = (/** @type {number} */ n) => Math.min(100, Math.max(0, n));
    return { x: clamp(((event.clientX - box.left) / box.width) * 100), y: clamp(((event.clientY - box.top) / box.height) * 100) };
  }

  /** @param {Rect} rect */
  write(rect) {
    const names = ["x", "y", "width", "height"];
    const prefix = this.tool === "crop" ? "crop" : "mask";
    let row = this.form.querySelector("#crop .mask-row");
    if (prefix === "mask") {
      const rows = [...this.form.querySelectorAll("#masks .mask-row")];
      row = rows.find((r) => !r.querySelector("select").value) ?? this.another(rows.at(-1));
      row.querySelector("select").value = this.tool;
    }
    for (const name of names) row.querySelector(`[name=${prefix}_${name}]`).value = rect[name].toFixed(2);
  }

  /** @param {Element} row */
  another(row) {
    const copy = row.cloneNode(true);
    for (const input of copy.querySelectorAll("input")) input.value = "";
    row.after(copy);
    return copy;
  }

  draw() {
    this.overlay.replaceChildren();
    const rows = [...this.form.querySelectorAll("#masks .mask-row")].map((row) => [row, row.querySelector("select").value]);
    rows.push([this.form.querySelector("#crop .mask-row"), "crop"]);
    for (const [row, kind] of rows) {
      const numbers = [...row.querySelectorAll("input")].map((input) => parseFloat(input.value));
      if (!kind || numbers.some(Number.isNaN)) continue;
      const box = document.createElement("div");
      box.className = `drawn ${kind}`;
      box.textContent = this.dataset[kind] ?? kind;
      this.overlay.append(box);
      this.place(box, { x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3] });
    }
  }

  /** @param {HTMLElement} box @param {Rect} rect */
  place(box, rect) {
    const image = this.image;
    box.style.setProperty("left", `${image.offsetLeft + (rect.x / 100) * image.offsetWidth}px`);
    box.style.setProperty("top", `${image.offsetTop + (rect.y / 100) * image.offsetHeight}px`);
    box.style.setProperty("width", `${(rect.width / 100) * image.offsetWidth}px`);
    box.style.setProperty("height", `${(rect.height / 100) * image.offsetHeight}px`);
    box.style.setProperty("pointer-events", "none");
  }
}

customElements.define("mask-editor", MaskEditor);

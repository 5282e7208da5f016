// <ba-compare>: the server sends it complete; this only moves the divider and changes views without a new page.
// @ts-check

/** How far a finger goes before it means to move the divider, in CSS pixels. */
const THRESHOLD = 8;
/** How long to wait for new pictures before showing them anyway, in milliseconds. */
const PATIENCE = 1500;

/** @typedef {{ id: number, x: number, y: number, from: number, moving: boolean }} Drag */

export class BaCompare extends HTMLElement {
  /** @type {Drag | null} */
  #drag = null;
  /** @type {AbortController | null} */
  #going = null;

  connectedCallback() {
    this.addEventListener('input', (event) => event.target === this.#range && this.#show());
    this.addEventListener('change', (event) => this.#choose(event));
    this.addEventListener('click', (event) => this.#follow(event));
    this.addEventListener('pointerdown', (event) => this.#press(event));
    this.addEventListener('pointermove', (event) => this.#move(event));
    this.addEventListener('pointerup', (event) => this.#release(event));
    this.addEventListener('pointercancel', () => (this.#drag = null));
    this.addEventListener('dragstart', (event) => event.preventDefault());
    this.#show();
  }

  get mode() {
    return this.dataset.mode ?? 'slider';
  }

  /** @returns {HTMLInputElement | null} */
  get #range() {
    return this.querySelector('input[type=range]');
  }

  /** Puts the pictures where the range stands, and says so in words. */
  #show() {
    const range = this.#range;
    if (!range) return;
    this.style.setProperty('--at', range.value);
    range.setAttribute('aria-valuetext', (range.dataset.text ?? '#').replace('#', range.value));
  }

  /** @param {number} percent */
  #set(percent) {
    const range = this.#range;
    if (!range) return;
    range.value = String(Math.round(Math.min(100, Math.max(0, percent))));
    this.#show();
  }

  /* Fingers and the mouse. The page keeps scrolling: nothing moves until the pointer goes further along than across. */

  /** @param {PointerEvent} event */
  #press(event) {
    const onPicture = event.target instanceof Element && event.target.closest('picture');
    // A second finger means to zoom.
    const one = event.isPrimary && event.button === 0;
    this.#drag = null;
    if (!onPicture || !one || !this.#range || this.mode === 'side') return;
    this.#drag = { id: event.pointerId, x: event.clientX, y: event.clientY, from: Number(this.#range.value), moving: false };
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.id) return;
    const [along, across] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moving) {
      if (Math.max(Math.abs(along), Math.abs(across)) < THRESHOLD) return;
      if (Math.abs(along) <= Math.abs(across) || this.mode === 'toggle') {
        this.#drag = null;
        return;
      }
      drag.moving = true;
      this.setPointerCapture(drag.id);
    }
    this.#set(drag.from + (this.#direction * along * 100) / this.#box.width);
  }

  /** @param {PointerEvent} event */
  #release(event) {
    const drag = this.#drag;
    this.#drag = null;
    if (!drag || event.pointerId !== drag.id || drag.moving) return;
    if (this.mode === 'toggle') {
      const other = this.querySelector('[name=compare-shown]:not(:checked)');
      if (other instanceof HTMLInputElement) other.checked = true;
      return;
    }
    const { left, right, width } = this.#box;
    const from = this.#direction > 0 ? event.clientX - left : right - event.clientX;
    this.#set((from * 100) / width);
  }

  get #direction() {
    return getComputedStyle(this).direction === 'rtl' ? -1 : 1;
  }

  get #box() {
    return (this.querySelector('picture') ?? this).getBoundingClientRect();
  }

  /* Other views: each is an address of its own; here it comes without a new page. */

  /** @param {Event} event */
  #choose(event) {
    if (!(event.target instanceof HTMLInputElement) || !event.target.form) return;
    const { form } = event.target;
    const url = new URL(form.action);
    for (const [name, value] of new FormData(form)) url.searchParams.set(name, String(value));
    this.#go(url.href);
  }

  /** @param {MouseEvent} event */
  #follow(event) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link?.closest('[data-part]') || !plain) return;
    event.preventDefault();
    const mode = new URL(link.href).searchParams.get('mode');
    if (mode && mode !== this.mode) {
      this.dataset.mode = mode;
      link.closest('[data-part]')?.querySelector('[aria-current]')?.removeAttribute('aria-current');
      link.setAttribute('aria-current', 'true');
    }
    this.#go(link.href);
  }

  /** @param {string} url */
  async #go(url) {
    this.#going?.abort();
    const going = (this.#going = new AbortController());
    // In a frame that another site sealed off nothing may be fetched.
    if (self.origin === 'null') return location.assign(url);
    try {
      const answer = await fetch(url, { signal: going.signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = page.querySelector('ba-compare');
      if (!answer.ok || !next || this.#parts(next).length !== this.#parts(this).length) throw new Error('another page');
      const changes = this.#changes(next);
      await Promise.all(changes.map(([, part]) => loaded(part)));
      if (going.signal.aborted) return;
      this.#replace(changes);
      this.dataset.mode = next.getAttribute('data-mode') ?? this.mode;
      this.dataset.shape = next.getAttribute('data-shape') ?? '';
      // The server puts a choice that can't be into order.
      this.querySelector('form')?.reset();
      history.replaceState(history.state, '', url);
    } catch {
      if (!going.signal.aborted) location.assign(url);
    }
  }

  /** @param {Element} of @returns {HTMLElement[]} */
  #parts(of) {
    return [...of.querySelectorAll('[data-part]')].filter((part) => part instanceof HTMLElement);
  }

  /**
   * The parts that differ, each with what takes its place: a picture that stays is not loaded again.
   * @param {Element} next @returns {[HTMLElement, HTMLElement][]}
   */
  #changes(next) {
    const parts = this.#parts(next).map((part) => document.importNode(part, true));
    return this.#parts(this)
      .map((part, place) => /** @type {[HTMLElement, HTMLElement]} */ ([part, parts[place]]))
      .filter(([old, part]) => old.outerHTML !== part.outerHTML);
  }

  /** @param {[HTMLElement, HTMLElement][]} changes */
  #replace(changes) {
    const controls = (/** @type {HTMLElement} */ part) => /** @type {HTMLElement[]} */ ([...part.querySelectorAll('a, input, button')]);
    for (const [old, part] of changes) {
      const focused = controls(old).indexOf(/** @type {HTMLElement} */ (document.activeElement));
      old.replaceWith(part);
      if (focused >= 0) controls(part)[focused]?.focus({ preventScroll: true });
    }
  }
}

/** Waits until the pictures in `part` can be shown, but not for ever. @param {HTMLElement} part */
async function loaded(part) {
  const pictures = [...part.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined));
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([Promise.all(pictures), patience]);
}

customElements.define('ba-compare', BaCompare);

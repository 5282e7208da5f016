// Masks, crop and focus drawn on the photo with a finger or a mouse, into the fields of the form beside it; turning and
// straightening seen at once. Without this script the fields are filled by hand, and turning saves.
import { EditDrawing } from './edit-drawing.js';
import { EditFields } from './edit-fields.js';

/** @typedef {import('./edit-fields.js').Rect} Rect */
/** @typedef {import('./edit-fields.js').Place} Place */

const TOOLS = ['face', 'eyes', 'mark', 'crop', 'focus'];
/** A drag shorter than this, in percent of the photo, was meant as a tap. */
const TAP = 1;

class MaskEditor extends HTMLElement {
  connectedCallback() {
    const svg = this.querySelector('svg');
    const form = document.getElementById('photo-form');
    if (!svg || !(form instanceof HTMLFormElement)) return;
    this.fields = new EditFields(form);
    this.drawing = new EditDrawing(svg, { width: Number(this.dataset.width), height: Number(this.dataset.height) });
    this.tool = 'face';
    /** What a new mask looks like. */
    this.look = { shape: 'rectangle', style: 'solid' };
    /** @type {HTMLElement | 'crop' | undefined} */
    this.chosen = undefined;
    svg.after(this.#bar());
    form.addEventListener('input', () => this.draw());
    form.addEventListener('focusin', (event) => this.#choose(event.target instanceof HTMLElement ? event.target.closest('#masks .mask-row') : null));
    svg.addEventListener('pointerdown', (event) => this.#begin(event));
    for (const button of this.querySelectorAll('[name=turn]')) {
      button.addEventListener('click', (event) => {
        event.preventDefault();
        this.fields.turn(button.getAttribute('value') === 'right' ? 1 : -1);
        // Suggested for the photo as it was.
        this.drawing.part('suggested').replaceChildren();
        document.querySelector('.suggested')?.remove();
        this.draw();
      });
    }
    this.#offer();
    this.#suggest();
    this.draw();
  }

  /** Covers that may be wanted are looked for while the page is read already. */
  async #suggest() {
    const link = document.querySelector('.suggested > a');
    if (!(link instanceof HTMLAnchorElement)) return;
    const answer = await fetch(link.href).catch(() => undefined);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // Turned meanwhile: then the places are not those any more.
    if (!link.isConnected) return;
    for (const part of ['.suggested', '[data-part=suggested]']) {
      const found = page.querySelector(part);
      if (found) document.querySelector(part)?.replaceWith(document.importNode(found, true));
    }
    this.#offer();
  }

  #offer() {
    for (const button of document.querySelectorAll('.suggested [name=add]')) {
      button.addEventListener('click', (event) => {
        event.preventDefault();
        const [kind, ...numbers] = (button.getAttribute('value') ?? '').split(' ');
        const [x, y, width, height] = numbers.map(Number);
        this.#choose(this.fields.add({ kind, shape: 'rectangle', style: 'solid', rect: { x, y, width, height } }));
        button.closest('li')?.remove();
      });
    }
  }

  draw() {
    this.drawing.draw(this.fields, this.chosen);
    this.range.value = String(this.fields.straighten);
    const mask = this.fields.masks.find(({ row }) => row === this.chosen);
    const look = mask ?? this.look;
    this.ellipseButton.setAttribute('aria-pressed', String(look.shape === 'ellipse'));
    this.blurButton.setAttribute('aria-pressed', String(look.style === 'blur'));
    this.removeButton.hidden = !(mask || (this.chosen === 'crop' && this.fields.crop) || (this.tool === 'focus' && this.fields.focus));
  }

  #bar() {
    const bar = document.createElement('div');
    bar.className = 'tools';
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', this.dataset.tools ?? '');
    const tools = TOOLS.map((tool) => this.#button(this.dataset[tool] ?? tool, () => this.#pick(tool, tools)));
    this.ellipseButton = this.#button(this.dataset.ellipse ?? '', () => this.#change('shape', 'ellipse', 'rectangle'));
    this.blurButton = this.#button(this.dataset.blur ?? '', () => this.#change('style', 'blur', 'solid'));
    this.removeButton = this.#button(this.dataset.remove ?? '', () => this.#clear());
    this.range = document.createElement('input');
    Object.assign(this.range, { type: 'range', min: '-15', max: '15', step: '0.1' });
    this.range.addEventListener('input', () => {
      this.fields.straighten = Number(this.range.value);
      this.draw();
    });
    const label = document.createElement('label');
    label.append(this.dataset.straighten ?? '', this.range);
    bar.append(...tools, this.ellipseButton, this.blurButton, this.removeButton, label);
    tools.forEach((button, i) => button.setAttribute('aria-pressed', String(TOOLS[i] === this.tool)));
    return bar;
  }

  /** @param {string} text @param {() => void} act */
  #button(text, act) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = text;
    button.addEventListener('click', act);
    return button;
  }

  /** @param {string} tool @param {HTMLElement[]} buttons */
  #pick(tool, buttons) {
    this.tool = tool;
    buttons.forEach((button, i) => button.setAttribute('aria-pressed', String(TOOLS[i] === tool)));
    this.chosen = tool === 'crop' && this.fields.crop ? 'crop' : undefined;
    this.draw();
  }

  /** Of the mask that is chosen, or of the next one. @param {'shape' | 'style'} name @param {string} value @param {string} usual */
  #change(name, value, usual) {
    const mask = this.fields.masks.find(({ row }) => row === this.chosen);
    const next = (mask ?? this.look)[name] === value ? usual : value;
    if (mask) this.fields.look(mask.row, name, next);
    this.look[name] = next;
    this.draw();
  }

  #clear() {
    if (this.tool === 'focus' && !this.chosen) this.fields.focus = undefined;
    else if (this.chosen === 'crop') this.fields.crop = undefined;
    else if (this.chosen) this.fields.move(this.chosen, undefined);
    this.#choose(null);
  }

  /** @param {Element | 'crop' | null} what */
  #choose(what) {
    if (this.chosen instanceof HTMLElement) this.chosen.classList.remove('chosen');
    this.chosen = what instanceof HTMLElement || what === 'crop' ? what : undefined;
    this.draw();
  }

  /** @param {PointerEvent} event */
  #begin(event) {
    const target = /** @type {SVGElement} */ (event.target);
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    const follow = this.#follow(event, target);
    const { svg } = this.drawing;
    const ends = new AbortController();
    const { signal } = ends;
    svg.setPointerCapture(event.pointerId);
    svg.addEventListener('pointermove', (e) => follow(e, false), { signal });
    svg.addEventListener('pointerup', (e) => (ends.abort(), follow(e, true)), { signal });
    svg.addEventListener('pointercancel', () => (ends.abort(), this.draw()), { signal });
  }

  /** What a drag that begins here does. @param {PointerEvent} event @param {SVGElement} target
   * @returns {(event: PointerEvent, last: boolean) => void} */
  #follow(event, target) {
    const { fields, drawing, chosen } = this;
    const layer = this.tool === 'crop' || chosen === 'crop' ? 'crop' : 'photo';
    const start = drawing.at(event, layer);
    const mask = fields.masks[Number(target.dataset.mask ?? -1)];
    const held = chosen === 'crop' ? fields.crop : fields.masks.find(({ row }) => row === chosen)?.rect;
    if (this.tool === 'focus') {
      return (e) => {
        fields.focus = drawing.at(e, 'photo');
        this.draw();
      };
    }
    const far = (/** @type {Place} */ to) => Math.abs(to.x - start.x) > TAP || Math.abs(to.y - start.y) > TAP;
    if (chosen && held && ('handle' in target.dataset || mask?.row === chosen)) {
      const change = 'handle' in target.dataset ? resized : moved;
      return (e) => {
        const rect = change(held, start, drawing.at(e, layer));
        if (chosen === 'crop') fields.crop = rect;
        else fields.move(chosen, rect);
        this.draw();
      };
    }
    return (e, last) => {
      const end = drawing.at(e, layer);
      const rect = between(start, end);
      const drawn = rect.width > TAP && rect.height > TAP;
      if (last && !far(end)) this.#choose(mask?.row ?? null);
      else if (last && drawn && layer === 'crop') (fields.crop = rect), this.#choose('crop');
      else if (last && drawn) this.#choose(fields.add({ kind: this.tool, ...this.look, rect }));
      else if (last) this.draw();
      else drawing.sketch(this.tool === 'crop' ? 'rectangle' : this.look.shape, rect, layer);
    };
  }
}

/** @param {Place} one @param {Place} other @returns {Rect} */
function between(one, other) {
  return { x: Math.min(one.x, other.x), y: Math.min(one.y, other.y), width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
}

/** @param {Rect} rect @param {Place} from @param {Place} to @returns {Rect} */
function moved(rect, from, to) {
  const within = (/** @type {number} */ start, /** @type {number} */ length) => Math.min(100 - length, Math.max(0, start));
  return { ...rect, x: within(rect.x + to.x - from.x, rect.width), y: within(rect.y + to.y - from.y, rect.height) };
}

/** @param {Rect} rect @param {Place} from @param {Place} to @returns {Rect} */
function resized(rect, from, to) {
  const within = (/** @type {number} */ length, /** @type {number} */ start) => Math.min(100 - start, Math.max(TAP, length));
  return { ...rect, width: within(rect.width + to.x - from.x, rect.x), height: within(rect.height + to.y - from.y, rect.y) };
}

customElements.define('mask-editor', MaskEditor);

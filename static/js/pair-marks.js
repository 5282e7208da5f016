// A loupe under the finger while a spot is marked on a photo of a pair, and taps told in percent, so that the pictures may be
// as large as there is room. Without this script the pictures are buttons that tell where they were tapped.

/** How much larger the loupe shows what lies under it. */
const LARGER = 3;
/** Its width on the screen, and how far above a finger it floats. */
const WIDTH = 144;
const ABOVE = 24;

class PairMarks extends HTMLElement {
  connectedCallback() {
    for (const photo of this.querySelectorAll('.mark-photo')) {
      const stage = /** @type {HTMLElement} */ (photo.querySelector('.mark-stage'));
      const image = /** @type {HTMLInputElement} */ (photo.querySelector('.large'));
      image.addEventListener('click', (event) => event.preventDefault());
      image.addEventListener('pointerdown', (event) => this.#begin(event, stage, image));
    }
  }

  /** @param {PointerEvent} event @param {HTMLElement} stage @param {HTMLInputElement} image */
  #begin(event, stage, image) {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    image.setPointerCapture(event.pointerId);
    const loupe = new Loupe(stage, image);
    loupe.show(event);
    const ends = new AbortController();
    const { signal } = ends;
    image.addEventListener('pointermove', (e) => loupe.show(e), { signal });
    image.addEventListener('pointercancel', () => (ends.abort(), loupe.remove()), { signal });
    image.addEventListener(
      'pointerup',
      (e) => {
        ends.abort();
        loupe.remove();
        this.#mark(image, place(e, image));
      },
      { signal },
    );
  }

  /** @param {HTMLInputElement} image @param {{x: number, y: number}} place in fractions */
  #mark(image, { x, y }) {
    const form = image.form;
    const side = image.closest('.mark-photo')?.getAttribute('data-side');
    if (!form || !side) return;
    for (const [name, value] of Object.entries({ x, y })) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: `tap-${side}-${name}`, value: (value * 100).toFixed(3) });
      form.append(field);
    }
    form.requestSubmit();
  }
}

/** What lies under a finger, larger, above it. */
class Loupe {
  /** @param {HTMLElement} stage @param {HTMLInputElement} image */
  constructor(stage, image) {
    this.stage = stage;
    this.image = image;
    this.svg = element('svg', { class: 'loupe' });
    this.svg.setAttribute('aria-hidden', 'true');
    this.picture = element('image', { href: image.src, preserveAspectRatio: 'none' });
    this.cross = element('path', {});
    this.svg.append(this.picture, this.cross);
    stage.append(this.svg);
  }

  /** @param {PointerEvent} event */
  show(event) {
    const { width, height } = this.image.getBoundingClientRect();
    const { x, y } = place(event, this.image);
    const [across, down, side] = [x * width, y * height, WIDTH / LARGER];
    this.svg.setAttribute('viewBox', `${across - side / 2} ${down - side / 2} ${side} ${side}`);
    this.picture.setAttribute('width', String(width));
    this.picture.setAttribute('height', String(height));
    this.cross.setAttribute('d', `M${across - side / 2} ${down}h${side}M${across} ${down - side / 2}v${side}`);
    // Above the finger; below it where there is no room above.
    const top = down - WIDTH - ABOVE < 0 ? down + ABOVE * 2 : down - WIDTH - ABOVE;
    const left = Math.min(width - WIDTH, Math.max(0, across - WIDTH / 2));
    this.svg.style.setProperty('left', `${left}px`);
    this.svg.style.setProperty('top', `${top}px`);
  }

  remove() {
    this.svg.remove();
  }
}

/** Where somebody points, in fractions of the picture. @param {PointerEvent} event @param {HTMLElement} image */
function place(event, image) {
  const box = image.getBoundingClientRect();
  const within = (/** @type {number} */ part) => Math.min(1, Math.max(0, part));
  return { x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) };
}

/** @param {string} name @param {Record<string, string>} attributes @returns {SVGElement} */
function element(name, attributes) {
  const made = /** @type {SVGElement} */ (document.createElementNS('http://www.w3.org/2000/svg', name));
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

customElements.define('pair-marks', PairMarks);

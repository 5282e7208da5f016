// The number fields of a photo's edits, in percent of the photo as it is shown after its quarter turns.

/** @typedef {{x: number, y: number}} Place */
/** @typedef {Place & {width: number, height: number}} Rect */
/** @typedef {{row: HTMLElement, kind: string, shape: string, style: string, rect: Rect}} Mask */

export class EditFields {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
  }

  get turns() {
    return Number(field(this.form, 'turns').value) % 4;
  }

  get straighten() {
    return Number(field(this.form, 'straighten').value) || 0;
  }

  set straighten(degrees) {
    field(this.form, 'straighten').value = String(degrees);
  }

  get crop() {
    return read(this.form, 'crop');
  }

  set crop(rect) {
    write(this.form, 'crop', rect);
  }

  /** @returns {Place | undefined} */
  get focus() {
    const [x, y] = [number(this.form, 'focus_x'), number(this.form, 'focus_y')];
    return Number.isNaN(x + y) ? undefined : { x, y };
  }

  set focus(place) {
    field(this.form, 'focus_x').value = place ? short(place.x) : '';
    field(this.form, 'focus_y').value = place ? short(place.y) : '';
  }

  /** Those that are whole, in their order. @returns {Mask[]} */
  get masks() {
    const found = [];
    for (const row of this.#rows()) {
      const rect = read(row, 'mask');
      const kind = field(row, 'mask_kind').value;
      if (kind && rect) found.push({ row, kind, rect, shape: field(row, 'mask_shape').value, style: field(row, 'mask_style').value });
    }
    return found;
  }

  /** Fills the first row that covers nothing. @param {Omit<Mask, 'row'>} mask @returns {HTMLElement} */
  add(mask) {
    const rows = this.#rows();
    const row = rows.find((one) => !field(one, 'mask_kind').value) ?? another(rows[rows.length - 1]);
    field(row, 'mask_kind').value = mask.kind;
    field(row, 'mask_shape').value = mask.shape;
    field(row, 'mask_style').value = mask.style;
    write(row, 'mask', mask.rect);
    return row;
  }

  /** @param {HTMLElement} row @param {Rect | undefined} rect */
  move(row, rect) {
    write(row, 'mask', rect);
    if (!rect) field(row, 'mask_kind').value = '';
  }

  /** @param {HTMLElement} row @param {'shape' | 'style'} name @param {string} value */
  look(row, name, value) {
    field(row, `mask_${name}`).value = value;
  }

  /** Turns the photo, and with it all that lies on it. @param {number} quarters to the right */
  turn(quarters) {
    const times = (quarters + 4) % 4;
    const { crop, focus } = this;
    const masks = this.masks;
    if (crop) this.crop = turned(crop, times);
    if (focus) this.focus = turned(focus, times);
    for (const { row, rect } of masks) this.move(row, turned(rect, times));
    field(this.form, 'turns').value = String((this.turns + times) % 4);
  }

  /** @returns {HTMLElement[]} */
  #rows() {
    return [...this.form.querySelectorAll('#masks .mask-row')].map((row) => /** @type {HTMLElement} */ (row));
  }
}

const SIDES = /** @type {const} */ (['x', 'y', 'width', 'height']);

/** @param {ParentNode} place @param {string} name @returns {HTMLInputElement} */
function field(place, name) {
  return /** @type {HTMLInputElement} */ (place.querySelector(`[name=${name}]`));
}

/** @param {ParentNode} place @param {string} name */
const number = (place, name) => parseFloat(field(place, name).value);

/** @param {ParentNode} place @param {string} name @returns {Rect | undefined} */
function read(place, name) {
  const [x, y, width, height] = SIDES.map((side) => number(place, `${name}_${side}`));
  return Number.isNaN(x + y + width + height) ? undefined : { x, y, width, height };
}

/** @param {ParentNode} place @param {string} name @param {Rect | undefined} rect */
function write(place, name, rect) {
  for (const side of SIDES) field(place, `${name}_${side}`).value = rect ? short(rect[side]) : '';
}

/** @param {HTMLElement} row */
function another(row) {
  const copy = /** @type {HTMLElement} */ (row.cloneNode(true));
  row.after(copy);
  return copy;
}

/** A quarter to the right brings the upper left corner to the upper right.
 * @template {Place & Partial<Rect>} T @param {T} one @param {number} times @returns {T} */
function turned(one, times) {
  for (let i = 0; i < times; i += 1) {
    const { x, y, width, height } = one;
    one = { ...one, x: 100 - y - (height ?? 0), y: x };
    if (width !== undefined) one = { ...one, width: height, height: width };
  }
  return one;
}

/** To the finest step that an edit has. @param {number} percent */
const short = (percent) => String(Math.round(percent * 1000) / 1000);

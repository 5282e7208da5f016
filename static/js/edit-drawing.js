// Draws a photo's edits over it, into the SVG that the server sent.

/** @typedef {import('./edit-fields.js').EditFields} EditFields */
/** @typedef {import('./edit-fields.js').Rect} Rect */
/** @typedef {import('./edit-fields.js').Place} Place */

export class EditDrawing {
  /** @param {SVGSVGElement} svg @param {{width: number, height: number}} photo in pixels, before its quarter turns */
  constructor(svg, photo) {
    this.svg = svg;
    this.photo = photo;
    this.size = photo;
  }

  /** @param {EditFields} fields @param {HTMLElement | 'crop' | undefined} chosen */
  draw(fields, chosen) {
    const { width: across, height: down } = this.photo;
    const { turns } = fields;
    this.size = turns % 2 ? { width: down, height: across } : this.photo;
    const { width, height } = this.size;
    this.svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const turn = ['', `translate(${down} 0) rotate(90)`, `translate(${across} ${down}) rotate(180)`, `translate(0 ${across}) rotate(270)`];
    this.svg.querySelector('image')?.setAttribute('transform', turn[turns]);
    this.part('photo').setAttribute('transform', `rotate(${fields.straighten} ${width / 2} ${height / 2})`);

    const masks = this.part('masks');
    masks.replaceChildren();
    fields.masks.forEach((mask, index) => {
      const shape = this.#shape(mask.shape, mask.rect);
      shape.setAttribute('class', `drawn ${mask.style}${mask.row === chosen ? ' chosen' : ''}`);
      shape.dataset.mask = String(index);
      masks.append(shape);
      mask.row.classList.toggle('chosen', mask.row === chosen);
      if (mask.row === chosen) masks.append(this.#handle(mask.rect));
    });

    const focus = this.part('focus');
    focus.replaceChildren();
    const arm = width / 30;
    if (fields.focus) focus.append(element('path', { class: 'cross', d: `M${this.#x(fields.focus) - arm} ${this.#y(fields.focus)}h${arm * 2}M${this.#x(fields.focus)} ${this.#y(fields.focus) - arm}v${arm * 2}` }));

    const crop = this.part('crop');
    crop.replaceChildren();
    if (fields.crop) {
      const shape = this.#shape('rectangle', fields.crop);
      shape.setAttribute('class', `drawn crop${chosen === 'crop' ? ' chosen' : ''}`);
      crop.append(shape);
      if (chosen === 'crop') crop.append(this.#handle(fields.crop));
    }
    const { left, top, right, bottom } = this.#shown(fields);
    this.part('outside').setAttribute('d', `M${-width} ${-height}H${width * 2}V${height * 2}H${-width}ZM${left} ${top}H${right}V${bottom}H${left}Z`);
  }

  /** What is being drawn just now, over all that is there. @param {string} shape @param {Rect} rect @param {'photo' | 'crop'} layer */
  sketch(shape, rect, layer) {
    this.svg.querySelector('.sketch')?.remove();
    const drawn = this.#shape(shape, rect);
    drawn.setAttribute('class', `drawn sketch${layer === 'crop' ? ' crop' : ''}`);
    this.part(layer === 'crop' ? 'crop' : 'masks').append(drawn);
  }

  /** Where somebody points, in percent. Masks and focus lie on the photo, the crop on the straightened one.
   * @param {PointerEvent} event @param {'photo' | 'crop'} layer @returns {Place} */
  at(event, layer) {
    const matrix = this.part(layer).getScreenCTM();
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix?.inverse());
    const within = (/** @type {number} */ n) => Math.min(100, Math.max(0, n * 100));
    return { x: within(x / this.size.width), y: within(y / this.size.height) };
  }

  /** @param {string} name @returns {SVGGraphicsElement} */
  part(name) {
    return /** @type {SVGGraphicsElement} */ (this.svg.querySelector(`[data-part=${name}]`));
  }

  /** @param {Place} place */
  #x(place) {
    return (place.x / 100) * this.size.width;
  }

  /** @param {Place} place */
  #y(place) {
    return (place.y / 100) * this.size.height;
  }

  /** @param {string} shape @param {Rect} rect */
  #shape(shape, rect) {
    const [x, y] = [this.#x(rect), this.#y(rect)];
    const [width, height] = [(rect.width / 100) * this.size.width, (rect.height / 100) * this.size.height];
    if (shape === 'ellipse') return element('ellipse', { cx: x + width / 2, cy: y + height / 2, rx: width / 2, ry: height / 2 });
    return element('rect', { x, y, width, height });
  }

  /** What makes a shape larger or smaller, large enough for a finger. @param {Rect} rect */
  #handle(rect) {
    const scale = this.size.width / (this.svg.getBoundingClientRect().width || 1);
    const handle = element('circle', { class: 'handle', cx: this.#x({ ...rect, x: rect.x + rect.width }), cy: this.#y({ ...rect, y: rect.y + rect.height }), r: 13 * scale });
    handle.dataset.handle = '';
    return handle;
  }

  /** The crop, smaller where a turned photo would leave blank corners: as the server will cut it. @param {EditFields} fields */
  #shown(fields) {
    const { width, height } = this.size;
    const crop = fields.crop ?? { x: 0, y: 0, width: 100, height: 100 };
    const turn = (fields.straighten / 180) * Math.PI;
    const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
    const half = { x: width / 2, y: height / 2 };
    const sides = [this.#x(crop), this.#y(crop), this.#x({ ...crop, x: crop.x + crop.width }), this.#y({ ...crop, y: crop.y + crop.height })];
    let factor = 1;
    if (fields.straighten) {
      for (const x of [sides[0], sides[2]]) {
        for (const y of [sides[1], sides[3]]) {
          const [dx, dy] = [x - half.x, y - half.y];
          factor = Math.min(factor, half.x / Math.abs(dx * cos + dy * sin), half.y / Math.abs(dy * cos - dx * sin));
        }
      }
    }
    const [left, top, right, bottom] = sides.map((side, i) => {
      const middle = i % 2 ? half.y : half.x;
      return middle + (side - middle) * factor;
    });
    return { left, top, right, bottom };
  }
}

/** @param {string} name @param {Record<string, string | number>} attributes @returns {SVGElement} */
function element(name, attributes) {
  const made = /** @type {SVGElement} */ (document.createElementNS('http://www.w3.org/2000/svg', name));
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

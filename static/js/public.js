// The one module of the public pages: the comparison, and the stories that somebody keeps in this browser alone, as slugs. Without
// scripts the links do, and the address holds the list.
import './ba-compare.js';

const NAME = 'shortlist';
const SLUG = /^[a-z0-9-]{1,120}$/;
const MOST = 6;

/** @returns {string[]} */
function kept() {
  try {
    const list = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    return Array.isArray(list) ? list.filter((slug) => typeof slug === 'string' && SLUG.test(slug)).slice(0, MOST) : [];
  } catch {
    return []; // a browser that keeps nothing, or what someone else wrote there
  }
}

/** @param {string[]} list */
function keep(list) {
  try {
    localStorage.setItem(NAME, JSON.stringify(list.slice(-MOST)));
  } catch {
    // Nothing is kept: the links still work.
  }
}

/** @param {string[]} list */
const query = (list) => (list.length ? `?s=${list.join(',')}` : '');

/** On a story: a link to the list with it, whose place a button takes that keeps it. The two look the same, so that nothing moves. */
class ShortListAdd extends HTMLElement {
  connectedCallback() {
    const slug = this.dataset.slug ?? '';
    const link = this.querySelector('a');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    const show = () => {
      const list = kept();
      const is = list.includes(slug);
      button.setAttribute('aria-pressed', String(is));
      button.textContent = (is ? this.dataset.drop : this.dataset.keep) ?? '';
      if (link) {
        link.hidden = list.length === 0;
        link.search = query(list);
        link.textContent = `${this.dataset.list} (${list.length})`;
      }
    };
    button.addEventListener('click', () => {
      const list = kept();
      keep(list.includes(slug) ? list.filter((one) => one !== slug) : [...list, slug]);
      show();
    });
    addEventListener('storage', show);
    if (link) link.className = '';
    this.prepend(button);
    show();
  }
}

/** The page of the list: opens what is kept here, and what is taken off the page is kept no longer. */
class ShortList extends HTMLElement {
  connectedCallback() {
    const shown = new URL(location.href).searchParams.get('s');
    if (shown === null && kept().length) {
      location.replace(location.pathname + query(kept()));
      return;
    }
    for (const link of this.querySelectorAll('.tray-drop a')) {
      const slug = link.closest('li')?.dataset.slug;
      link.addEventListener('click', () => keep(kept().filter((one) => one !== slug)));
    }
  }
}

customElements.define('short-list-add', ShortListAdd);
customElements.define('short-list', ShortList);

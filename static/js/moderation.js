// Keys for moderators: j k a r u ?. They can be switched off (WCAG 2.1.4), and do nothing while someone writes. The next
// story is loaded ahead, pictures and all, while this one is looked at.
// @ts-check
import './ba-compare.js';

const STORED = 'moderation-keys';
const ACTIONS = { j: 'next', k: 'previous', a: 'approve', r: 'return', u: 'undo', '?': 'help' };
/** How long a page loaded ahead is as good as a new one, in milliseconds. */
const FRESH = 120_000;

/** The switch is kept on this browser; without a store the keys stay on. */
function stored() {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

/** @param {boolean} value */
function store(value) {
  try {
    localStorage.setItem(STORED, value ? 'on' : 'off');
  } catch {
    // Private windows may refuse; the switch then holds for this page.
  }
}

/** @param {string} name */
const target = (name) => /** @type {HTMLElement | null} */ (document.querySelector(`[data-key="${name}"]`));
const dialog = () => /** @type {HTMLDialogElement | null} */ (document.getElementById('keys'));
const keysOn = () => /** @type {HTMLInputElement | null} */ (document.getElementById('keys-on'));

/** @param {EventTarget | null} element */
function writes(element) {
  if (!(element instanceof HTMLElement)) return false;
  return element.isContentEditable || element.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])');
}

/** @param {string} action */
function act(action) {
  const element = target(action);
  if (action === 'help') dialog()?.showModal();
  else if (action === 'return') {
    const first = /** @type {HTMLElement | null} */ (element?.querySelector('input'));
    first?.focus();
    first?.scrollIntoView({ block: 'center' });
  } else if (element && !element.hasAttribute('disabled')) element.click();
}

/* Ahead: the next story's page, its pictures loading although nobody sees them yet. */

/** @typedef {{ url: string, title: string, main: HTMLElement, at: number }} Shown */

/** @type {Promise<Shown | null>} */
let ahead = Promise.resolve(null);
/** Of the story that is shown. */
let path = location.pathname;

/** A page of ours that came as an answer; a picture in its `main` begins to load at once. @param {Response} answer @returns {Promise<Shown>} */
async function read(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const main = page.querySelector('main');
  if (!main || !page.getElementById('keys')) throw new Error('another page');
  return { url: answer.url, title: page.title, main: document.importNode(main, true), at: performance.now() };
}

async function loadAhead() {
  const next = target('next');
  if (!(next instanceof HTMLAnchorElement)) return null;
  try {
    const answer = await fetch(next.href);
    return answer.ok ? await read(answer) : null;
  } catch {
    return null;
  }
}

/** Shows a page in the place of this one. @param {Shown} page @param {boolean} push */
function show({ url, title, main }, push) {
  document.querySelector('main')?.replaceWith(main);
  document.title = title;
  if (push) history.pushState(null, '', url);
  path = location.pathname;
  begin();
  scrollTo(0, 0);
  const heading = /** @type {HTMLElement | null} */ (main.querySelector('h1'));
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

/** @param {MouseEvent} event */
async function follow(event) {
  const link = event.target instanceof Element ? event.target.closest('a[data-key=next]') : null;
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!(link instanceof HTMLAnchorElement) || !plain) return;
  event.preventDefault();
  const page = await ahead;
  if (page && page.url === link.href && performance.now() - page.at < FRESH) show(page, true);
  else location.assign(link.href);
}

/** A decision leads to the next story: its pictures are here already. @param {SubmitEvent} event */
async function decide(event) {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches('.decide') || !event.submitter) return;
  event.preventDefault();
  const { submitter } = event;
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) fields.append(name, String(value));
  for (const button of form.querySelectorAll('button')) button.disabled = true;
  const answer = await fetch(form.action, { method: 'POST', body: fields }).catch(() => null);
  if (!answer) {
    submitPlainly(form, submitter);
    return;
  }
  const page = await read(answer).catch(() => null);
  if (page) {
    const loaded = (await ahead)?.main;
    if (answer.redirected && loaded) reuse(loaded, page.main);
    show(page, answer.redirected);
  } else if (new URL(answer.url).pathname.endsWith('moderation')) {
    // No story is left.
    location.assign(answer.url);
  } else {
    submitPlainly(form, submitter);
  }
}

/** As without scripts: the browser then shows what went wrong. @param {HTMLFormElement} form @param {HTMLElement} submitter */
function submitPlainly(form, submitter) {
  if (!(submitter instanceof HTMLButtonElement)) return;
  const chosen = Object.assign(document.createElement('input'), { type: 'hidden', name: submitter.name, value: submitter.value });
  form.append(chosen);
  form.submit();
}

/** Puts pictures that are loaded in the place of the same ones. @param {HTMLElement} from @param {HTMLElement} to */
function reuse(from, to) {
  const here = new Map([...from.querySelectorAll('img')].map((image) => [image.outerHTML, image]));
  for (const image of to.querySelectorAll('img')) {
    const loaded = here.get(image.outerHTML);
    if (!loaded) continue;
    here.delete(image.outerHTML);
    const whole = (/** @type {Element} */ one) => one.closest('picture') ?? one;
    whole(image).replaceWith(whole(loaded));
  }
}

function begin() {
  const on = keysOn();
  if (on) on.checked = stored();
  ahead = loadAhead();
}

document.addEventListener('click', follow);
document.addEventListener('submit', decide);
document.addEventListener('change', (event) => event.target === keysOn() && store(keysOn()?.checked ?? true));
document.addEventListener('click', (event) => event.target === target('help') && dialog()?.showModal());
document.addEventListener('keydown', (event) => {
  const action = ACTIONS[/** @type {keyof typeof ACTIONS} */ (event.key)];
  if (!action || event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (!keysOn()?.checked || dialog()?.open || writes(event.target)) return;
  event.preventDefault();
  act(action);
});
addEventListener('popstate', () => location.pathname !== path && location.reload());
begin();

// Keys for moderators: j k a r u ?. They can be switched off (WCAG 2.1.4), and do nothing while someone writes.
const STORED = 'moderation-keys';
const ACTIONS = { j: 'next', k: 'previous', a: 'approve', r: 'return', u: 'undo', '?': 'help' };

const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById('keys'));
const on = /** @type {HTMLInputElement | null} */ (document.getElementById('keys-on'));

/** The switch is kept on this browser; without a store the keys stay on. */
function stored() {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

function store(value) {
  try {
    localStorage.setItem(STORED, value ? 'on' : 'off');
  } catch {
    // Private windows may refuse; the switch then holds for this page.
  }
}

/** @param {string} name */
const target = (name) => /** @type {HTMLElement | null} */ (document.querySelector(`[data-key="${name}"]`));

/** @param {EventTarget | null} element */
function writes(element) {
  if (!(element instanceof HTMLElement)) return false;
  return element.isContentEditable || element.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])');
}

/** @param {string} action */
function act(action) {
  const element = target(action);
  if (action === 'help') dialog?.showModal();
  else if (action === 'return') {
    const first = /** @type {HTMLElement | null} */ (element?.querySelector('input'));
    first?.focus();
    first?.scrollIntoView({ block: 'center' });
  } else if (element && !element.hasAttribute('disabled')) element.click();
}

if (dialog && on) {
  on.checked = stored();
  on.addEventListener('change', () => store(on.checked));
  target('help')?.addEventListener('click', () => dialog.showModal());
  document.addEventListener('keydown', (event) => {
    const action = ACTIONS[event.key];
    if (!action || event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
    if (!on.checked || dialog.open || writes(event.target)) return;
    event.preventDefault();
    act(action);
  });
}

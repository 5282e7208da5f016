// A video on its way shows how far it is; while it is being prepared the page looks again by itself. Without this script the
// same form sends it, and a link looks again.
// @ts-check

const LOOK_AGAIN = 2500;

if (document.querySelector('[data-preparing]')) setTimeout(() => location.reload(), LOOK_AGAIN);

const form = document.getElementById('video-form');
if (form instanceof HTMLFormElement) form.addEventListener('submit', (event) => {
  event.preventDefault();
  send(form);
});

/** @param {HTMLFormElement} form */
function send(form) {
  const shown = /** @type {HTMLElement} */ (form.querySelector('.video-progress'));
  const bar = /** @type {HTMLProgressElement} */ (shown.querySelector('progress'));
  const says = /** @type {HTMLElement} */ (shown.querySelector('[role=status]'));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector('button[type=submit]'));
  const body = new FormData(form);
  shown.hidden = false;
  button.disabled = true;
  says.textContent = form.dataset.sending ?? '';
  const request = new XMLHttpRequest();
  const failed = (/** @type {string | undefined} */ why) => {
    button.disabled = false;
    bar.value = 0;
    says.textContent = why || form.dataset.failed || '';
  };
  request.upload.addEventListener('progress', (event) => {
    if (event.lengthComputable) bar.value = event.loaded / event.total;
  });
  request.addEventListener('load', () => {
    if (request.status < 400) location.assign(form.action);
    else failed(request.response?.message);
  });
  request.addEventListener('error', () => failed(undefined));
  request.open('POST', form.action);
  request.setRequestHeader('accept', 'application/json');
  request.responseType = 'json';
  request.send(body);
}

// Ticking photos: a range with the shift key, all, those that wait to be described, none; and how many are ticked.

/** @returns {HTMLInputElement[]} */
const boxes = () => [...document.querySelectorAll("input[name=photo]")].filter((box) => box instanceof HTMLInputElement);

export function startTicks() {
  /** @type {HTMLInputElement | null} */
  let last = null;
  document.addEventListener("click", (event) => {
    const target = event.target;
    if (target instanceof HTMLInputElement && target.name === "photo") {
      if (event.shiftKey && last?.isConnected) range(last, target);
      last = target;
      count();
    }
    const button = target instanceof Element ? target.closest("button[data-tick]") : null;
    if (button instanceof HTMLElement) tick(button.dataset.tick ?? "none");
  });
  count();
}

/** @param {HTMLInputElement} from @param {HTMLInputElement} to */
function range(from, to) {
  const all = boxes();
  const [a, b] = [all.indexOf(from), all.indexOf(to)].sort((x, y) => x - y);
  for (const box of all.slice(a, b + 1)) box.checked = to.checked;
}

/** @param {string} which */
function tick(which) {
  for (const box of boxes()) {
    box.checked = which === "all" || (which === "open" && box.closest(".to-describe") !== null);
  }
  count();
}

export function count() {
  const shown = document.querySelector(".describe-count");
  if (!(shown instanceof HTMLElement)) return;
  const ticked = boxes().filter((box) => box.checked).length;
  const { none = "", one = "", many = "" } = shown.dataset;
  const text = ticked === 0 ? none : ticked === 1 ? one : many.replace("2", String(ticked));
  if (shown.textContent !== text) shown.textContent = text;
}

// Shows photos that have arrived since the page was loaded, without touching what someone is about to write.
import { count } from "./ticks.js";

/** @returns {() => Promise<void>} */
export function refresher() {
  let written = false;
  let wanted = false;
  document.addEventListener("input", (event) => {
    const field = event.target;
    const ticks = field instanceof HTMLInputElement && field.name === "photo";
    if (field instanceof Element && field.closest("#photos") && !ticks) written = true;
  });
  const busy = () => written || (document.activeElement?.closest("#photos") && !document.activeElement.matches("input[name=photo]"));
  const refresh = async () => {
    wanted = true;
    if (busy()) return;
    wanted = false;
    const answer = await fetch(location.pathname, { headers: { accept: "text/html" } }).catch(() => undefined);
    if (!answer?.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("photos");
    const old = document.getElementById("photos");
    if (!fresh || !old || busy()) return;
    const ticked = [...old.querySelectorAll("input[name=photo]:checked")].map((box) => box.getAttribute("value"));
    for (const box of fresh.querySelectorAll("input[name=photo]")) {
      if (box instanceof HTMLInputElement) box.checked = ticked.includes(box.value);
    }
    old.replaceWith(document.adoptNode(fresh));
    count();
  };
  document.addEventListener("focusout", () => {
    if (wanted) setTimeout(refresh);
  });
  return refresh;
}

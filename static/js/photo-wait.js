// A photo whose versions are being made: shows them once they are there, and leaves what someone is writing alone.
import { Progress, cards } from "./photo-progress.js";

async function arrived() {
  const answer = await fetch(location.pathname, { headers: { accept: "text/html" } }).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  // Where the photo could not be seen yet there is nothing drawn that could be lost.
  const part = document.querySelector("mask-editor") ? ".versions" : ".editor-stage";
  const [old, now] = [document.querySelector(part), fresh.querySelector(part)];
  if (old && now) old.replaceWith(document.adoptNode(now));
}

new Progress(location.pathname, [cards(arrived)]).follow();

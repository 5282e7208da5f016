// Asks how far photos are, for everyone on the page who waits for one, and tells them until nobody waits any more. Without
// scripts the page says the same when it is loaded again.

/**
 * @typedef {{ photo: string, case: string, here: boolean }} Double
 * @typedef {object} Photo
 * @property {string} id
 * @property {"processing" | "ready" | "refused"} state
 * @property {"waiting" | "developing" | "ready" | "complete" | "refused"} progress
 * @property {string} words how far it is, to be read
 * @property {string | null} message what to know of it
 * @property {Double | null} double
 * @typedef {(photos: Photo[]) => boolean} Listener says whether it still waits
 */

const SHORTEST = 600;
const LONGEST = 4000;

export class Progress {
  /** @param {string} address @param {Listener[]} listeners */
  constructor(address, listeners) {
    this.address = address;
    this.listeners = listeners;
    this.asking = false;
  }

  /** Someone began to wait: asks often at first. */
  async follow() {
    this.pause = SHORTEST;
    if (this.asking) return;
    this.asking = true;
    for (let waits = true; waits; this.pause = Math.min(this.pause * 1.3, LONGEST)) {
      await new Promise((resolve) => setTimeout(resolve, this.pause));
      if (document.hidden) continue;
      const photos = await this.ask();
      if (photos) waits = this.listeners.map((listener) => listener(photos)).includes(true);
    }
    this.asking = false;
  }

  /** @returns {Promise<Photo[] | undefined>} nothing while the connection is broken */
  async ask() {
    const answer = await fetch(this.address, { headers: { accept: "application/json" } }).catch(() => undefined);
    if (!answer?.ok || answer.redirected) return undefined;
    return (await answer.json()).photos;
  }
}

/** What the page says of each photo. @returns {Listener} @param {() => void} changed a photo can be looked at now */
export function cards(changed) {
  return (photos) => {
    let [waits, arrived] = [false, false];
    for (const said of document.querySelectorAll("[data-progress]")) {
      const own = photos.find(({ id }) => said.closest(`#photo-${id}`));
      if (!(said instanceof HTMLElement) || !own) continue;
      const before = said.dataset.progress;
      if (before !== own.progress) {
        said.dataset.progress = own.progress;
        said.textContent = own.words;
        said.hidden = own.progress === "complete";
        arrived ||= before === "waiting" || before === "developing" ? own.state !== "processing" : false;
      }
      waits ||= own.progress !== "complete" && own.progress !== "refused";
    }
    if (arrived) changed();
    return waits;
  };
}

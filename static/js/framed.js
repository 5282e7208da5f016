// A page in a frame on another site: it says how high it is, and which link was followed, in the way that WordPress and our own
// /embed.js understand ({ message, value, secret }).
// @ts-check
import './ba-compare.js';

/** WordPress names each frame in its address, and hears nothing that does not repeat the name. */
const secret = /[#&?]secret=([A-Za-z0-9]{1,40})/.exec(location.hash)?.[1];
/** Nothing is shown: the frame may go. */
const empty = document.body.dataset.empty !== undefined;
let told = -1;

/** @param {'height' | 'link'} message @param {number | string} value */
const tell = (message, value) => parent.postMessage({ message, value, secret }, '*');

function measure() {
  const height = empty ? 0 : Math.ceil(document.body.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  tell('height', height);
}

if (parent !== window) {
  new ResizeObserver(measure).observe(document.body);
  addEventListener('message', (event) => {
    if (event.source !== parent || event.data?.message !== 'ready') return;
    told = -1;
    measure();
  });
}

if (secret) {
  // Other views of the same frame are asked for under the same name.
  for (const link of document.querySelectorAll('a')) {
    if (link.hash === '#compare') link.hash = `#compare?secret=${secret}`;
  }
  // A frame that is sealed off may open no window; the page around it follows the link.
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.target !== '_blank' || self.origin !== 'null') return;
    event.preventDefault();
    tell('link', link.href);
  });
}

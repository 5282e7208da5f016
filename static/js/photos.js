// The photos of a case: sends files while one goes on working, and ticks many photos at once. Without scripts the forms
// on the page do the same.
import { startQueue } from "./upload-queue.js";
import { startTicks } from "./ticks.js";
import { refresher } from "./photo-refresh.js";
import { Progress, cards } from "./photo-progress.js";

startTicks();
const refresh = refresher();
const progress = new Progress(location.pathname, [cards(refresh)]);
startQueue(refresh, progress);
if (document.querySelector("[data-progress]")) progress.follow();

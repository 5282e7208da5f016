// The photos of a case: sends files while one goes on working, and ticks many photos at once. Without scripts the forms
// on the page do the same.
import { startQueue } from "./upload-queue.js";
import { startTicks } from "./ticks.js";
import { refresher } from "./photo-refresh.js";

startTicks();
startQueue(refresher());

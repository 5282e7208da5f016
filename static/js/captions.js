// Writes the time at which the video stands into the line that is being written.
// @ts-check

const film = document.getElementById('film');
const lines = document.getElementById('captions');
const button = document.getElementById('caption-time');

if (film instanceof HTMLVideoElement && lines instanceof HTMLTextAreaElement && button) {
  button.addEventListener('click', () => {
    // At the very end nothing more begins.
    const last = Number.isFinite(film.duration) ? Math.max(0, Math.ceil(film.duration) - 1) : 0;
    const second = Math.min(Math.floor(film.currentTime), last);
    const time = `${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')} `;
    const begun = lines.value.slice(0, lines.selectionStart);
    const apart = begun && !begun.endsWith('\n') ? '\n' : '';
    lines.setRangeText(apart + time, lines.selectionStart, lines.selectionEnd, 'end');
    lines.focus();
  });
}

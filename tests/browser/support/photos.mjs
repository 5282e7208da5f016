// Photos for uploads, drawn in Chromium: nobody's picture, the size of a camera's.
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Draws a head seen from above, with thin hair (`before`) or dots of pigment (`after`), and gives the path of a JPEG.
 * Two photos of one `seed` show the same head. The default has 12 megapixels and about 4 MB.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{ stage?: 'before' | 'after', seed?: number, width?: number, height?: number, type?: string }} [options]
 */
export async function makePhoto(browser, { stage = 'before', seed = 1, width = 4000, height = 3000, type = 'image/jpeg' } = {}) {
  const page = await browser.newPage();
  try {
    const base64 = await page.evaluate(draw, { stage, seed, width, height, type });
    const file = path.join(photoFolder(), `${stage}-${seed}-${width}x${height}.${type.split('/')[1].replace('jpeg', 'jpg')}`);
    await writeFile(file, Buffer.from(base64, 'base64'));
    return file;
  } finally {
    await page.close();
  }
}

let folder;

/** One folder for all photos of a run, gone with it. */
function photoFolder() {
  if (!folder) {
    folder = mkdtempSync(path.join(tmpdir(), 'candor-photos-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
  return folder;
}

/** Runs in the page. */
async function draw({ stage, seed, width, height, type }) {
  let state = seed * 2654435761;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  const unit = Math.min(width, height);
  const [x, y, radius] = [width / 2, height / 2, unit * 0.4];

  pen.fillStyle = '#4a5560';
  pen.fillRect(0, 0, width, height);
  const skin = pen.createRadialGradient(x - radius / 3, y - radius / 3, radius / 8, x, y, radius);
  skin.addColorStop(0, `hsl(${20 + random() * 12} 45% 74%)`);
  skin.addColorStop(1, `hsl(${16 + random() * 12} 38% 48%)`);
  pen.fillStyle = skin;
  pen.beginPath();
  pen.ellipse(x, y, radius * 0.86, radius, 0, 0, 7);
  pen.fill();
  for (let i = 0; i < 60_000; i += 1) {
    const [turn, far] = [random() * 2 * Math.PI, Math.sqrt(random())];
    if (stage === 'before' && far < 0.5 + random() * 0.3) continue;
    pen.fillStyle = `rgb(40 30 26 / ${0.35 + random() * 0.5})`;
    const dot = unit * (0.0004 + random() * 0.0006);
    pen.fillRect(x + Math.cos(turn) * far * radius * 0.84, y + Math.sin(turn) * far * radius * 0.97, dot, dot * (stage === 'before' ? 6 : 1));
  }
  // A camera's noise, so that the file is as large as a real one.
  for (let top = 0; top < height; top += 256) {
    const strip = pen.getImageData(0, top, width, Math.min(256, height - top));
    const { data } = strip;
    for (let i = 0; i < data.length; i += 4) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const noise = (state >>> 28) - 8;
      data[i] += noise;
      data[i + 1] += noise;
      data[i + 2] += noise;
    }
    pen.putImageData(strip, 0, top);
  }
  const blob = await canvas.convertToBlob({ type, quality: 0.92 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let i = 0; i < bytes.length; i += 32_768) binary += String.fromCharCode(...bytes.subarray(i, i + 32_768));
  return btoa(binary);
}

// A clinic with a client and a case, made with the forms of its pages, to begin a test at the desk.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const PASSWORD = 'clippers and patience';

/**
 * Signs in as the owner of a new clinic with one treatment, client and case (sessions on 1 and 15 February 2026).
 *
 * @param {import('playwright-core').Page} page of a server that nobody has used yet
 * @returns {Promise<{ casePath: string, post: (address: string, fields: [string, string][]) => Promise<string> }>}
 */
export async function beginCase(page) {
  await page.goto('/first-run');
  await page.getByLabel('Name').fill('Ada Owner');
  await page.getByLabel('E-mail address').fill('ada@studio.example');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.waitForURL('**/staff/cases');
  const post = (/** @type {string} */ address, /** @type {[string, string][]} */ fields) => send(page, address, fields);
  await post('/admin/clinic', [['name', 'North Light Studio'], ['time_zone', 'Europe/London'], ['about', ''], ['revision', '0']]);
  await post('/admin/practitioners', [['name', 'Noor Hale'], ['title', 'SMP practitioner']]);
  const treatment = { name: 'Scalp micropigmentation', slug: 'scalp-micropigmentation', summary: 'Tiny dots.', body: 'Point by point.', typical_result: 'Two or three sessions.', position: '1' };
  await post('/admin/treatments', Object.entries(treatment));
  const client = await post('/staff/clients', [['name', 'Marc Dubois'], ['birth_date', '1984-03-09']]);
  await page.goto(`/staff/cases/new?client=${client.split('/').pop()}`);
  await page.getByLabel('Treatment').selectOption({ index: 1 });
  await page.getByLabel('Practitioner').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/\/staff\/cases\/[0-9a-f-]{36}$/);
  const casePath = new URL(page.url()).pathname;
  for (const [number, day] of [['1', '2026-02-01'], ['2', '2026-02-15']]) {
    await post(`${casePath}/sessions`, [['kind', 'session'], ['number', number], ['held_on', day]]);
  }
  return { casePath, post };
}

/** Sends a form with the token of this browser; gives where it leads. */
async function send(page, address, fields) {
  const shown = await (await page.request.get('/staff/clients/new')).text();
  const token = shown.match(/name="form_token" value="([^"]+)"/)?.[1] ?? '';
  const body = new URLSearchParams([['form_token', token], ...fields]);
  const answer = await page.request.post(address, {
    data: body.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`${address} answered ${answer.status()}: ${await answer.text()}`);
  return answer.headers().location;
}

/**
 * A photo of a camera: the drawn one with the day it was taken in its EXIF, under the name given.
 *
 * @param {string} file path of a JPEG @param {string} day such as 2026-01-10 @param {string} [name]
 */
export async function dated(file, day, name = path.basename(file)) {
  const jpeg = await readFile(file);
  const text = Buffer.from(`${day.replaceAll('-', ':')} 10:00:00\0`);
  // One IFD that points to the EXIF IFD, which holds DateTimeOriginal alone.
  const tiff = Buffer.alloc(44 + text.length);
  tiff.write('II');
  for (const [at, number] of [[2, 42], [8, 1], [10, 0x8769], [12, 4], [26, 1], [28, 0x9003], [30, 2]]) tiff.writeUInt16LE(number, at);
  for (const [at, number] of [[4, 8], [14, 1], [18, 26], [32, text.length], [36, 44]]) tiff.writeUInt32LE(number, at);
  text.copy(tiff, 44);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  head.writeUInt16BE(body.length + 2, 2);
  const buffer = Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
  return { name, mimeType: 'image/jpeg', buffer };
}

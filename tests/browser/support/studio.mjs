// A clinic with a public story, made over HTTP as its people would: a before, a fresh and a healed photo of two angles.
import { readFile } from 'node:fs/promises';
import { makePhoto } from './photos.mjs';

const PASSWORD = 'clippers and patience';
const DAYS = { before: '2026-01-10', fresh: '2026-03-02', healed: '2026-06-20' };

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ url: string }} server a server that just began
 * @param {{ angles?: string[], sensitive?: boolean, place?: string, also?: string[] }} [options] `also`: places beside the website
 * @returns {Promise<{ story: string, client: Visitor, staff: Visitor }>} the address of the story
 */
export async function openStudio(browser, server, { angles = ['front', 'top'], sensitive = false, place = 'website_and_search', also = [] } = {}) {
  const staff = await visitor(browser, server);
  await staff.post('/first-run', { name: 'Ada Owner', email: 'ada@studio.example', password: PASSWORD });
  await staff.post('/admin/clinic', { name: 'North Light Studio', time_zone: 'Europe/London', about: 'We work on scalps, slowly.', revision: '0' });
  await staff.post('/admin/practitioners', { name: 'Noor Hale', title: 'SMP practitioner' });
  await staff.post('/admin/treatments', {
    name: 'Scalp micropigmentation',
    slug: 'scalp-micropigmentation',
    summary: 'Tiny dots of pigment that look like shaved hair.',
    body: 'Point by point, in two or three sessions.',
    typical_result: 'Most people come two or three times.',
    position: '1',
  });
  if (also.length) await use(staff, ['search', ...also]);
  const client = last(await staff.post('/staff/clients', { name: 'Marc Dubois', birth_date: '1984-03-09' }));
  const form = await staff.text(`/staff/cases/new?client=${client}`);
  const kase = last(
    await staff.post('/staff/cases', {
      client_id: client,
      treatment_id: choice(form, 'treatment_id'),
      practitioner_id: choice(form, 'practitioner_id'),
      norwood: '4',
    }),
  );
  const at = `/staff/cases/${kase}`;
  await staff.post(`${at}/sessions`, { kind: 'session', number: '1', held_on: '2026-02-01' });
  await staff.post(`${at}/sessions`, { kind: 'session', number: '2', held_on: '2026-03-01' });
  let seed = 0;
  for (const angle of angles) {
    const photos = {};
    for (const [stage, day] of Object.entries(DAYS)) {
      seed += 1;
      const file = await makePhoto(browser, { stage: stage === 'before' ? 'before' : 'after', seed, width: 640, height: 800 });
      photos[stage] = await upload(staff, at, { stage, angle, taken_on: day }, file);
      await describe(staff, photos[stage], { stage, angle, taken_on: day, alt: `The head from the ${angle}`, sensitive });
    }
    for (const after of ['fresh', 'healed']) await staff.post(`${at}/pairs`, { before_id: photos.before, after_id: photos[after] });
  }
  const story = await publish(browser, server, staff, at, place, also);
  return { story: story.path, client: story.client, staff };
}

/** Writes the story, has it signed on a phone, and approves it. */
async function publish(browser, server, staff, at, place, also) {
  await staff.post(`${at}/story`, {});
  let page = await staff.text(`${at}/story`);
  await staff.post(`${at}/story`, {
    revision: value(page, 'revision'),
    slug: value(page, 'slug'),
    title: 'A crown that looks full again',
    narrative: 'Two sessions, **no** scalpel.',
    authentic: 'yes',
    marks: 'yes',
  });
  const path = `/stories/${value(page, 'slug')}`;
  const link = /<p class="link">([^<]+)</.exec(await (await staff.post(`${at}/consent`, { method: 'link' })).text())[1];
  const client = await visitor(browser, server);
  await client.post(new URL(link).pathname, {});
  const code = /<p class="code">([^<]+)</.exec(await (await staff.post(`${at}/consent/code`, {})).text())[1];
  await client.post('/c/code', { code });
  await sign(client, place, also);
  await client.post('/c/receipt', {});
  await staff.post(`${at}/story/submission`, {});
  const moderation = /\/moderation\/stories\/[0-9a-f-]+/.exec(await staff.text('/moderation'))[0];
  page = await staff.text(moderation);
  await staff.post(moderation, { verdict: 'approve', sources_sha256: value(page, 'sources_sha256'), epoch: value(page, 'epoch') });
  return { path, client };
}

/** Agrees to everything, by first name, with words. */
async function sign(client, place, also) {
  const answers = {
    pictures: { answer: 'all' },
    level: { level: 'area_only' },
    place: { place, ...Object.fromEntries(also.map((one) => [`also_${one}`, 'yes'])) },
    name: { name: 'first_name' },
  };
  let words = { answer: 'yes', words: 'I look in the mirror again.', rating: '5', incentive: 'discount', insider: 'none' };
  for (;;) {
    const step = new URL((await client.request('/c/ask')).url()).pathname;
    const page = await client.text(step);
    const revision = value(page, 'revision');
    const name = step.split('/').at(-1);
    if (answers[name]) {
      await client.post(step, { revision, ...answers[name] });
    } else if (words) {
      // The story offers to add words.
      await client.post('/c/ask/words', { revision, ...words });
      words = undefined;
    } else {
      const shown_sha256 = value(page, 'shown_sha256');
      await client.post(step, { revision, shown_sha256, signer_name: 'Marc Dubois', agree: 'yes', facts_asked: 'yes', fact: 'norwood' });
      return;
    }
  }
}

/** Chooses the places that clients are asked about. */
async function use(staff, channels) {
  const fields = [['form_token', await staff.token()], ...channels.map((one) => ['channel', one])];
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  await staff.send('/admin/clinic/channels', { data: new URLSearchParams(fields).toString(), headers });
}

async function upload(staff, at, fields, file) {
  const files = { name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer: await readFile(file) };
  const answer = await staff.send(`${at}/photos`, { multipart: { form_token: await staff.token(), ...fields, files }, headers: { accept: 'application/json' } });
  return (await answer.json()).files[0].photo;
}

async function describe(staff, photo, { sensitive, ...fields }) {
  const path = `/staff/photos/${photo}`;
  const page = await staff.text(path);
  await staff.post(path, { revision: value(page, 'revision'), faceless: 'yes', ...(sensitive ? { sensitive: 'yes' } : {}), ...fields });
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await staff.text(path)).includes('data-level="area_only"')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${path} was never developed`);
}

/** @typedef {Awaited<ReturnType<typeof visitor>>} Visitor */

/** Someone with cookies of their own, who sends forms as our pages would. */
export async function visitor(browser, server) {
  const context = await browser.newContext({ baseURL: server.url });
  const self = {
    request: (path, options) => context.request.fetch(path, options),
    text: async (path) => (await context.request.get(path)).text(),
    token: async () => value(await self.text('/sign-in'), 'form_token'),
    async send(path, options) {
      const answer = await context.request.post(path, options);
      if (answer.status() >= 400) throw new Error(`${path} answers ${answer.status()}:\n${await answer.text()}`);
      return answer;
    },
    post: async (path, form) => self.send(path, { form: { form_token: await self.token(), ...form } }),
  };
  return self;
}

/** The last part of the address that an answer led to. */
const last = (answer) => new URL(answer.url()).pathname.split('/').at(-1);
const value = (page, name) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? '';
const choice = (page, name) => new RegExp(`name="${name}"[\\s\\S]*?<option value="([^"]+)"`).exec(page)[1];

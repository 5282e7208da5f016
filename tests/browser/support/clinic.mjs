// A studio with stories in any state, made by the forms' addresses rather than by walking through the staff's pages:
// for tests of what comes after.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const PASSWORD = 'clippers and patience';

/** Somebody who sends forms: the cookies of a page, without its window. */
export class Hands {
  constructor(request) {
    this.request = request;
  }

  async get(address, status = 200) {
    const answer = await this.request.get(address, { maxRedirects: 0 });
    assert.equal(answer.status(), status, `GET ${address}: ${await answer.text()}`);
    return answer;
  }

  async token() {
    let answer = await this.request.get('/sign-in', { maxRedirects: 0 });
    if (answer.status() !== 200) answer = await this.request.get('/first-run');
    return between(await answer.text(), 'name="form_token" value="', '"');
  }

  /** Fields as pairs, so that a name can come several times. */
  async post(address, fields = [], status = 303) {
    const body = new URLSearchParams([['form_token', await this.token()], ...fields]);
    const answer = await this.request.post(address, { data: body.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' }, maxRedirects: 0 });
    assert.equal(answer.status(), status, `POST ${address}: ${await answer.text()}`);
    return answer;
  }

  async upload(address, fields, file) {
    const multipart = { form_token: await this.token(), ...fields, files: { name: path.basename(file), mimeType: 'image/jpeg', buffer: await readFile(file) } };
    const answer = await this.request.post(address, { multipart, headers: { accept: 'application/json' } });
    assert.equal(answer.status(), 201, await answer.text());
    return (await answer.json()).files[0].photo;
  }
}

const between = (text, before, after) => {
  const start = text.indexOf(before);
  assert.ok(start >= 0, `no ${before} in ${text}`);
  return text.slice(start + before.length, text.indexOf(after, start + before.length));
};

/** The first value of a select that is not empty. */
const choice = (text, name) => between(between(text, `name="${name}"`, '</select>').replaceAll('value=""', ''), 'value="', '"');

/** The value of a field as its page has it. */
const value = (text, name) => {
  const field = text.slice(text.indexOf(`name="${name}"`));
  return between(field.slice(0, field.indexOf('>')) + '"', 'value="', '"');
};

/** A studio of one, who may do everything; gives what makes stories in it. */
export async function openClinic(page) {
  const hands = new Hands(page.request);
  await hands.post('/first-run', [['name', 'Ada Owner'], ['email', 'ada@studio.example'], ['password', PASSWORD]]);
  await hands.post('/admin/clinic', [['name', 'North Light Studio'], ['time_zone', 'Europe/London'], ['about', ''], ['revision', '0']]);
  await hands.post('/admin/practitioners', [['name', 'Noor Hale'], ['title', 'SMP practitioner']]);
  await hands.post('/admin/treatments', [
    ['name', 'Scalp micropigmentation'], ['slug', 'scalp-micropigmentation'], ['summary', 'Tiny dots of pigment that look like shaved hair.'],
    ['body', '## How it works\n\nPoint by point.'], ['typical_result', 'Most people come two or three times. From close up the dots can be seen.'], ['position', '1'],
  ]);
  return new Clinic(hands);
}

export class Clinic {
  constructor(hands) {
    this.hands = hands;
  }

  /** A case with a pair whose photos exist in three versions, and its story. */
  async story(photos, title = 'A crown that looks full again') {
    const { hands } = this;
    const client = last(await hands.post('/staff/clients', [['name', 'Marc Dubois'], ['birth_date', '1984-03-09']]));
    const form = await (await hands.get(`/staff/cases/new?client=${client}`)).text();
    const id = last(await hands.post('/staff/cases', [
      ['client_id', client], ['treatment_id', choice(form, 'treatment_id')], ['practitioner_id', choice(form, 'practitioner_id')], ['norwood', '4'], ['age_band', '35-44'],
    ]));
    await hands.post(`/staff/cases/${id}/sessions`, [['kind', 'session'], ['number', '1'], ['held_on', '2026-02-01']]);
    await hands.post(`/staff/cases/${id}/sessions`, [['kind', 'session'], ['number', '2'], ['held_on', '2026-02-20']]);
    const shots = [];
    for (const [file, stage, day] of [[photos[0], 'before', '2026-01-10'], [photos[1], 'healed', '2026-06-20']]) {
      const photo = await hands.upload(`/staff/cases/${id}/photos`, { stage, angle: 'top', taken_on: day }, file);
      await this.#cover(photo, stage, day);
      shots.push(photo);
    }
    await hands.post(`/staff/cases/${id}/pairs`, [['before_id', shots[0]], ['after_id', shots[1]]]);
    await hands.post(`/staff/cases/${id}/story`);
    const text = await (await hands.get(`/staff/cases/${id}/story`)).text();
    await hands.post(`/staff/cases/${id}/story`, [
      ['revision', value(text, 'revision')], ['slug', value(text, 'slug')], ['title', title],
      ['narrative', 'Two sessions, three weeks apart. The hairline was drawn together with the client before anything began.'], ['authentic', 'yes'], ['marks', 'yes'],
    ]);
    return { id, photos: shots };
  }

  /** A case whose story has nothing to show yet. */
  async emptyStory() {
    const { hands } = this;
    const client = last(await hands.post('/staff/clients', [['name', 'Ana Ruiz'], ['birth_date', '1990-05-01']]));
    const form = await (await hands.get(`/staff/cases/new?client=${client}`)).text();
    const id = last(await hands.post('/staff/cases', [['client_id', client], ['treatment_id', choice(form, 'treatment_id')], ['practitioner_id', '']]));
    await hands.post(`/staff/cases/${id}/story`);
    return { id };
  }

  /** Masks over face and eyes, and waits for the versions. */
  async #cover(photo, stage, day) {
    const { hands } = this;
    const mask = (kind, y) => [['mask_kind', kind], ['mask_x', '20'], ['mask_y', y], ['mask_width', '60'], ['mask_height', '20']];
    await this.#until(async () => (await (await hands.get(`/staff/photos/${photo}`)).text()).includes('name="revision"'));
    const text = await (await hands.get(`/staff/photos/${photo}`)).text();
    await hands.post(`/staff/photos/${photo}`, [
      ['revision', value(text, 'revision')], ['stage', stage], ['angle', 'top'], ['taken_on', day], ['alt', 'Crown from above'], ...mask('face', '72'), ...mask('eyes', '66'),
    ]);
    for (const level of ['area_only', 'covered', 'full_face']) {
      await this.#until(async () => (await hands.request.get(`/staff/photos/${photo}/view/${level}-640.jpg`)).ok());
    }
  }

  async #until(done) {
    for (let i = 0; i < 600; i += 1) {
      if (await done()) return;
      await new Promise((resume) => setTimeout(resume, 200));
    }
    assert.fail('the versions are never made');
  }

  /** A private link to answer by, as a path. */
  async invite(id) {
    const answer = await this.hands.post(`/staff/cases/${id}/consent`, [['method', 'link']], 200);
    return new URL(between(await answer.text(), '<p class="link">', '</p>')).pathname;
  }

  async code(id) {
    const answer = await this.hands.post(`/staff/cases/${id}/consent/code`, [], 200);
    return between(await answer.text(), '<p class="code">', '</p>');
  }

  /** Answers and signs in the client's place, on a browser of their own; the receipt is shown. */
  async sign(phone, id, answers = {}) {
    const client = new Hands(phone.request);
    await client.post(await this.invite(id));
    await client.post('/c/code', [['code', await this.code(id)]]);
    const given = { pictures: [['answer', 'all']], level: [['level', 'full_face']], place: [['place', 'website_and_search']], name: [['name', 'first_name']], ...answers };
    for (;;) {
      const next = (await client.get('/c/ask', 303)).headers().location;
      const text = await (await client.get(next)).text();
      const step = next.split('/').at(-1);
      const revision = ['revision', value(text, 'revision')];
      if (step === 'story') {
        await client.post(next, [revision, ['shown_sha256', value(text, 'shown_sha256')], ['signer_name', 'Marc Dubois'], ['agree', 'yes'], ['facts_asked', 'yes'], ['fact', 'norwood']]);
        await client.post('/c/receipt');
        return client;
      }
      await client.post(next, [revision, ...given[step]]);
    }
  }

  async submit(id) {
    await this.hands.post(`/staff/cases/${id}/story/submission`);
  }
}

const last = (answer) => answer.headers().location.split('/').at(-1);

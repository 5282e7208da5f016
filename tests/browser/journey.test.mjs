// The main job as people do it: upload, cover, ask, sign, tell, approve, browse, withdraw; with scripts and without.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, makePhoto, newPage, screenshot, startCandor, unbuilt } from './support.mjs';

const PASSWORD = 'clippers and patience';

suite('journey', { skip: unbuilt }, () => {
  let browser, photos;
  before(async () => {
    browser = await launchBrowser();
    photos = [
      await makePhoto(browser, { stage: 'before', seed: 4, width: 4000, height: 3000 }),
      await makePhoto(browser, { stage: 'after', seed: 4, width: 1600, height: 1200 }),
    ];
  });
  after(() => browser?.close());

  for (const javaScriptEnabled of [true, false]) {
    test(`from upload to withdrawal ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      const server = await startCandor();
      try {
        await walk(server, { javaScriptEnabled });
      } finally {
        await server.stop();
      }
    });
  }

  test('wholly on one tablet', async () => {
    const server = await startCandor();
    try {
      const { page, casePath } = await prepare(server, { size: 'tablet' });
      await page.goto(`${casePath}/consent`);
      await page.getByRole('button', { name: 'Hand over this tablet' }).click();
      await page.waitForURL('**/c/ask/pictures');
      // S57: the way back, a reload and deep links show no page of staff.
      for (const path of ['/staff', casePath, '/moderation', '/admin/users']) {
        await page.goto(path);
        assert.equal(new URL(page.url()).pathname, '/sign-in', path);
      }
      await page.goto('/c/ask');
      await sign(page, 'tablet');
      await page.locator('.qr svg').first().waitFor();
      await seen(page, 'tablet-receipt');
      await page.getByRole('button', { name: 'I have my receipt' }).click();
      await page.getByRole('heading', { name: 'My photos and words' }).waitFor();
      page.assertClean();
    } finally {
      await server.stop();
    }
  });

  /** Clinic, client, case, photos, pair, story: up to the moment the client is asked. */
  async function prepare(server, { size = 'desktop', javaScriptEnabled = true } = {}) {
    const page = await newPage(browser, { server, size, javaScriptEnabled });
    await page.goto('/sign-in');
    await seen(page, 'first-run');
    await page.getByLabel('Name').fill('Ada Owner');
    await page.getByLabel('E-mail address').fill('ada@studio.example');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.waitForURL('**/staff/cases');
    await seen(page, 'cases-empty');

    await page.goto('/admin/clinic');
    await page.getByLabel('Name of the clinic').fill('North Light Studio');
    await page.getByLabel('Time zone').fill('Europe/London');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByLabel('Name of the practitioner').fill('Noor Hale');
    await page.getByRole('button', { name: 'Add a practitioner' }).click();
    await seen(page, 'clinic');
    await page.goto('/admin/treatments/new');
    await page.getByLabel('Name of the treatment').fill('Scalp micropigmentation');
    await page.getByLabel('Address').fill('scalp-micropigmentation');
    await page.getByLabel('In one or two sentences').fill('Tiny dots of pigment that look like shaved hair.');
    await page.getByLabel('What it is', { exact: true }).fill('## How it works\n\nPoint by point, in two or three sessions.');
    await page.getByLabel('Typical result').fill('Most people come two or three times.');
    await seen(page, 'treatment-edit');
    await page.getByRole('button', { name: 'Save' }).click();

    await page.goto('/staff/clients/new');
    await page.getByLabel('Name').fill('Marc Dubois');
    await page.getByLabel('Birth date').fill('1984-03-09');
    await seen(page, 'client-edit');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'New case' }).click();
    await page.getByLabel('Treatment').selectOption({ label: 'Scalp micropigmentation' });
    await page.getByLabel('Practitioner').selectOption({ label: 'Noor Hale' });
    await page.getByLabel('Norwood grade').selectOption({ label: 'IV' });
    await page.getByRole('button', { name: 'Save' }).click();
    const casePath = new URL(page.url()).pathname;
    await page.getByLabel('Number').fill('1');
    await page.getByLabel('Day').fill('2026-02-01');
    await page.getByRole('button', { name: 'Add a session' }).click();
    await seen(page, 'case');

    for (const [file, stage, day] of [[photos[0], 'Before', '2026-01-10'], [photos[1], 'Healed', '2026-06-20']]) {
      await page.goto(`${casePath}/photos`);
      await send(page, file, stage, day);
    }
    await page.goto(`${casePath}/photos`);
    const shots = await page.locator('a[href^="/staff/photos/"]').evaluateAll((links) => [...new Set(links.map((a) => a.getAttribute('href')))]);
    assert.equal(shots.length, 2);
    for (const [i, shot] of shots.entries()) {
      await reloadUntil(page, shot, 'mask-editor image');
      await page.getByLabel('Description for people').fill(`Crown from above, photo ${i + 1}`);
      if (javaScriptEnabled && i === 0) {
        // Drawn with the pointer.
        await page.getByRole('button', { name: 'Face', exact: true }).click();
        const box = await page.locator('mask-editor image').boundingBox();
        await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.7);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.95, { steps: 4 });
        await page.mouse.up();
        assert.equal(await page.locator('[name=mask_kind]').first().inputValue(), 'face');
        assert.ok(Math.abs(Number(await page.locator('[name=mask_width]').first().inputValue()) - 40) < 2);
      } else {
        await page.locator('[name=mask_kind]').first().selectOption('face');
        for (const [name, value] of [['x', '10'], ['y', '70'], ['width', '40'], ['height', '25']]) {
          await page.locator(`[name=mask_${name}]`).first().fill(value);
        }
      }
      await seen(page, `photo-edit-${i}`);
      await page.getByRole('button', { name: 'Save' }).click();
      await reloadUntil(page, shot, '[data-level=area_only]');
    }
    await page.goto(`${casePath}/photos`);
    await page.getByText('Choose a pair by hand').click();
    await page.getByLabel('Before', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('After', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Put side by side' }).click();
    await seen(page, 'photos');

    await page.goto(`${casePath}/story`);
    await page.getByRole('button', { name: 'Begin the story' }).click();
    await page.getByLabel('Title').fill('A crown that looks full again');
    await page.getByLabel('This is our own client').check();
    await page.getByLabel('I looked for tattoos').check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await seen(page, 'story-edit');
    return { page, casePath };
  }

  async function walk(server, { javaScriptEnabled }) {
    const { page, casePath } = await prepare(server, { javaScriptEnabled });
    await page.goto(`${casePath}/consent`);
    await page.getByRole('button', { name: 'Make a private link' }).click();
    await seen(page, 'consent-link');
    const link = await page.locator('.link').innerText();

    const phone = await newPage(browser, { server, size: 'mobile', javaScriptEnabled });
    await phone.goto(new URL(link).pathname);
    await seen(phone, 'open');
    await phone.getByRole('button', { name: 'Open' }).click();
    await phone.waitForURL('**/c/code');
    await page.goto(`${casePath}/consent`);
    await page.getByRole('button', { name: 'Make a one-time code' }).click();
    await phone.getByLabel('Code').fill(await page.locator('.code').innerText());
    await seen(phone, 'code');
    await phone.getByRole('button', { name: 'Go on' }).click();
    const actions = await sign(phone, 'phone');
    assert.ok(actions <= 6, `${actions} actions`);
    await seen(phone, 'receipt');
    const manage = await phone.locator('.link').innerText();
    await phone.getByRole('button', { name: 'I have my receipt' }).click();

    await page.goto(`${casePath}/story`);
    await page.getByRole('button', { name: 'Hand over to the moderators' }).click();
    await page.goto('/moderation');
    await seen(page, 'moderation');
    await page.getByRole('link', { name: 'A crown that looks full again' }).click();
    assert.equal(await page.locator('.light.red').count(), 0, await page.locator('.gates .open').allInnerTexts().then(String));
    await seen(page, 'decision');
    await page.getByRole('button', { name: 'Approve and publish' }).click();
    await page.getByText('Nothing is waiting').waitFor();

    const visitor = await newPage(browser, { server, size: 'mobile', javaScriptEnabled });
    await visitor.goto('/');
    await seen(visitor, 'home');
    await visitor.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Stories' }).click();
    await seen(visitor, 'stories');
    await visitor.getByRole('link', { name: /A crown that looks full again/ }).click();
    await visitor.getByText('I look in the mirror again.').waitFor();
    await seen(visitor, 'story');
    const story = new URL(visitor.url()).pathname;
    const media = await visitor.locator('.compare-pair img').evaluateAll((images) => images.map((image) => new URL(image.src).pathname));
    assert.equal(media.length, 2);
    await visitor.goto('/treatments/scalp-micropigmentation');
    await seen(visitor, 'treatment');

    // Later, from the link of the receipt, in two steps.
    const later = await newPage(browser, { server, size: 'mobile', javaScriptEnabled });
    await later.goto(new URL(manage).pathname);
    await later.getByRole('button', { name: 'Open' }).click();
    await seen(later, 'manage');
    await later.getByRole('link', { name: 'Stop everything' }).click();
    await seen(later, 'withdrawal');
    await later.getByRole('button', { name: 'Yes, take it down' }).click();
    await later.getByText('Nothing of you is shown').waitFor();

    const gone = await visitor.goto(story);
    assert.equal(gone.status(), 410);
    await seen(visitor, 'gone');
    for (const path of media) assert.equal((await visitor.request.get(path)).status(), 410);
    await visitor.goto('/stories');
    await visitor.getByText('No stories yet.').waitFor();
    for (const one of [page, phone, visitor, later]) one.assertClean();
  }

  /**
   * Answers the questions and signs; gives how many times the client had to act to sign (typing the name is one, and the
   * tap that signs). The words are an extra that the last page offers.
   */
  async function sign(page, device) {
    let actions = 0;
    const choose = async (name, shot) => {
      await seen(page, `${device}-${shot}`);
      await page.getByRole('button', { name }).click();
      actions += 1;
    };
    await page.waitForURL('**/c/ask/pictures');
    await choose('Both pictures', 'pictures');
    await page.waitForURL('**/c/ask/level');
    await choose(/Scalp only/, 'level');
    await page.waitForURL('**/c/ask/place');
    await choose(/^On your website and in search engines/, 'place');
    await page.waitForURL('**/c/ask/name');
    await choose('Marc', 'name');
    await page.waitForURL('**/c/ask/story');
    await page.getByRole('link', { name: 'Add my own words' }).click();
    await page.getByLabel('Your words').fill('I look in the mirror again.');
    await page.getByLabel('5 stars of 5').check();
    await page.getByLabel('No, nothing').check();
    await page.getByLabel('No', { exact: true }).check();
    await seen(page, `${device}-words`);
    await page.getByRole('button', { name: 'Add these words' }).click();
    await page.waitForURL('**/c/ask/story');
    await page.getByLabel('Your name').fill('Marc Dubois');
    actions += 1;
    await choose('I agree', 'sign');
    await page.waitForURL('**/c/receipt');
    return actions;
  }

  async function send(page, file, stage, day) {
    const form = page.locator('#upload');
    await form.getByText('Say now what they show').click();
    await form.getByLabel('When').selectOption({ label: stage });
    await form.getByLabel('Angle').selectOption({ label: 'Top' });
    await form.getByLabel('Date taken').fill(day);
    await page.locator('#files').setInputFiles(file);
    if (page.hasScripts) return page.locator('.queue-files .ready').waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByText('Kept.').first().waitFor();
  }

  async function reloadUntil(page, path, selector) {
    for (let i = 0; i < 300; i += 1) {
      await page.goto(path);
      if ((await page.locator(selector).count()) > 0) return;
      await page.waitForTimeout(200);
    }
    assert.fail(`${selector} never showed up on ${path}`);
  }

  /** Looks at a page: picture, accessibility, markup. Axe needs scripts. */
  async function seen(page, name) {
    const size = page.viewportSize().width;
    if (!page.hasScripts) return assertValidHtml(page);
    await screenshot(page, `${name}-${size}`);
    await assertAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= size, `${page.url()} is ${width} px wide on a screen of ${size}`);
  }
});

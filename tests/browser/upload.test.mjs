// Many photos at once: the queue with its states, and the way from twelve photos to a story that is handed over.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { beginCase, dated } from './support/desk.mjs';
import { assertAccessible, assertValidHtml, launchBrowser, makePhoto, newPage, screenshot, startCandor, unbuilt } from './support.mjs';

suite('upload', { skip: unbuilt }, () => {
  let browser;
  /** @type {string[]} */
  let drawn;
  before(async () => {
    browser = await launchBrowser();
    drawn = [];
    for (let seed = 1; seed <= 6; seed += 1) {
      for (const stage of ['before', 'after']) drawn.push(await makePhoto(browser, { stage, seed, width: 640, height: 480 }));
    }
  });
  after(() => browser?.close());

  test('eight photos with a duplicate, a PDF and a broken connection', async () => {
    const server = await startCandor();
    try {
      const page = await newPage(browser, { server, size: 'tablet' });
      const { casePath } = await beginCase(page);
      await page.goto(`${casePath}/photos`);
      await assertValidHtml(page);
      const files = await Promise.all(drawn.slice(0, 6).map((file, i) => dated(file, '2026-01-10', `IMG_${i}.JPG`)));
      files.splice(3, 0, { ...files[0], name: 'again.jpg' });
      files.push({ name: 'paper.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7 not a photo') });
      // The connection breaks whenever this file is on its way, until it is mended below.
      let broken = true;
      const seen = await watchBars(page);
      await page.route(`**${casePath}/photos`, async (route) => {
        const body = route.request().postDataBuffer();
        if (broken && body?.includes('IMG_5.JPG')) return route.abort('connectionreset');
        return route.continue();
      });
      // The first one alone, so that the same bytes later are the duplicate.
      const line = (name) => page.locator('.queue-files > li').filter({ hasText: name });
      await page.locator('#files').setInputFiles(files.slice(0, 1));
      await line('IMG_0').and(page.locator('.ready')).waitFor({ timeout: 60_000 });
      await page.locator('#files').setInputFiles(files.slice(1));
      await line('IMG_5').and(page.locator('.failed')).waitFor({ timeout: 60_000 });
      await page.locator('.queue-summary').filter({ hasText: '5 ready, 1 here before, 2 not kept' }).waitFor({ timeout: 120_000 });
      assert.match(await line('again.jpg').innerText(), /This very photo is in this case already/);
      assert.match(await line('again.jpg').getByRole('link').getAttribute('href') ?? '', /^\/staff\/photos\//);
      assert.match(await line('paper.jpg').innerText(), /not a photo we can read/);
      assert.match(await line('IMG_5').innerText(), /The connection broke/);
      await screenshot(page, 'upload-queue-820');
      await assertAccessible(page);

      broken = false;
      await page.getByRole('button', { name: 'Try all failed again' }).click();
      await page.locator('.queue-summary').filter({ hasText: '6 ready, 1 here before, 1 not kept' }).waitFor({ timeout: 60_000 });
      assert.equal(await page.getByRole('button', { name: 'Try all failed again' }).count(), 0, 'nothing is left that trying again could mend');
      await page.locator('.shot').nth(5).waitFor();
      assert.equal(await page.locator('.shot').count(), 6);
      assert.equal(await page.locator('.shot[data-state=ready]').count(), 6);
      assert.deepEqual(await seen(), [], 'a bar went back');
      page.problems.splice(0, page.problems.length, ...page.problems.filter((one) => !one.includes('ERR_CONNECTION_RESET') && !one.includes('415')));
      page.assertClean();
    } finally {
      await server.stop();
    }
  });

  for (const javaScriptEnabled of [true, false]) {
    test(`from twelve photos to a story handed over, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      const server = await startCandor();
      try {
        const page = await newPage(browser, { server, size: 'tablet', javaScriptEnabled });
        const { casePath } = await beginCase(page);
        const angles = ['front', 'left', 'right', 'top', 'back', 'detail'];
        const files = await Promise.all(
          drawn.map((file, i) => dated(file, i % 2 ? '2026-06-20' : '2026-01-10', `${angles[Math.floor(i / 2)]}-${i}.jpg`)),
        );
        let actions = 0;
        const act = async (/** @type {Promise<unknown>} */ done) => {
          await done;
          actions += 1;
        };
        await page.goto(`${casePath}/photos`);
        await act(page.locator('#files').setInputFiles(files));
        if (javaScriptEnabled) await page.locator('.queue-summary').filter({ hasText: '12 ready' }).waitFor({ timeout: 180_000 });
        else await act(page.getByRole('button', { name: 'Upload' }).click());
        await page.locator('.shot').nth(11).waitFor();
        if (javaScriptEnabled) {
          await act(page.getByRole('button', { name: 'Tick all 12' }).click());
          assert.equal(await page.locator('.describe-count').innerText(), '12 ticked');
        } else {
          for (const box of await page.locator('input[name=photo]').all()) await act(box.check());
        }
        await act(page.locator('#d-face').selectOption('none'));
        await act(page.getByRole('button', { name: 'Save for the ticked' }).click());
        await page.getByText('Saved. Changed versions are being made.').waitFor();
        if (javaScriptEnabled) await assertAccessible(page);
        else await assertValidHtml(page);
        await act(page.getByRole('button', { name: 'Put all 6 side by side' }).click());
        await page.getByText('The story is drafted').waitFor();
        if (javaScriptEnabled) await screenshot(page, 'photos-paired-820');
        await act(page.getByRole('navigation', { name: 'This case' }).getByRole('link', { name: 'Story' }).click());
        await act(page.getByLabel('This is our own client').check());
        await act(page.getByLabel('I looked for tattoos').check());
        await act(page.getByRole('button', { name: 'Save and hand over' }).click());
        await page.getByText('Handed over to the moderators.').waitFor();
        const most = javaScriptEnabled ? 9 : 21;
        assert.ok(actions <= most, `${actions} actions`);
        console.log(`12 photos to a story handed over: ${actions} actions`);
        page.assertClean();
      } finally {
        await server.stop();
      }
    });
  }
});

/** Notes every progress bar that ever goes back. Gives what was noted. */
async function watchBars(page) {
  await page.evaluate(() => {
    const back = [];
    const values = new WeakMap();
    Object.assign(window, { back });
    const look = () => {
      for (const bar of document.querySelectorAll('progress')) {
        if (bar.value < (values.get(bar) ?? 0)) back.push(`${bar.getAttribute('aria-label')}: ${values.get(bar)} → ${bar.value}`);
        values.set(bar, bar.value);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => window.back);
}

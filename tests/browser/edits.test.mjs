// What staff do to photos: drawn by finger and by numbers, turned, straightened, and lined up by hand; with scripts and without.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, makePhoto, newPage, openClinic, screenshot, startCandor, unbuilt } from './support.mjs';

suite('edits', { skip: unbuilt }, () => {
  let browser, photos;
  before(async () => {
    browser = await launchBrowser();
    photos = await Promise.all(['before', 'after'].map((stage) => makePhoto(browser, { stage, seed: 1, width: 800, height: 600 })));
  });
  after(() => browser?.close());

  /** @param {(page: any, story: { id: string, photos: string[] }) => Promise<void>} act @param {object} options */
  async function inClinic(options, act) {
    const server = await startCandor();
    try {
      const page = await newPage(browser, { server, ...options });
      const clinic = await openClinic(page);
      await act(page, await clinic.story(photos));
      page.assertClean();
    } finally {
      await server.stop();
    }
  }

  test('a photo is covered, turned, straightened and cropped with a finger', () =>
    inClinic({ size: 'tablet' }, async (page, story) => {
      const address = `/staff/photos/${story.photos[0]}`;
      await page.goto(address);
      const field = (name, row = 0) => page.locator(`[name=${name}]`).nth(row);
      const value = async (name, row = 0) => Number(await field(name, row).inputValue());
      const press = (name) => page.getByRole('button', { name, exact: true }).click();
      const picture = page.locator('mask-editor image');
      const drag = async ([x, y], [u, v]) => {
        const box = await picture.boundingBox();
        await page.mouse.move(box.x + box.width * x, box.y + box.height * y);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width * u, box.y + box.height * v, { steps: 4 });
        await page.mouse.up();
      };
      const near = (one, other, what) => assert.ok(Math.abs(one - other) < 1.5, `${what}: ${one}, not ${other}`);

      // Two masks are there already: face and eyes. A third, as a blurred ellipse.
      await press('Mark');
      await press('Ellipse');
      await press('Blur');
      await drag([0.1, 0.1], [0.3, 0.4]);
      assert.equal(await field('mask_kind', 2).inputValue(), 'mark');
      assert.equal(await field('mask_shape', 2).inputValue(), 'ellipse');
      assert.equal(await field('mask_style', 2).inputValue(), 'blur');
      near(await value('mask_width', 2), 20, 'width');
      assert.equal(await page.locator('.drawing ellipse.chosen').count(), 1);
      // It is held: moved, then made larger at its handle.
      await drag([0.2, 0.25], [0.25, 0.25]);
      near(await value('mask_x', 2), 15, 'moved');
      await drag([0.35, 0.4], [0.45, 0.4]);
      near(await value('mask_width', 2), 30, 'larger');
      await press('Blur');
      assert.equal(await field('mask_style', 2).inputValue(), 'solid', 'what is chosen changes its look');

      // Turned, and seen at once: nothing was sent yet.
      await press('Turn right');
      assert.equal(await page.locator('.drawing').getAttribute('viewBox'), '0 0 600 800');
      near(await value('mask_y', 2), 15, 'turned with the photo');
      near(await value('mask_height', 2), 30, 'turned with the photo');
      assert.equal(await field('turns').inputValue(), '1');
      assert.equal(new URL(page.url()).pathname, address);

      const range = page.getByRole('slider', { name: 'Straighten' });
      await range.focus();
      for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowRight');
      assert.equal(await field('straighten').inputValue(), '2');
      await field('straighten').fill('0');
      assert.equal(await range.inputValue(), '0');

      await press('Point');
      await drag([0.25, 0.3], [0.25, 0.3]);
      near(await value('focus_x'), 25, 'the point');
      assert.equal(await page.locator('.cross').count(), 1);
      await press('Crop');
      await drag([0.1, 0.05], [0.9, 0.95]);
      near(await value('crop_width'), 80, 'the crop');
      // By keyboard: an arrow moves a number by one, and the drawing follows.
      const left = () => page.locator('.drawing .crop').getAttribute('x');
      const was = await left();
      await field('crop_x').focus();
      await page.keyboard.press('ArrowUp');
      assert.notEqual(await left(), was);
      await seen(page, 'photo-edits');

      const fields = () => page.locator('#photo-form').evaluate((form) => [...new FormData(form)].filter(([name]) => !['form_token', 'revision'].includes(name)));
      const sent = await fields();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').waitFor();
      const kept = await fields();
      for (const name of ['turns', 'straighten', 'crop_width', 'focus_x', 'mask_kind', 'mask_height']) {
        const all = (list) => list.filter(([key, text]) => key === name && text).map(([, text]) => text);
        assert.deepEqual(all(kept).sort(), all(sent).sort(), name);
      }
      assert.equal(await field('mask_shape', 2).inputValue(), 'ellipse');
      await reloadUntil(page, address, '[data-level=full_face]');
      const made = await page.locator('[data-level=full_face] img').evaluate((img) => [img.naturalWidth, img.naturalHeight]);
      assert.ok(made[1] > made[0], `it stands now: ${made}`);
    }));

  test('a photo is turned without scripts', () =>
    inClinic({ size: 'mobile', javaScriptEnabled: false }, async (page, story) => {
      await page.goto(`/staff/photos/${story.photos[0]}`);
      assert.equal(await page.locator('.drawing').getAttribute('viewBox'), '0 0 800 600');
      await page.getByRole('button', { name: 'Turn left' }).click();
      await page.getByText('Saved.').waitFor();
      assert.equal(await page.locator('.drawing').getAttribute('viewBox'), '0 0 600 800');
      assert.equal(await page.locator('[name=mask_kind]').first().inputValue(), 'face', 'what was covered stays covered');
      // Enter in a field saves; it does not turn.
      await page.locator('[name=focus_x]').fill('40');
      await page.locator('[name=focus_y]').fill('30');
      await page.locator('[name=focus_y]').press('Enter');
      await page.getByText('Saved.').waitFor();
      assert.equal(await page.locator('[name=turns]').inputValue(), '3');
      assert.equal(await page.locator('.cross').count(), 1);
      await assertValidHtml(page);
    }));

  for (const javaScriptEnabled of [true, false]) {
    test(`a pair is lined up by hand ${javaScriptEnabled ? 'with' : 'without'} scripts`, () =>
      inClinic({ size: javaScriptEnabled ? 'tablet' : 'mobile', javaScriptEnabled }, async (page, story) => {
        await page.goto(`/staff/cases/${story.id}/photos`);
        await page.getByRole('link', { name: 'Compare light and frame' }).click();
        await page.waitForURL('**/staff/pairs/*');
        // Until both photos can be measured the page says so.
        await reloadUntil(page, page.url(), 'a[href$="/marks"]');
        await page.getByRole('link', { name: 'Show where they match' }).click();
        await assertValidHtml(page);
        const tap = async (side, x, y) => {
          const picture = page.locator(`[data-side=${side}] input:visible`);
          await picture.scrollIntoViewIfNeeded();
          const { width, height } = await picture.boundingBox();
          // Each tap is answered by a page of its own, with its sheet and script.
          const shown = page.waitForEvent('load');
          await picture.click({ position: { x: width * x, y: height * y } });
          await shown;
          assert.match(page.url(), /before_x/);
        };
        await tap('before', 0.25, 0.25);
        await page.getByText('Spot 1: now tap it on the after photo.').waitFor();
        await tap('after', 0.2, 0.2);
        await page.getByText('Spot 2: tap it on both photos.').waitFor();
        await tap('before', 0.75, 0.75);
        await page.getByText('Spot 2: now tap it on the after photo.').waitFor();
        await tap('after', 0.8, 0.8);
        await page.getByText('By these spots both would look like this.').waitFor();
        assert.equal(await page.locator('.mark-ring').count(), 4);
        await seen(page, 'pair-marks');
        await page.getByRole('button', { name: 'Show both like this' }).click();
        await page.getByText('The versions of both photos are being made.').waitFor();
      }));
  }

  async function seen(page, name) {
    await assertValidHtml(page);
    if (!page.hasScripts) return;
    const size = page.viewportSize();
    for (const width of [size.width, 390, 1440]) {
      await page.setViewportSize({ width, height: size.height });
      await screenshot(page, `${name}-${width}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${page.url()} is ${wide} px wide on a screen of ${width}`);
    }
    await page.setViewportSize(size);
    await assertAccessible(page);
  }

  async function reloadUntil(page, address, selector) {
    for (let tries = 0; tries < 120; tries += 1) {
      await page.goto(address);
      if (await page.locator(selector).count()) return;
      await page.locator(selector).waitFor({ timeout: 500 }).catch(() => undefined);
    }
    assert.fail(`${address} never showed ${selector}`);
  }
});

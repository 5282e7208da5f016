// <ba-compare>: what it is to assistive technology, keys, fingers, right to left, paper, and without scripts.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, newPage, openStudio, screenshot, startCandor, unbuilt } from './support.mjs';

suite('compare', { skip: unbuilt }, () => {
  let server, browser, story;
  before(async () => {
    server = await startCandor();
    browser = await launchBrowser();
    ({ story } = await openStudio(browser, server));
  });
  after(() => Promise.all([server?.stop(), browser?.close()]));

  /** The story in a browser; `size` and context options as in newPage. */
  async function open(options = {}, query = '') {
    const page = await newPage(browser, { server, ...options });
    await page.goto(`${story}${query}`);
    return Object.assign(page, { slider: page.getByRole('slider', { name: 'How much of the first picture is shown' }) });
  }
  const picture = (page) => page.locator('.compare-a picture');

  test('is a slider with a name and its value in words, moved by keys', async () => {
    const page = await open();
    assert.equal(await page.slider.getAttribute('aria-valuetext'), '50 % before');
    const { height } = await page.slider.boundingBox();
    assert.ok(height >= 44, `${height} px high`);
    await page.slider.focus();
    for (const [key, words] of [['ArrowRight', '51 % before'], ['ArrowLeft', '50 % before'], ['Home', '0 % before'], ['End', '100 % before']]) {
      await page.keyboard.press(key);
      assert.equal(await page.slider.getAttribute('aria-valuetext'), words);
    }
    page.assertClean();
  });

  test('follows the mouse by the distance gone, and goes to where one clicks', async () => {
    const page = await open();
    const box = await picture(page).boundingBox();
    const [x, y] = [box.x + box.width / 4, box.y + box.height / 3];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 4, y);
    assert.equal(await page.slider.inputValue(), '50');
    await page.mouse.move(x + box.width / 5, y, { steps: 5 });
    await page.mouse.up();
    assert.equal(await page.slider.inputValue(), '70');
    await page.mouse.click(x, y);
    assert.equal(await page.slider.inputValue(), '25');
    const divider = await page.locator('.compare-divider').boundingBox();
    assert.ok(Math.abs(divider.x + divider.width / 2 - x) < 3);
    page.assertClean();
  });

  test('a finger along moves it, a finger across scrolls the page', async () => {
    const page = await open({ size: 'mobile' });
    await picture(page).scrollIntoViewIfNeeded();
    const box = await picture(page).boundingBox();
    const devtools = await page.context().newCDPSession(page);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = (type, points) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await touch('touchStart', [{ x, y }]);
    for (let step = 1; step <= 10; step += 1) await touch('touchMove', [{ x: x + (step * box.width) / 50, y: y + step }]);
    await touch('touchEnd', []);
    const moved = Number(await page.slider.inputValue());
    assert.ok(Math.abs(moved - 70) <= 2, `${moved}`);
    const from = await page.evaluate(() => window.scrollY);
    await touch('touchStart', [{ x, y }]);
    for (let step = 1; step <= 20; step += 1) {
      await touch('touchMove', [{ x: x + step / 2, y: y - step * 12 }]);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await touch('touchEnd', []);
    await page.waitForFunction((start) => window.scrollY > start + 100, from);
    assert.equal(Number(await page.slider.inputValue()), moved);
    const now = await picture(page).boundingBox();
    await page.touchscreen.tap(now.x + now.width * 0.2, now.y + now.height - 20);
    assert.equal(await page.slider.inputValue(), '20');
    page.assertClean();
  });

  test('changes views without a new page, each with an address', async () => {
    const page = await open();
    await page.evaluate(() => (window.same = document.querySelector('.compare-a img')));
    await page.slider.fill('70');
    await page.getByRole('link', { name: 'Fade' }).click();
    await page.waitForURL('**mode=fade**');
    assert.ok(await page.evaluate(() => window.same === document.querySelector('.compare-a img')), 'the picture stays');
    await page.getByRole('link', { name: 'Top' }).click();
    await page.waitForURL('**angle=top**');
    assert.equal(await page.slider.inputValue(), '70');
    assert.equal(await page.locator('ba-compare').getAttribute('data-mode'), 'fade');
    assert.equal(await page.getByRole('link', { name: 'Top' }).getAttribute('aria-current'), 'true');
    assert.ok(await page.evaluate(() => document.activeElement?.textContent === 'Top'), 'the focus stays');
    await page.getByRole('group', { name: 'with' }).getByLabel('Fresh').check();
    await page.waitForURL('**b=2**');
    await page.getByText('it will look softer').waitFor();
    await page.getByRole('link', { name: 'Switch' }).click();
    await page.waitForURL('**mode=toggle**');
    const second = page.locator('.compare-b picture');
    await page.getByRole('group', { name: 'Picture shown' }).getByLabel('Before').check();
    await assertOpacity(second, '0');
    await picture(page).click({ force: true });
    await assertOpacity(second, '1');
    const address = page.url();
    await page.reload();
    assert.equal(page.url(), address);
    assert.ok(await page.getByRole('group', { name: 'with' }).getByLabel('Fresh').isChecked());
    page.assertClean();
  });

  test('runs from right to left', async () => {
    const page = await open();
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await page.slider.focus();
    await page.keyboard.press('Home');
    for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowLeft');
    assert.equal(await page.slider.inputValue(), '20');
    const [box, divider] = [await picture(page).boundingBox(), await page.locator('.compare-divider').boundingBox()];
    assert.ok(Math.abs(divider.x + 1 - (box.x + box.width * 0.8)) < 3);
    await page.mouse.click(box.x + box.width * 0.3, box.y + box.height / 2);
    assert.equal(await page.slider.inputValue(), '70');
    page.assertClean();
  });

  test('is side by side without scripts and on paper', async () => {
    // Chromium complains of its own view transition where scripts are off.
    const bare = await open({ javaScriptEnabled: false, reducedMotion: 'reduce' });
    await assertBeside(bare);
    assert.equal(await bare.locator('#compare-at').isVisible(), false);
    await bare.getByRole('link', { name: 'Top' }).click();
    await bare.getByText('one day after session 2').waitFor({ state: 'detached' });
    await bare.getByRole('group', { name: 'with' }).getByLabel('Fresh').check();
    await bare.getByRole('button', { name: 'Show these two' }).click();
    await bare.getByText('one day after session 2').waitFor();
    bare.assertClean();
    const paper = await open();
    await paper.emulateMedia({ media: 'print' });
    await assertBeside(paper);
  });

  for (const mode of ['slider', 'side', 'fade', 'toggle']) {
    test(`nothing jumps, nothing is too wide, nobody is left out (${mode})`, async () => {
      const query = `?mode=${mode}&angle=front&a=1&b=3`;
      for (const size of ['mobile', 'desktop']) {
        const page = await open({ size }, query);
        await page.waitForLoadState('networkidle');
        const shift = await page.evaluate(shifts);
        assert.ok(shift < 0.01, `${shift}`);
        await assertAccessible(page);
        await screenshot(page, `compare-${mode}-${size}`);
        page.assertClean();
      }
      const narrow = await open({ viewport: { width: 320, height: 640 } }, query);
      assert.ok((await narrow.evaluate(() => document.documentElement.scrollWidth)) <= 320);
      await assertValidHtml(narrow);
      narrow.assertClean();
    });
  }

  test('asks for little before the pictures, and nobody else for anything', async () => {
    const asked = [];
    const page = await newPage(browser, { server });
    page.on('request', (request) => asked.push(new URL(request.url())));
    await page.goto(story);
    await page.waitForLoadState('networkidle');
    const own = asked.filter((url) => !url.pathname.startsWith('/media/') && !url.pathname.endsWith('.svg'));
    assert.ok(own.length <= 4, own.map(String).join('\n'));
    assert.deepEqual(await page.context().cookies(), []);
    page.assertClean();
  });

  async function assertOpacity(locator, value) {
    await locator.evaluate((element) => Promise.allSettled(element.getAnimations().map((one) => one.finished)));
    assert.equal(await locator.evaluate((element) => getComputedStyle(element).opacity), value);
  }

  async function assertBeside(page) {
    const [a, b] = [await picture(page).boundingBox(), await page.locator('.compare-b picture').boundingBox()];
    assert.ok(a.x + a.width <= b.x + 1 && Math.abs(a.y - b.y) < 2 && Math.abs(a.width - b.width) < 2, JSON.stringify([a, b]));
  }
});

/** Runs in the page: all that moved by itself. */
function shifts() {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, entry) => sum + (entry.hadRecentInput ? 0 : entry.value), 0))).observe({
      type: 'layout-shift',
      buffered: true,
    });
    setTimeout(() => resolve(0), 500);
  });
}

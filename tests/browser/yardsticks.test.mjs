// The yardsticks of the public pages: weight, requests, what moves while a page loads, accessibility, markup. bin/ci looks at the
// phone and the desktop, bin/ci --full (YARDSTICKS=all) at every width in both schemes and both directions of writing.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, newPage, signedIn, startDemo, unbuilt } from './support.mjs';

const ALL = process.env.YARDSTICKS === 'all';
const WIDTHS = ALL ? [320, 390, 768, 1440] : [390, 1440];
const SCHEMES = /** @type {const} */ (ALL ? ['light', 'dark'] : ['light']);
/** The most there may be, in bytes as they travel. */
const SCRIPTS = 12_000, SHEETS = 15_000, FIRST_PICTURES = 200_000;
/** Beside the page and its pictures. */
const REQUESTS = 4;
/** Of the layout, as Chromium counts it. */
const MOVED = 0.01;

suite('yardsticks', { skip: unbuilt }, () => {
  let browser, server, paths;
  before(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startDemo()]);
    const text = async (path) => (await fetch(`${server.url}${path}`)).text();
    const link = async (path, pattern) => (await text(path)).match(pattern)?.[1] ?? assert.fail(`${path} has no link like ${pattern}`);
    paths = {
      home: '/',
      gallery: '/stories',
      story: await link('/stories', /href="(\/stories\/[^"?#]+)"/),
      treatment: await link('/treatments', /href="(\/treatments\/[^"?#]+)"/),
      practitioner: await link('/', /href="(\/practitioners\/[^"?#]+)"/).catch(() => link('/practitioners', /href="(\/practitioners\/[^"?#]+)"/)),
    };
  });
  after(() => Promise.all([server?.stop(), browser?.close()]));

  for (const [language, direction] of [['en', 'ltr'], ['ar', 'rtl']]) {
    test(`from ${direction === 'ltr' ? 'left to right' : 'right to left'}`, async (t) => {
      await speak(language);
      for (const width of WIDTHS) {
        for (const scheme of SCHEMES) {
          const phone = width < 600;
          const page = await newPage(browser, { server, size: phone ? 'mobile' : 'desktop', viewport: { width, height: phone ? 844 : 900 }, colorScheme: scheme });
          for (const [name, path] of Object.entries(paths)) {
            const where = `${name}, ${width} px, ${scheme}, ${direction}`;
            // As someone who comes from elsewhere: between pages of one site a browser waits before it draws, and less moves.
            await page.goto('about:blank');
            await page.goto(path, { waitUntil: 'networkidle' });
            assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), direction, where);
            const arrived = await page.evaluate(weights);
            assert.ok(arrived.scripts <= SCRIPTS, `${where}: scripts weigh ${arrived.scripts}`);
            assert.ok(arrived.sheets <= SHEETS, `${where}: style sheets weigh ${arrived.sheets}`);
            assert.ok(arrived.requests <= REQUESTS, `${where}: ${arrived.requests} requests before pictures`);
            if (phone) assert.ok(arrived.pictures <= FIRST_PICTURES, `${where}: the first pictures weigh ${arrived.pictures}`);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            assert.ok(wide <= 0, `${where}: scrolls sideways by ${wide} px`);
            const moved = await page.evaluate(readToTheEnd);
            assert.ok(moved <= MOVED, `${where}: moves by ${moved}`);
            await assertAccessible(page);
            if (width === WIDTHS[0] && scheme === 'light') await assertValidHtml(page);
            page.assertClean();
            if (width === 390 && scheme === 'light') t.diagnostic(`${name}, ${direction}: ${JSON.stringify({ ...arrived, moved })}`);
          }
          await page.context().close();
        }
      }
    });
  }

  async function speak(language) {
    const page = await signedIn(browser, server, server.guide.team.find((email) => email.startsWith('admin')));
    await page.goto('/admin/clinic');
    await page.locator('[name=language]').selectOption(language);
    await page.locator('main form:has([name=language]) button[type=submit]').first().click();
    await page.waitForLoadState();
    await page.context().close();
  }
});

/** Runs in the page: bytes of what has arrived so far, and how many requests were no pictures. */
function weights() {
  const all = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'));
  const sum = (is) => all.filter(is).reduce((bytes, one) => bytes + one.encodedBodySize, 0);
  const picture = ({ name, initiatorType }) => ['img', 'image'].includes(initiatorType) || /\/(media|assets)\/.*\.(jpg|avif|webp|png|svg)$/.test(name);
  return {
    scripts: sum(({ name }) => /\.js(\?|$)/.test(name)),
    sheets: sum(({ name }) => /\.css(\?|$)/.test(name)),
    pictures: sum((one) => picture(one)),
    requests: all.filter((one) => !picture(one)).length,
  };
}

/** Runs in the page: scrolls to its end a screen at a time, and gives how much moved that should have stood still. */
async function readToTheEnd() {
  let moved = 0;
  const observer = new PerformanceObserver((list) => {
    for (const one of /** @type {any[]} */ (list.getEntries())) if (!one.hadRecentInput) moved += one.value;
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await drawn();
    const near = [...document.images].filter((image) => !image.complete && image.getBoundingClientRect().top < innerHeight * 2);
    await Promise.race([Promise.all(near.map((image) => image.decode().catch(() => undefined))), new Promise((resolve) => setTimeout(resolve, 2000))]);
  }
  await drawn();
  for (const one of /** @type {any[]} */ (observer.takeRecords())) if (!one.hadRecentInput) moved += one.value;
  observer.disconnect();
  scrollTo(0, 0);
  return moved;
}

// Every page of the demo, as each person who may read it: accessible, valid, clean, and none forgotten.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, newPage, signedIn, startDemo, unbuilt } from './support.mjs';

/** So many pages of one pattern are looked at for each person, the first ones found; more in the long run. */
const EACH = Number(process.env.CRAWL_EACH ?? 1);
/** Lines of the route table that are no pages of the crawl, or that the journeys see. */
const ELSEWHERE = [
  /^\/(healthz|readyz|assets|media|theme|logo|robots\.txt|sitemap|embed\.js|oembed|feed\.|api\/v1)/, // no pages
  /^\/(first-run|password|password-reset)/, // before there is anybody, and by mail: the journey and tests/journeys
  /^\/c\/(?!manage|withdrawal|pause)/, // one question leads to the next: the journey walks them
  /\{(file|size)\}|\.(css|mp4|vtt)$|card\.png$/, // pictures, videos and sheets
  /^\/embed\/for\//, // embeds.test.mjs shows them on a partner's site
  /\/receipt$|\/export/,
  /^\/(sign-in|account)\/(code|second-factor)$/, // second-factor.test.mjs walks them
  /\/consent\/(paper|sheet)$|^\/papers\/\{id\}$/, // paper.test.mjs prints, scans and compares a sheet
  /^\/admin\/texts\/(draft|\{id\})$/, // there once a text is written or was asked with
];

suite('crawl', { skip: unbuilt }, () => {
  let browser, server, patterns;
  const seen = new Set();
  let problems = [];
  afterEach(() => {
    const all = problems;
    problems = [];
    assert.deepEqual(all, []);
  });
  before(async () => {
    [browser, server, patterns] = await Promise.all([launchBrowser(), startDemo(), pagePatterns()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('as a visitor', async () => {
    await crawl(await newPage(browser, { server, size: 'mobile' }), ['/', '/sign-in', '/shortlist']);
  });

  test('in frames on other sites', async () => {
    const page = await newPage(browser, { server, size: 'mobile' });
    await page.goto('/stories');
    const story = await page.locator('.card-title a').first().getAttribute('href');
    await crawl(page, [`/embed${story}`, `/embed${story}?colours=dark&accent=c08040`, '/embed/gallery', '/embed/gallery?columns=2', '/embed/testimonials', '/api']);
  });

  test('as a client with the manage link', async () => {
    const page = await newPage(browser, { server, size: 'mobile' });
    await page.goto(server.guide.manage);
    await look(page);
    await page.getByRole('button').first().click();
    await page.waitForURL('**/c/manage');
    await crawl(page, ['/c/manage']);
  });

  test('as each of the team', async () => {
    assert.ok(server.guide.team.length >= 3, 'an admin, a moderator, a member of staff');
    for (const [i, email] of server.guide.team.entries()) {
      const page = await signedIn(browser, server, email, { size: i % 2 ? 'tablet' : 'desktop' });
      await crawl(page, [new URL(page.url()).pathname, '/admin/components', '/staff', '/moderation']);
      await page.context().close();
    }
  });

  test('what is gone says so', async () => {
    const page = await newPage(browser, { server, size: 'mobile' });
    const answer = await page.goto(server.guide.withdrawn);
    assert.equal(answer.status(), 410);
    await look(page);
    assert.equal((await page.goto('/stories/never-there')).status(), 404);
    await look(page);
  });

  test('no page was forgotten', () => {
    const forgotten = patterns.filter(({ path }) => !seen.has(path)).map(({ path }) => path);
    assert.deepEqual(forgotten, [], 'pages of the route table that no link leads to, or that need a line above');
  });

  /** Follows every link on the site that `page`'s person may open. */
  async function crawl(page, starts) {
    const queue = [...starts];
    const asked = new Set();
    const counts = new Map();
    while (queue.length) {
      const address = queue.shift();
      const path = address.replace(/[?#].*$/, '');
      const pattern = patterns.find(({ regex }) => regex.test(path))?.path;
      const key = `${pattern}${address.includes('?') ? '?' : ''}`;
      if (asked.has(address) || !pattern || (counts.get(key) ?? 0) >= EACH) continue;
      asked.add(address);
      counts.set(key, (counts.get(key) ?? 0) + 1);
      const answer = await page.goto(address);
      if (answer.status() !== 200) {
        // Not everyone of the team may open every first page.
        if (!starts.includes(address)) problems.push(`${address}: linked, and answers ${answer.status()}`);
        continue;
      }
      seen.add(pattern);
      await look(page);
      const links = await page.locator('a[href^="/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      queue.push(...links.map((link) => link.replace(/#.*$/, '')));
    }
  }

  async function look(page) {
    await page.waitForLoadState('networkidle');
    await found(page, () => assertAccessible(page));
    if (!page.url().includes('/c/')) await found(page, () => assertValidHtml(page));
    // A version whose file went with a withdrawal is made anew when it is first asked for, and is not there until then.
    const others = page.problems.filter((one) => !/status of 404 .*\/staff\/photos\/.*\/view\//.test(one));
    await found(page, async () => assert.deepEqual(others, []));
    page.problems.length = 0;
    await found(page, () => assertFits(page));
  }

  /** Goes on, so that one run tells all. */
  async function found(page, check) {
    await check().catch((error) => problems.push(`${new URL(page.url()).pathname}: ${error.message}`));
  }

  /** On the screen it was opened on, and on the narrowest. */
  async function assertFits(page) {
    const size = page.viewportSize();
    for (const width of [size.width, 320]) {
      await page.setViewportSize({ ...size, width });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `scrolls sideways by ${wide} px on ${width} px`);
    }
    await page.setViewportSize(size);
  }
});

/** The pages of the route table, as the reviewed access matrix lists them. */
async function pagePatterns() {
  const matrix = await readFile(new URL('../proofs/access.txt', import.meta.url), 'utf8');
  return matrix
    .split('\n')
    .filter((line) => line.startsWith('GET '))
    .map((line) => line.split(' ')[1])
    .filter((path) => !ELSEWHERE.some((other) => other.test(path)))
    .map((path) => ({ path, regex: new RegExp(`^${path.replace(/\{[^}]*(?:\{[^}]*\})?[^}]*\}/g, '[^/]+')}$`) }));
}

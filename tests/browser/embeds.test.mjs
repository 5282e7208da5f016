// Frames on other sites: one on the list shows the story as high as it is, also sealed off as WordPress does it; any other is
// refused; and what is withdrawn takes no room any more.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, newPage, openStudio, screenshot, startCandor, unbuilt } from './support.mjs';

suite('embeds', { skip: unbuilt }, () => {
  let server, browser, studio, listed, stranger, partner;
  before(async () => {
    [server, browser, listed, stranger, partner] = await Promise.all([startCandor(), launchBrowser(), startSite(), startSite(), startSite()]);
    studio = await openStudio(browser, server, { also: ['partner_embed'] });
  });
  after(() => Promise.all([server?.stop(), browser?.close(), listed?.stop(), stranger?.stop(), partner?.stop()]));

  test('an admin lists a site and copies the lines, with scripts and without', async () => {
    for (const javaScriptEnabled of [false, true]) {
      const page = await newPage(browser, { server, javaScriptEnabled, size: javaScriptEnabled ? 'desktop' : 'mobile' });
      await page.goto('/sign-in');
      await page.getByLabel('E-mail address').fill('ada@studio.example');
      await page.getByLabel('Password').fill('clippers and patience');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL('**/staff/**');
      await page.goto('/admin/clinic/embeds');
      if (!javaScriptEnabled) {
        await page.getByText('None yet').waitFor();
        await page.getByLabel('Name of the website').fill('https://clinic.example/page');
        await page.getByRole('radio', { name: /clinic’s own/ }).check();
        await page.getByRole('button', { name: 'Let it show our stories' }).click();
        await page.getByText('Please write the name of a website').waitFor();
        await page.getByLabel('Name of the website').fill(listed.host);
        await page.getByRole('radio', { name: /clinic’s own/ }).check();
        await page.getByRole('button', { name: 'Let it show our stories' }).click();
        await page.getByText('Saved.').waitFor();
      }
      await page.getByText(listed.url).first().waitFor();
      await page.getByLabel('Columns').selectOption('2');
      await page.getByLabel('Background').selectOption('dark');
      await page.getByLabel('Colour of links').fill('#c08040');
      await page.getByRole('button', { name: 'Show the lines' }).click();
      const lines = await page.getByLabel('As high as needed').inputValue();
      assert.ok(lines.includes(`src="${server.url}/embed/gallery?columns=2&amp;colours=dark&amp;accent=c08040"`), lines);
      await page.frameLocator('iframe').getByRole('link', { name: 'A crown that looks full again' }).waitFor();
      await assertValidHtml(page);
      if (javaScriptEnabled) {
        await assertAccessible(page);
        await screenshot(page, 'admin-embeds-1440');
      } else {
        await screenshot(page, 'admin-embeds-390');
      }
      page.assertClean();
      await page.context().close();
    }
  });

  test('a listed site shows the story, as high as it is', async () => {
    const page = await visit(listed, frame(`/embed${studio.story}?colours=light`, 'width="100%" height="300"'));
    const inner = page.frameLocator('iframe');
    await inner.getByRole('heading', { name: 'A crown that looks full again' }).waitFor();
    await page.waitForFunction(tall, 600);
    await assertWhole(page);
    // Another view, another height: nothing scrolls inside.
    await inner.getByRole('link', { name: 'Side by side' }).click();
    await inner.locator('ba-compare[data-mode=side]').waitFor();
    await page.waitForFunction(fits);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForFunction(fits);
    await screenshot(page, 'embed-story-390');
    assert.deepEqual(complaints(page), []);
  });

  test('what nobody listed is refused', async () => {
    const page = await visit(stranger, frame(`/embed${studio.story}`));
    const inner = page.frames()[1];
    await page.waitForFunction(() => document.readyState === 'complete');
    assert.ok(page.problems.some((problem) => /frame-ancestors|Refused to frame/.test(problem)), page.problems.join('\n'));
    // What stands in the frame is the browser's own page, with a heading of its own.
    assert.equal(await inner.getByText('A crown that looks full again').count().catch(() => 0), 0);
    assert.doesNotMatch(inner.url(), /embed/);
    // Nor may a site on the list show a page that is no frame.
    const other = await visit(listed, frame(studio.story));
    await other.waitForFunction(() => document.readyState === 'complete');
    assert.ok(other.problems.some((problem) => /frame-ancestors|Refused to frame/.test(problem)), other.problems.join('\n'));
  });

  test('a site may seal the frame off, as WordPress does', async () => {
    const page = await visit(
      listed,
      `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" title="A story" width="600" height="400"
        src="${server.url}/embed${studio.story}#?secret=aB3dE5fG7h" data-secret="aB3dE5fG7h"></iframe>
       <script>${WORDPRESS}</script>`,
    );
    const inner = page.frames()[1];
    await inner.getByRole('heading', { name: 'A crown that looks full again' }).waitFor();
    await page.waitForFunction(() => Number(document.querySelector('iframe').height) > 600);
    // Style, script and pictures reach a frame without an origin.
    assert.equal(await inner.evaluate(() => self.origin), 'null');
    await inner.waitForFunction(() => [...document.images].slice(0, 2).every((image) => image.complete && image.naturalWidth > 0));
    assert.notEqual(await inner.evaluate(() => getComputedStyle(document.querySelector('.compare-pair')).display), 'block');
    await inner.getByRole('link', { name: 'Side by side' }).click();
    await inner.locator('ba-compare[data-mode=side]').waitFor();
    assert.match(inner.url(), /mode=side.*secret=aB3dE5fG7h$/);
    await inner.getByRole('link', { name: /^The whole story/ }).click();
    await page.waitForFunction((url) => window.followed === url, `${server.url}${studio.story}`);
    assert.deepEqual(complaints(page), []);
  });

  test('frames look well on their own', async () => {
    for (const [name, path] of [
      ['gallery', '/embed/gallery?columns=3'],
      ['gallery-dark', '/embed/gallery?colours=dark&accent=c08040'],
      ['testimonials', '/embed/testimonials'],
      ['story', `/embed${studio.story}`],
    ]) {
      for (const size of ['mobile', 'tablet']) {
        const page = await newPage(browser, { server, size });
        await page.goto(path);
        await assertAccessible(page);
        await assertValidHtml(page);
        await screenshot(page, `embed-${name}-${page.viewportSize().width}`);
        page.assertClean();
        await page.context().close();
      }
    }
  });

  test('a feed is one that readers understand', async () => {
    const page = await newPage(browser, { server });
    await page.goto('/');
    const feed = await page.evaluate(async () => {
      const text = await (await fetch('/feed.xml')).text();
      const xml = new DOMParser().parseFromString(text, 'application/xml');
      const names = (of) => [...of.children].map((child) => child.localName);
      const entry = xml.querySelector('entry');
      return {
        broken: xml.querySelector('parsererror')?.textContent,
        root: [xml.documentElement.namespaceURI, xml.documentElement.localName],
        feed: names(xml.documentElement),
        entry: names(entry),
        dates: [...xml.querySelectorAll('updated, published')].map((date) => date.textContent),
      };
    });
    assert.equal(feed.broken, undefined);
    assert.deepEqual(feed.root, ['http://www.w3.org/2005/Atom', 'feed']);
    for (const name of ['id', 'title', 'updated', 'link', 'author', 'rights', 'entry']) assert.ok(feed.feed.includes(name), name);
    for (const name of ['id', 'title', 'updated', 'published', 'link', 'summary', 'content']) assert.ok(feed.entry.includes(name), name);
    for (const date of feed.dates) assert.match(date, /^\d{4}-\d\d-\d\dT00:00:00Z$/);
    page.assertClean();
  });

  test('a partner has frames of its own, until the client takes that place back', async () => {
    await studio.staff.post('/admin/clinic/embeds', { site: partner.host, whose: 'partner' });
    const own = frame(`/embed/for/${partner.host}${studio.story}`, 'width="100%" height="300"');
    const page = await visit(partner, own);
    const inner = page.frameLocator('iframe');
    await inner.getByRole('heading', { name: 'A crown that looks full again' }).waitFor();
    await page.waitForFunction(tall, 600);
    await inner.getByRole('link', { name: 'Side by side' }).click();
    await inner.locator('ba-compare[data-mode=side]').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await screenshot(page, 'embed-partner-390');
    assert.deepEqual(complaints(page), []);
    // Its lines work nowhere else, and those of the clinic's own sites don't work there.
    for (const [site, lines] of [[listed, own], [partner, frame(`/embed${studio.story}`)]]) {
      const other = await visit(site, lines);
      await other.waitForFunction(() => document.readyState === 'complete');
      assert.ok(other.problems.some((problem) => /frame-ancestors|Refused to frame/.test(problem)), other.problems.join('\n'));
    }
    const admin = await signedIn();
    await admin.goto('/admin/clinic/embeds');
    await admin.getByLabel('On', { exact: true }).selectOption(partner.host);
    await admin.getByRole('button', { name: 'Show the lines' }).click();
    assert.ok((await admin.getByLabel('As high as needed').inputValue()).includes(`/embed/for/${partner.host}/gallery`));
    await admin.frameLocator('iframe').getByRole('link', { name: 'A crown that looks full again' }).waitFor();
    await assertAccessible(admin);
    await assertValidHtml(admin);
    await screenshot(admin, 'admin-embeds-partner-1440');
    admin.assertClean();
    await studio.client.post('/c/withdrawal', { scope: 'channel:partner_embed' });
    const after = await visit(partner, own);
    await after.waitForFunction(() => document.querySelector('iframe').getBoundingClientRect().height === 0);
    const still = await visit(listed, frame(`/embed${studio.story}`));
    await still.frameLocator('iframe').getByRole('heading', { name: 'A crown that looks full again' }).waitFor();
  });

  test('once withdrawn, a frame takes no room', async () => {
    await studio.client.post('/c/withdrawal', { scope: 'all' });
    const page = await visit(listed, frame(`/embed${studio.story}`, 'width="100%" height="300"'));
    await page.waitForFunction(() => document.querySelector('iframe').getBoundingClientRect().height === 0);
    const calm = await newPage(browser, { server, size: 'mobile' });
    await calm.goto(`/embed${studio.story}`);
    await calm.getByText('no longer shown').waitFor();
    await assertAccessible(calm);
    await screenshot(calm, 'embed-gone-390');
  });

  async function signedIn() {
    const page = await newPage(browser, { server });
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill('ada@studio.example');
    await page.getByLabel('Password').fill('clippers and patience');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/staff/**');
    return page;
  }

  /** The lines that the admin's page gives. */
  function frame(path, size = 'width="100%" height="600"') {
    return `<iframe src="${server.url}${path}" title="A story" ${size} frameborder="0"></iframe>
      <script async src="${server.url}/embed.js"></script>`;
  }

  /** A visitor on another site whose page holds these lines. */
  async function visit(site, lines) {
    site.lines = lines;
    const page = await newPage(browser, { server: site });
    await page.goto('/');
    return page;
  }
});

/** What WordPress' own script (wp-embed) does with a frame, as its documentation and its source have it. */
const WORDPRESS = `
  addEventListener('message', ({ data, source }) => {
    if (!data || /[^a-zA-Z0-9]/.test(data.secret)) return;
    for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
      if (frame.contentWindow !== source) continue;
      if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
      if (data.message === 'link' && new URL(data.value).host === new URL(frame.src).host && document.activeElement === frame) window.followed = data.value;
    }
  });`;

/** Runs on the site around the frame. */
const tall = (least) => document.querySelector('iframe').getBoundingClientRect().height > least;

/** Runs there too: the frame asked for a height, and stands in it. */
const fits = () => document.querySelector('iframe').style.height !== '';

async function assertWhole(page) {
  const inner = page.frames()[1];
  const scrolls = await inner.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  assert.ok(scrolls <= 1, `scrolls by ${scrolls} px`);
}

/** What the browser complains of, but for requests to the gallery, which are another site's here. */
const complaints = (page) => page.problems.filter((problem) => !problem.startsWith('third party'));

/** Another site: one page, on another port of this machine. */
async function startSite() {
  const site = { lines: '' };
  const server = createServer((request, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    const body = request.url === '/' ? `<!doctype html><html lang="en"><title>Another site</title><link rel="icon" href="data:,"><main>${site.lines}</main>` : '';
    answer.end(body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address();
  return Object.assign(site, { host: `127.0.0.1:${port}`, url: `http://127.0.0.1:${port}`, stop: () => new Promise((done) => server.close(done)) });
}

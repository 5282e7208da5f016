// The gallery below a path of the clinic's own website: that site passes /results on and keeps the rest, and nobody who looks,
// keeps a story, signs in or sends a photo ever leaves the path.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import { after, before, suite, test } from 'node:test';
import { launchBrowser, newPage, screenshot, startDemo, unbuilt } from './support.mjs';

suite('below a path', { skip: unbuilt }, () => {
  let site, server, browser;
  before(async () => {
    site = await startSite();
    [server, browser] = await Promise.all([startDemo(['demo', '--few'], { CANDOR_BASE_URL: `${site.url}/results` }), launchBrowser()]);
    site.passTo(server.url);
  });
  after(() => Promise.all([server?.stop(), browser?.close(), site?.stop()]));

  test('a visitor compares, looks on, and keeps a story', async () => {
    const page = await newPage(browser, { server: site, size: 'mobile' });
    await page.goto('/results/');
    await page.locator('main img').first().waitFor();
    await screenshot(page, 'below-home-390');
    await page.goto('/results/stories');
    await page.locator('.card-title a').first().click();
    await page.waitForURL('**/results/stories/*');
    await page.getByRole('link', { name: 'Side by side' }).click();
    await page.locator('ba-compare[data-mode=side]').waitFor();
    assert.match(new URL(page.url()).pathname, /^\/results\/stories\//);
    await page.locator('short-list-add button').click();
    await page.locator('short-list-add a').click();
    await page.waitForURL('**/results/shortlist?s=*');
    await page.locator('.tray li').first().waitFor();
    // Without the address the page opens what this browser keeps.
    await page.goto('/results/shortlist');
    await page.waitForURL('**/results/shortlist?s=*');
    await whole(page);
  });

  test('staff sign in, and find their cases and photos', async () => {
    const page = await newPage(browser, { server: site });
    await page.goto('/results/sign-in');
    await page.getByLabel('E-mail address').fill(server.guide.team.find((email) => email.startsWith('staff')));
    await page.getByLabel('Password').fill(server.guide.password);
    await page.locator('main form button[type=submit]').first().click();
    await page.waitForURL((url) => url.pathname.startsWith('/results/') && !url.pathname.includes('sign-in'));
    const cookies = await page.context().cookies();
    assert.ok(cookies.length > 0 && cookies.every(({ path }) => path === '/results'), JSON.stringify(cookies));
    await page.goto('/results/staff/cases');
    await page.locator('main a[href^="/results/staff/cases/"]').first().click();
    await page.waitForURL('**/results/staff/cases/*');
    await whole(page);
  });

  test('a client opens their link', async () => {
    const page = await newPage(browser, { server: site, size: 'mobile' });
    assert.ok(server.guide.manage.startsWith(`${site.url}/results/c/`), server.guide.manage);
    await page.goto(server.guide.manage);
    await page.getByRole('button').first().click();
    await page.waitForURL('**/results/c/manage');
    await whole(page);
  });

  /** Nothing was missing or refused, and the site around was asked for nothing. */
  async function whole(page) {
    await page.waitForLoadState('networkidle');
    page.assertClean();
    assert.deepEqual(site.beside, []);
    await page.context().close();
  }
});

/** The clinic's website: /results goes to another server as it is; all else is its own, and noted. */
async function startSite() {
  const beside = [];
  let to;
  const server = createServer((request, response) => {
    if (!to || !/^\/results(\/|$)/.test(request.url)) {
      if (request.url !== '/favicon.ico') beside.push(request.url);
      response.writeHead(404).end('another page of the clinic');
      return;
    }
    const passed = ask(new URL(request.url, to), { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    beside,
    passTo: (url) => (to = url),
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

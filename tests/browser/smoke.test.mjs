// The program starts, answers, and its first page is whole on three sizes of screen.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { launchBrowser, newPage, screenshot, startCandor, unbuilt } from './support.mjs';

suite('smoke', { skip: unbuilt }, () => {
  let server, browser;
  before(async () => {
    server = await startCandor();
    browser = await launchBrowser();
  });
  after(() => Promise.all([server?.stop(), browser?.close()]));

  test('says that it is well', async () => {
    const answer = await fetch(`${server.url}/healthz`);
    assert.equal(answer.status, 200);
  });

  for (const size of ['mobile', 'tablet', 'desktop']) {
    test(`shows a first page without complaint (${size})`, async () => {
      const page = await newPage(browser, { server, size });
      await page.goto('/');
      assert.notEqual(await page.title(), '');
      page.assertClean();
      await screenshot(page, `smoke-${size}`);
    });
  }
});

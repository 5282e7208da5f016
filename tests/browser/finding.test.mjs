// Searching, someone like me, and the shortlist: with a script the device keeps it, without one the address does.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, newPage, openStudio, startCandor, unbuilt } from './support.mjs';

suite('finding', { skip: unbuilt }, () => {
  let server, browser, story, slug;
  before(async () => {
    server = await startCandor();
    browser = await launchBrowser();
    ({ story } = await openStudio(browser, server));
    slug = new URL(story, server.url).pathname.split('/').pop();
  });
  after(() => Promise.all([server?.stop(), browser?.close()]));

  test('a story is kept, found again on its page, and taken off', async () => {
    const page = await newPage(browser, { server, size: 'mobile' });
    await page.goto('/shortlist');
    await page.getByRole('heading', { name: 'Nothing kept yet.' }).waitFor();
    await page.goto(story);
    await page.getByRole('button', { name: 'Keep on my shortlist' }).click();
    const kept = page.getByRole('button', { name: 'On my shortlist', pressed: true });
    await kept.waitFor();
    const list = await page.getByRole('link', { name: 'Your shortlist (1)' }).getAttribute('href');
    assert.equal(new URL(list, server.url).href, `${server.url}/shortlist?s=${slug}`);
    await assertAccessible(page);
    // Another visit to the page, and to the list without its address.
    await page.reload();
    await kept.waitFor();
    await page.goto('/shortlist');
    await page.waitForURL(`**/shortlist?s=${slug}`);
    await assertAccessible(page);
    await page.getByRole('link', { name: /^Take off the list/ }).click();
    await page.waitForURL('**/shortlist');
    await page.getByRole('heading', { name: 'Nothing kept yet.' }).waitFor();
    page.assertClean();
  });

  test('what somebody else wrote into the browser is no list', async () => {
    const page = await newPage(browser, { server });
    await page.goto(story);
    for (const value of ['{', '"x"', '["../admin", 7, "<b>"]']) {
      await page.evaluate((text) => localStorage.setItem('shortlist', text), value);
      await page.goto('/shortlist');
      await page.getByRole('heading', { name: 'Nothing kept yet.' }).waitFor();
      assert.equal(new URL(page.url()).search, '');
    }
    page.assertClean();
  });

  test('without scripts a link leads to the list, and a search to what it finds', async () => {
    const page = await newPage(browser, { server, javaScriptEnabled: false });
    await page.goto(story);
    await page.getByRole('link', { name: 'Keep on my shortlist' }).click();
    assert.equal(new URL(page.url()).search, `?s=${slug}`);
    await page.goto('/stories');
    await page.getByRole('searchbox').fill('no such word');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('heading', { name: 'No story like this' }).waitFor();
    await page.getByRole('link', { name: 'Find someone like you' }).last().click();
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Show me who is near' }).click();
    await page.getByRole('heading', { name: 'Nearest to you' }).waitFor();
    assert.equal(await page.locator(`main a[href="/stories/${slug}"]`).count(), 1);
    await assertValidHtml(page);
    page.assertClean();
  });
});

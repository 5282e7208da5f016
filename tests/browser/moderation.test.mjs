// A moderator decides with the keyboard alone, takes it back, and can switch the keys off; and without scripts.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, makePhoto, newPage, openClinic, screenshot, startCandor, unbuilt } from './support.mjs';

suite('moderation', { skip: unbuilt }, () => {
  let browser, server, page, studio, first, second;
  before(async () => {
    browser = await launchBrowser();
    server = await startCandor();
    page = await newPage(browser, { server });
    studio = await openClinic(page);
    first = await studio.story([
      await makePhoto(browser, { stage: 'before', seed: 9, width: 960, height: 720 }),
      await makePhoto(browser, { stage: 'after', seed: 9, width: 960, height: 720 }),
    ]);
    await studio.sign(await newPage(browser, { server, size: 'mobile' }), first.id);
    await studio.submit(first.id);
    second = await studio.emptyStory();
    await studio.submit(second.id);
  });
  after(async () => {
    await server?.stop();
    await browser?.close();
  });

  test('the keys decide, move, help and take back', async () => {
    await page.goto('/moderation');
    const waiting = page.locator('.queue-card');
    assert.equal(await waiting.count(), 2);
    assert.match(await waiting.first().innerText(), /A crown that looks full again/);
    await looked('queue');
    await waiting.first().click();
    await page.getByText('1 of 2').waitFor();
    await page.getByText(/Signed by the client on .* website and search engines; whole face; as “Marc”/).waitFor();
    assert.equal(await page.locator('.light.red').count(), 0);
    await looked('decision');

    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await looked('keys');
    await page.keyboard.press('Escape');

    await page.keyboard.press('j');
    await page.getByText('2 of 2').waitFor();
    assert.ok((await page.locator('details.gates[open]').count()) > 0, 'failures are open');
    await looked('decision-red');
    await page.keyboard.press('a');
    await page.keyboard.press('k');
    await page.getByText('1 of 2').waitFor();
    // That was an ordinary page: its text can be there before its script.
    await page.waitForLoadState('domcontentloaded');

    // Keys do nothing while someone writes.
    await page.keyboard.press('r');
    assert.equal(await page.evaluate(() => document.activeElement.name), 'reason');
    await page.getByLabel('A note for the author').fill('');
    await page.keyboard.type('a jar');
    assert.equal(await page.getByLabel('A note for the author').inputValue(), 'a jar');
    await page.getByText('1 of 2').waitFor();
    await page.getByLabel('A note for the author').fill('');
    await page.evaluate(() => document.activeElement.blur());

    await page.keyboard.press('a');
    await page.getByText('You approved “A crown that looks full again”.').waitFor();
    await page.getByText('1 of 1').waitFor();
    await looked('next');
    const visitor = await newPage(browser, { server });
    const story = await address(visitor);
    await page.keyboard.press('u');
    await page.getByText('Taken back. The story waits again').waitFor();
    await page.getByText('Decision taken back').waitFor();
    assert.equal((await visitor.goto(story)).status(), 410);
    await looked('undone');
    page.assertClean();
  });

  test('the keys can be switched off, and stay off', async () => {
    await page.goto('/moderation');
    await page.locator('.queue-card').first().click();
    await page.getByText('1 of 2').waitFor();
    await page.getByRole('button', { name: 'Keys and help' }).click();
    await page.getByLabel('Use these keys').uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.reload();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.waitForTimeout(300);
    await page.getByText('1 of 2').waitFor();
    await page.getByRole('button', { name: 'Keys and help' }).click();
    await page.getByLabel('Use these keys').check();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('j');
    await page.getByText('2 of 2').waitFor();
    page.assertClean();
  });

  test('without scripts all of it is there but the keys', async () => {
    const bare = await newPage(browser, { server, javaScriptEnabled: false, storageState: await page.context().storageState() });
    await bare.goto('/moderation');
    await assertValidHtml(bare);
    await bare.locator('.queue-card').first().click();
    await bare.getByText('1 of 2').waitFor();
    await assertValidHtml(bare);
    assert.equal(await bare.getByRole('button', { name: 'Keys and help' }).count(), 0);
    await bare.getByRole('link', { name: 'Next' }).click();
    await bare.getByText('2 of 2').waitFor();
    await bare.getByLabel('Facts are missing').check();
    await bare.getByRole('button', { name: 'Ask for changes' }).click();
    await bare.getByText('You asked for changes to').waitFor();
    await bare.getByRole('button', { name: 'Undo' }).click();
    await bare.getByText('Taken back. The story waits again').waitFor();
    bare.assertClean();
  });

  test('the next story is there before it is asked for, with its pictures', async () => {
    // Sent back and submitted again, the story with pictures stands behind the one without.
    await page.goto('/moderation');
    await page.getByRole('link', { name: /A crown that looks full again/ }).click();
    await page.getByLabel('Facts are missing').check();
    await page.getByRole('button', { name: 'Ask for changes' }).click();
    await page.getByText('You asked for changes to').waitFor();
    await studio.submit(first.id);
    await page.goto('/moderation');
    const pictures = new Set();
    const loaded = page.waitForEvent('requestfinished', (request) => request.url().includes('/view/') && pictures.add(request.url()).size >= 2);
    await page.locator('.queue-card').first().click();
    await page.getByText('1 of 2').waitFor();
    assert.equal(await page.locator('main img').count(), 0, 'a story without pictures');
    await loaded;
    await page.context().setOffline(true);
    await page.keyboard.press('j');
    await page.getByText('2 of 2').waitFor();
    assert.match(page.url(), /\/moderation\/stories\//);
    const missing = await page.locator('ba-compare img').evaluateAll((all) => all.filter((one) => !one.complete || !one.naturalWidth).length);
    assert.equal(missing, 0, 'pictures are missing');
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
    await page.context().setOffline(false);
    await page.goBack();
    await page.getByText('1 of 2').waitFor();
  });

  async function address(visitor) {
    await visitor.goto('/stories');
    return visitor.locator('a[href^="/stories/"]').first().getAttribute('href');
  }

  async function looked(name) {
    await screenshot(page, `moderation-${name}`);
    await assertAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= page.viewportSize().width, `${page.url()} is ${wide} px wide`);
  }
});

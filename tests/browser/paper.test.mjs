// A consent on paper, without scripts: printed, scanned, written down, and compared by a second person. Each page is looked at.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, makePhoto, newPage, openClinic, screenshot, startCandor, unbuilt } from './support.mjs';
import { Hands } from './support/clinic.mjs';

const PASSWORD = 'clippers and patience';
const SIZES = { mobile: [390, 844], tablet: [820, 1180], desktop: [1440, 900] };

suite('paper', { skip: unbuilt }, () => {
  let browser, server, owner, studio, story;
  before(async () => {
    browser = await launchBrowser();
    const photos = [
      await makePhoto(browser, { stage: 'before', seed: 7, width: 960, height: 720 }),
      await makePhoto(browser, { stage: 'after', seed: 7, width: 960, height: 720 }),
    ];
    server = await startCandor();
    owner = await newPage(browser, { server });
    studio = await openClinic(owner);
    story = await studio.story(photos);
  });
  after(async () => {
    await server?.stop();
    await browser?.close();
  });

  /** In three widths, in light and in dark. */
  async function look(page, name) {
    await assertAccessible(page);
    await assertValidHtml(page);
    for (const [size, [width, height]] of Object.entries(SIZES)) {
      await page.setViewportSize({ width, height });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${name}: ${wide} px at ${width}`);
      await screenshot(page, `paper-${name}-${size}`);
    }
    page.assertClean();
  }

  async function second() {
    const told = await studio.hands.post('/admin/users', [['name', 'Mo Moderator'], ['email', 'mo@studio.example'], ['role', 'moderator']], 200);
    const link = new URL((await told.text()).match(/<p class="link">([^<]+)</)[1]).pathname;
    const page = await newPage(browser, { server });
    await new Hands(page.request).post(link, [['password', PASSWORD]]);
    await page.goto('/sign-in');
    if (page.url().includes('/sign-in')) {
      await page.getByLabel('E-mail address').fill('mo@studio.example');
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
    }
    return page;
  }

  test('is printed, scanned, written down and compared', async () => {
    const consent = `/staff/cases/${story.id}/consent`;
    await owner.goto(consent);
    await look(owner, 'ask');
    await owner.getByRole('button', { name: 'Print a sheet' }).click();
    await owner.getByText('There is no second account').waitFor();
    await look(owner, 'printed');
    await owner.getByRole('link', { name: 'Open the sheet' }).click();
    await owner.getByRole('heading', { name: 'Which pictures may we show?' }).waitFor();
    await look(owner, 'sheet');
    await owner.emulateMedia({ media: 'print' });
    await owner.setViewportSize({ width: 794, height: 1123 });
    const buffer = await owner.screenshot({ type: 'jpeg', fullPage: true, caret: 'initial' });
    await owner.emulateMedia({ media: null });

    const moderator = await second();
    await owner.goto(`${consent}/paper`);
    await owner.getByLabel('Pages of the sheet').setInputFiles([{ name: 'scan.jpg', mimeType: 'image/jpeg', buffer }]);
    await owner.getByRole('button', { name: 'Keep these pages' }).click();
    await owner.getByText('The pages are kept.').waitFor();
    assert.equal(await owner.locator(':checked').count(), 0, 'nothing is chosen beforehand');
    await look(owner, 'scanned');
    const code = (await owner.getByText(/Sheet [0-9A-F]{8}/).innerText()).match(/Sheet ([0-9A-F]{8})/)[1];
    await owner.getByLabel('Code on the sheet').fill(code);
    const lines = owner.locator('.paper-line');
    for (let i = 0; i < await lines.count(); i += 1) {
      const marks = lines.nth(i).getByRole('radio');
      // The fourth line is crossed out.
      await marks.nth(i === 3 ? 2 : 0).check();
    }
    await owner.getByLabel('Name beside the signature').fill('Marc Dubois');
    await owner.getByLabel('Date beside the signature').fill(new Date().toISOString().slice(0, 10));
    await owner.getByLabel('It is signed by hand.').check();
    await owner.getByRole('button', { name: 'That is what it says' }).click();
    await owner.getByText('Now a second person has to compare').waitFor();
    await look(owner, 'waits');
    await owner.getByRole('link', { name: 'See it beside the scan' }).click();
    await owner.getByText('You wrote this down.').waitFor();
    assert.equal(await owner.getByRole('button', { name: 'Yes, each line says the same' }).count(), 0);

    await moderator.goto('/moderation');
    await moderator.getByRole('link', { name: 'Compare' }).click();
    await moderator.getByRole('heading', { name: 'Signed sheets' }).waitFor();
    await look(moderator, 'list');
    await moderator.getByRole('link', { name: /Compare/ }).click();
    await moderator.getByRole('heading', { name: 'Does it say the same?' }).waitFor();
    await look(moderator, 'compare');
    await moderator.getByRole('button', { name: 'Yes, each line says the same' }).click();
    await moderator.getByText('it is signed').waitFor();
    await owner.goto(consent);
    await owner.getByRole('button', { name: 'I handed the printed receipt over' }).waitFor();
    await look(owner, 'signed');
    await owner.goto(`${consent}/receipt`);
    await owner.getByText('You signed it by hand').waitFor();
  });
});

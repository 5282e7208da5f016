// Asking about a result and reporting a story: without scripts, without a cookie, as somebody types.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, newPage, openStudio, startCandor, unbuilt } from './support.mjs';

suite('asking', { skip: unbuilt }, () => {
  let server, browser, story, staff, mails;
  before(async () => {
    mails = await mkdtemp(path.join(tmpdir(), 'candor-mails-'));
    server = await startCandor({ env: { CANDOR_MAIL_URL: `file://${mails}` } });
    browser = await launchBrowser();
    ({ story, staff } = await openStudio(browser, server));
    await staff.post('/admin/clinic', {
      name: 'North Light Studio',
      time_zone: 'Europe/London',
      phone: '+44 20 7946 0123',
      booking_url: 'https://booking.example/north-light',
      enquiry_email: 'questions@studio.example',
      revision: /name="revision" value="(\d+)"/.exec(await staff.text('/admin/clinic'))[1],
    });
  });
  after(async () => {
    await Promise.all([server?.stop(), browser?.close()]);
    await rm(mails, { recursive: true, force: true });
  });

  test('a question is typed and sent', async () => {
    const page = await newPage(browser, { server, size: 'mobile', javaScriptEnabled: false });
    await page.goto(story);
    await page.getByRole('link', { name: 'Ask about this result' }).click();
    await assertValidHtml(page);
    const heading = page.getByRole('heading', { level: 1, name: 'Ask about this result' });
    await heading.waitFor();
    // As quickly as people type: a form that comes back sooner than it can be read is not believed.
    await page.getByLabel('Your question').pressSequentially('Would it hide a scar that is wide, from a strip, ten years old?', { delay: 60 });
    await page.getByLabel('Your e-mail address or telephone number').fill('kim@visitor.example');
    await page.getByRole('button', { name: 'Send my question' }).click();
    await page.getByText('Your question is on its way.').waitFor();
    assert.deepEqual(await page.context().cookies(), []);
    page.assertClean();
  });

  test('what was written comes back when something is missing', async () => {
    const page = await newPage(browser, { server });
    await page.goto(`${story}/question`);
    await assertAccessible(page);
    await page.getByLabel('Your question').fill('How long did it take?');
    await page.getByLabel('Your e-mail address or telephone number').fill('ask me');
    await page.getByRole('button', { name: 'Send my question' }).click();
    await page.getByText('Please give an e-mail address or a telephone number').waitFor();
    assert.equal(await page.getByLabel('Your question').inputValue(), 'How long did it take?');
    await assertAccessible(page);
    page.assertClean();
  });

  test('who is shown finds the way to their link, others to the report', async () => {
    const page = await newPage(browser, { server, size: 'mobile', javaScriptEnabled: false });
    await page.goto(story);
    await page.getByRole('link', { name: 'This is me' }).click();
    await assertValidHtml(page);
    await page.getByRole('link', { name: 'Send me my link' }).click();
    await page.getByLabel('Your e-mail address').pressSequentially('a-long-address-of-marc.dubois@example.com', { delay: 90 });
    await page.getByRole('button', { name: 'Send me my link' }).click();
    await page.getByText('If we know this address, your link is on its way to it.').waitFor();
    await page.goto(story);
    await page.getByRole('link', { name: 'Report this story' }).click();
    await page.getByLabel('It is misleading').check();
    await page.getByLabel('What should we know?').pressSequentially('The lamp in the second picture is another one.', { delay: 80 });
    await page.getByRole('button', { name: 'Send the report' }).click();
    await page.getByText('Thank you. The moderators have been told.').waitFor();
    page.assertClean();
  });
});

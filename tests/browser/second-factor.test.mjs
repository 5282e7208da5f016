// The second factor walked through without scripts: set up, signed in with, lost. Each page is looked at on the way.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, newPage, screenshot, startCandor, unbuilt } from './support.mjs';
import { Hands } from './support/clinic.mjs';

const [EMAIL, PASSWORD] = ['ada@studio.example', 'clippers and patience'];

/** The code of an authenticator app (RFC 6238), some half minutes from now. */
function code(letters, ahead = 0) {
  const bits = [...letters.replaceAll(' ', '')].map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((eight) => parseInt(eight, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + ahead));
  const hash = createHmac('sha1', key).update(step).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1e6).padStart(6, '0');
}

suite('second factor', { skip: unbuilt }, () => {
  let server, browser;
  before(async () => {
    [server, browser] = await Promise.all([startCandor(), launchBrowser()]);
  });
  after(() => Promise.all([server?.stop(), browser?.close()]));

  /** With scripts switched on for the checks only: the forms are sent by the browser alone. */
  async function look(page, name) {
    await assertAccessible(page);
    await assertValidHtml(page);
    page.assertClean();
    await screenshot(page, `second-factor-${name}`);
  }

  test('is set up, asked for, and replaced by a recovery code', async () => {
    const page = await newPage(browser, { server, size: 'mobile' });
    await new Hands(page.request).post('/first-run', [['name', 'Ada Owner'], ['email', EMAIL], ['password', PASSWORD]]);
    await page.goto('/account');
    await look(page, 'off');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set it up' }).click();
    await look(page, 'key');
    const letters = await page.locator('.key code').innerText();
    await page.getByLabel('The code it shows now').fill(code(letters));
    await page.getByRole('button', { name: 'Switch it on' }).click();
    await look(page, 'codes');
    const codes = await page.locator('.recovery-codes code').allInnerTexts();
    assert.equal(codes.length, 10);
    await page.getByRole('link', { name: 'I have kept them' }).click();
    await look(page, 'on');
    await page.goto('/account/code');
    await look(page, 'again');

    const other = await newPage(browser, { server, size: 'mobile' });
    await other.goto('/sign-in');
    await other.getByLabel('E-mail address').fill(EMAIL);
    await other.getByLabel('Password').fill(PASSWORD);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.waitForURL('**/sign-in/code');
    await look(other, 'asked');
    await other.getByLabel('Code').fill('000000');
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.getByText('This code does not fit').waitFor();
    await other.getByLabel('Code').fill(codes[0]);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.waitForURL('**/staff/**');
    await other.goto('/account');
    await other.getByText('9 recovery codes are left').waitFor();
  });
});

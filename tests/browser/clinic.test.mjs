// What an admin writes of the clinic: its words, people, places, look and logo; with scripts and without.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, newPage, screenshot, startCandor, unbuilt } from './support.mjs';

suite('clinic', { skip: unbuilt }, () => {
  let browser, logo;
  before(async () => {
    browser = await launchBrowser();
    logo = await drawLogo(browser);
  });
  after(() => browser?.close());

  for (const javaScriptEnabled of [true, false]) {
    test(`an admin describes the clinic ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      const server = await startCandor();
      try {
        const page = await newPage(browser, { server, size: javaScriptEnabled ? 'desktop' : 'mobile', javaScriptEnabled });
        await describe(page);
        page.assertClean();
      } finally {
        await server.stop();
      }
    });
  }

  async function describe(page) {
    await page.goto('/first-run');
    await page.getByLabel('Name').fill('Ada Owner');
    await page.getByLabel('E-mail address').fill('ada@studio.example');
    await page.getByLabel('Password').fill('clippers and patience');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.waitForURL('**/staff/cases');

    await page.goto('/admin/clinic');
    await page.getByLabel('Name of the clinic').fill('North Light Studio');
    await page.getByLabel('Telephone').fill('call us');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Please write the number with digits').waitFor();
    await page.getByLabel('Telephone').fill('+44 131 496 0123');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByLabel('Name of the practitioner').fill('Noor Hale');
    await page.getByRole('button', { name: 'Add a practitioner' }).click();
    await page.getByLabel('Name of the location').fill('Harbour rooms');
    await page.getByLabel('Town').fill('Leith');
    await page.getByRole('button', { name: 'Add a location' }).click();
    await seen(page, 'admin-clinic');

    await page.getByRole('link', { name: 'Noor Hale' }).click();
    await page.getByLabel('About this person').fill('Trained in *Leith*.');
    await seen(page, 'admin-practitioner');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Harbour rooms' }).click();
    await page.getByLabel('Street and number').fill('4 Shore Place');
    await seen(page, 'admin-location');
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByRole('link', { name: 'Look' }).click();
    await page.getByLabel('Colour', { exact: true }).fill('#ffee00');
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByText('#ffee00 would be hard to read on light pages').waitFor();
    await seen(page, 'admin-look-tried');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByLabel('Logo file').setInputFiles({ name: 'logo.svg', mimeType: 'image/png', buffer: Buffer.from('<svg/>') });
    await page.getByRole('button', { name: 'Use this logo' }).click();
    await page.getByText('An SVG can carry scripts').waitFor();
    await page.getByLabel('Logo file').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo });
    await page.getByRole('button', { name: 'Use this logo' }).click();
    await page.getByRole('img', { name: 'The logo in use' }).first().waitFor();
    await seen(page, 'admin-look');

    for (const [name, address] of [['Scalp micropigmentation', 'smp'], ['Scar cover', 'scar-cover']]) {
      await page.goto('/admin/treatments/new');
      await page.getByLabel('Name of the treatment').fill(name);
      await page.getByLabel('Address').fill(address);
      await page.getByLabel('In one or two sentences').fill('Tiny dots of pigment.');
      await page.getByLabel('The steps').fill('## The talk\n\nWe look together.');
      await page.getByLabel('Typical result').fill('Most people come two or three times.');
      await seen(page, `admin-${address}`);
      await page.getByRole('button', { name: 'Save' }).click();
    }
    await page.getByRole('button', { name: 'Move up Scar cover' }).click();
    await page.getByRole('button', { name: 'Archive Scalp micropigmentation' }).click();
    await page.getByText('Archived (1)').click();
    await page.getByRole('button', { name: 'Bring back Scalp micropigmentation' }).click();
    const names = await page.locator('.rows > li a:not(.button)').allInnerTexts();
    assert.deepEqual(names, ['Scar cover', 'Scalp micropigmentation']);
    await seen(page, 'admin-treatments');
  }

  async function seen(page, name) {
    if (!page.hasScripts) return assertValidHtml(page);
    const width = page.viewportSize().width;
    await screenshot(page, `${name}-${width}`);
    await assertAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${page.url()} is ${wide} px wide on a screen of ${width}`);
  }
});

/** A ring on a transparent ground. */
async function drawLogo(browser) {
  const page = await browser.newPage();
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(300, 120);
    const pen = canvas.getContext('2d');
    pen.lineWidth = 16;
    pen.strokeStyle = '#a05028';
    pen.arc(60, 60, 40, 0, 7);
    pen.stroke();
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  });
  await page.close();
  return Buffer.from(bytes);
}

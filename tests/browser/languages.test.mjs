// The public side in another language: every word of ours is translated, Arabic runs from right to left, long words fit.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, newPage, openStudio, startCandor, unbuilt } from './support.mjs';

/** The SHA-256 of an original: no word of any language. */
const FINGERPRINT = /^[0-9a-f]{64}$/;
/** What the studio wrote itself, and what has the same name everywhere. */
const OWN = /North Light Studio|Noor Hale|SMP practitioner|Scalp micropigmentation|Tiny dots|Point by point|Most people come|We work on scalps|A crown that looks|Two sessions|scalpel|The head from|I look in the mirror|Marc|\bI?V\b|Candor|^no$|^[IV]+a?$/;

suite('languages', { skip: unbuilt }, () => {
  let server, browser, story, staff, paths;
  before(async () => {
    server = await startCandor();
    browser = await launchBrowser();
    ({ story, staff } = await openStudio(browser, server));
    const slug = new URL(story, server.url).pathname.split('/').pop();
    paths = ['/', '/stories', '/stories?q=nothing', '/stories?norwood=4', story, '/treatments', '/treatments/scalp-micropigmentation', '/practitioners/noor-hale', '/testimonials', '/how-we-collect', '/find?start=norwood-4', `/shortlist?s=${slug}`, '/shortlist', '/stories/never-there'];
  });
  after(() => Promise.all([server?.stop(), browser?.close()]));

  async function speak(language) {
    const form = await staff.text('/admin/clinic');
    const revision = /name="revision" value="(\d+)"/.exec(form)[1];
    await staff.post('/admin/clinic', { name: 'North Light Studio', time_zone: 'Europe/London', about: 'We work on scalps, slowly.', language, revision });
  }

  for (const language of ['ar', 'de', 'es', 'fr']) {
    test(`every page speaks ${language}, and looks right in it`, async () => {
      const page = await newPage(browser, { server, size: 'mobile' });
      await speak('en');
      const english = new Set();
      for (const path of paths) {
        await page.goto(path);
        for (const text of await page.evaluate(told)) english.add(text);
      }
      await speak(language);
      for (const path of paths) {
        await page.goto(path);
        assert.equal(await page.evaluate(() => document.documentElement.lang), language);
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), language === 'ar' ? 'rtl' : 'ltr');
        const left = (await page.evaluate(told)).filter((text) => english.has(text) && !OWN.test(text) && !FINGERPRINT.test(text) && !isWord(text, language));
        assert.deepEqual(left, [], `${path} has English words`);
        await assertFits(page);
        if (language === 'ar') await assertAccessible(page);
        if (language === 'ar') await assertValidHtml(page);
      }
      page.assertClean();
    });
  }

  test('the divider follows the finger from the right in Arabic', async () => {
    await speak('ar');
    const page = await newPage(browser, { server, size: 'desktop' });
    await page.goto(story);
    const box = await page.locator('.compare-a picture').boundingBox();
    await page.mouse.click(box.x + box.width * 0.75, box.y + box.height / 2);
    assert.equal(await page.locator('#compare-at').inputValue(), '25');
    await page.locator('#compare-at').focus();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await page.locator('#compare-at').inputValue(), '26');
    assert.match(await page.locator('#compare-at').getAttribute('aria-valuetext'), /26/);
    page.assertClean();
  });

  /** Words that are spelled alike in both languages. */
  function isWord(text, language) {
    const same = { de: [], fr: ['Angles', 'Contact', 'III vertex', ...['I', 'II', 'III', 'IV', 'V', 'VI'].map((type) => `Type ${type}`)], es: ['No'], ar: [] };
    return same[language].includes(text);
  }

  async function assertFits(page) {
    const size = page.viewportSize();
    for (const width of [size.width, 320]) {
      await page.setViewportSize({ ...size, width });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${page.url()} scrolls sideways by ${wide} px on ${width} px`);
    }
    await page.setViewportSize(size);
  }
});

/** Runs in the page: all that it says, in its text and in what is read aloud, as far as it has Latin letters. */
function told() {
  const found = [];
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node instanceof Element) {
      for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'aria-valuetext', 'data-text', 'data-keep', 'data-drop', 'data-list']) found.push(node.getAttribute(name) ?? '');
      if (node instanceof HTMLMetaElement && node.name === 'description') found.push(node.content);
    } else if (!['SCRIPT', 'STYLE'].includes(node.parentElement?.tagName ?? '')) {
      found.push(node.textContent ?? '');
    }
  }
  return found.map((text) => text.trim()).filter((text) => /\p{Script=Latin}{2}/u.test(text));
}

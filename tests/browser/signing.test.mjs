// The consent conversation on the client's own phone, by touch, with scripts and without; then what they manage.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, makePhoto, newPage, openClinic, screenshot, startCandor, unbuilt } from './support.mjs';

suite('signing', { skip: unbuilt }, () => {
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
    // Asked anew in each test: whoever signed can be asked again.
    story = await studio.story(photos);
  });
  after(async () => {
    await server?.stop();
    await browser?.close();
  });

  for (const { how, ...options } of [
    { how: 'in the light', colorScheme: 'light' },
    { how: 'in the dark', colorScheme: 'dark' },
    { how: 'without scripts', javaScriptEnabled: false },
  ]) {
    test(`six actions at most from the first question to the receipt, ${how}`, async () => {
      const phone = await newPage(browser, { server, size: 'mobile', ...options });
      phone.isDark = options.colorScheme === 'dark';
      // How we count: every tap on an answer, every field that is filled in, the tap that signs. The facts and the client's
      // own words are offered on the last page, and nobody has to touch them.
      let actions = 0;
      const seen = async (step) => {
        await looked(phone, step);
        if (phone.hasScripts) {
          assert.equal(await phone.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), phone.isDark);
          assert.equal(await phone.locator(':checked').count(), 0, `nothing is chosen beforehand at ${step}`);
        }
      };
      const tap = async (name) => {
        await phone.getByRole('button', { name }).tap();
        actions += 1;
      };
      const fill = async (label, text) => {
        await phone.getByLabel(label).fill(text);
        actions += 1;
      };

      // To prove who is there takes three; on the clinic's tablet, where somebody of the clinic is the witness, none.
      await phone.goto(await studio.invite(story.id));
      await seen('open');
      await tap('Open');
      await phone.waitForURL('**/c/code');
      await seen('code');
      await fill('Code', await studio.code(story.id));
      await tap('Go on');
      await phone.waitForURL('**/c/ask/pictures');
      assert.ok(actions <= 3, `${actions} actions before the first question`);

      actions = 0;
      await seen('pictures');
      await tap('Both pictures');
      await phone.waitForURL('**/c/ask/level');
      await seen('level');
      await tap(/Eyes covered/);
      await phone.waitForURL('**/c/ask/place');
      await seen('place');
      await tap(/^On your website We ask/);
      await phone.waitForURL('**/c/ask/name');
      await seen('name');
      await tap('Marc');
      await phone.waitForURL('**/c/ask/story');
      await seen('story');
      assert.equal(await phone.getByLabel('Your name').inputValue(), '');
      await fill('Your name', 'Marc Dubois');
      await tap('I agree');
      await phone.waitForURL('**/c/receipt');
      assert.ok(actions <= 6, `${actions} actions from the first question to the receipt`);
      await seen('receipt');
      await phone.getByRole('button', { name: 'I have my receipt' }).tap();
      await phone.getByRole('heading', { name: 'My photos and words' }).waitFor();
      phone.assertClean();
    });
  }

  test('nothing is chosen beforehand, answers are equal, and Enter signs nothing', async () => {
    const phone = await newPage(browser, { server, size: 'mobile' });
    await opened(phone, story.id);
    await answersAreEqual(phone);
    assert.equal(await phone.locator(':checked').count(), 0);
    await phone.getByRole('button', { name: 'Both pictures' }).tap();
    await phone.waitForURL('**/c/ask/level');
    await answersAreEqual(phone);
    await phone.getByRole('button', { name: /Whole face/ }).tap();
    await phone.waitForURL('**/c/ask/place');
    await answersAreEqual(phone);
    await phone.getByRole('button', { name: /^On your website and in search/ }).tap();
    await phone.waitForURL('**/c/ask/name');
    await answersAreEqual(phone);
    await phone.getByRole('button', { name: 'No name' }).tap();
    await phone.waitForURL('**/c/ask/story');
    assert.equal(await phone.locator(':checked').count(), 0);
    await phone.getByLabel('Your name').fill('Marc Dubois');
    await phone.getByLabel('Your name').press('Enter');
    await phone.waitForTimeout(300);
    assert.ok(phone.url().endsWith('/c/ask/story'), 'Enter in the name does not sign');
    // Large enough to read and to touch.
    const small = await phone.evaluate(() => [...document.querySelectorAll('main *')].filter((one) => {
      const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
      return own && one.checkVisibility() && !one.closest('.visually-hidden') && parseFloat(getComputedStyle(one).fontSize) < 19;
    }).map((one) => one.outerHTML.slice(0, 90)));
    assert.deepEqual(small, [], 'type is at least 1.1875rem');
    await phone.getByRole('button', { name: 'I agree' }).tap();
    await phone.waitForURL('**/c/receipt');
    phone.assertClean();
  });

  test('one by one, own words, a way back, and answers that wait', async () => {
    const phone = await newPage(browser, { server, size: 'mobile' });
    await opened(phone, story.id);
    await phone.getByRole('link', { name: 'Choose one by one' }).tap();
    await looked(phone, 'pictures-each');
    for (const box of await phone.getByRole('checkbox').all()) await box.check();
    await phone.getByRole('button', { name: 'Show those I ticked' }).tap();
    await phone.waitForURL('**/c/ask/level');
    await phone.getByRole('link', { name: 'Choose one by one' }).tap();
    await looked(phone, 'level-each');
    await phone.getByRole('group', { name: /^Before/ }).getByLabel('Scalp only').check();
    await phone.getByRole('group', { name: /^Healed/ }).getByLabel('Whole face').check();
    await phone.getByRole('button', { name: 'Go on' }).tap();
    await phone.waitForURL('**/c/ask/place');

    // Closed in the middle; later, with the same link, on another browser.
    const later = await newPage(browser, { server, size: 'tablet' });
    await opened(later, story.id, phone.link);
    await later.waitForURL('**/c/ask/place');
    await looked(later, 'place');
    await later.getByRole('link', { name: 'Back' }).click();
    await looked(later, 'level');
    await later.goto('/c/ask/place');
    await later.getByRole('button', { name: /^On your website and/ }).click();
    await later.getByRole('button', { name: 'M.', exact: true }).click();
    await later.waitForURL('**/c/ask/story');
    await later.getByRole('link', { name: 'Add my own words' }).click();
    await later.getByLabel('Your words').fill('I look in the mirror again.');
    await later.getByLabel('5 stars of 5').check();
    await later.getByLabel('A lower price').check();
    await later.getByLabel('No', { exact: true }).check();
    await looked(later, 'words');
    await later.getByRole('button', { name: 'Add these words' }).click();
    await later.waitForURL('**/c/ask/story');
    await later.getByText('I look in the mirror again.').waitFor();
    await later.getByText('This person paid a lower price').waitFor();
    await later.getByLabel('Norwood grade: IV').check();
    await looked(later, 'story');
    // The first browser's page is old by now: it binds nothing, and says so kindly.
    await phone.getByRole('button', { name: /^Nowhere/ }).tap();
    await phone.getByText('Something changed after this page was opened').waitFor();
    await looked(phone, 'changed');
    await later.getByLabel('Your name').fill('Marc Dubois');
    await later.getByRole('button', { name: 'I agree' }).click();
    await later.waitForURL('**/c/receipt');
    await looked(later, 'receipt');
    later.assertClean();
    const used = await newPage(browser, { server, size: 'mobile' });
    assert.equal((await used.goto(phone.link)).status(), 404);
    await used.getByText('You have answered already').waitFor();
    await looked(used, 'closed');
  });

  test('further places: none ticked, each a yes of its own, paused and shown again', async () => {
    await places('Instagram', 'Print');
    const phone = await newPage(browser, { server, size: 'mobile' });
    await opened(phone, story.id);
    await phone.getByRole('button', { name: 'Both pictures' }).tap();
    await phone.getByRole('button', { name: /Eyes covered/ }).tap();
    await phone.waitForURL('**/c/ask/place');
    assert.equal(await phone.locator(':checked').count(), 0);
    assert.equal(await phone.getByRole('checkbox').count(), 2, 'only what the clinic uses');
    await answersAreEqual(phone);
    await looked(phone, 'places');
    // Two answers that can't both be meant: asked again, and nothing is lost.
    await phone.getByRole('checkbox', { name: /^Instagram/ }).check();
    await phone.getByRole('button', { name: /^Nowhere/ }).tap();
    await phone.getByText('also chose “Nowhere”').waitFor();
    assert.ok(await phone.getByRole('checkbox', { name: /^Instagram/ }).isChecked());
    await looked(phone, 'places-both');
    await phone.getByRole('button', { name: /^On your website and in search/ }).tap();
    await phone.getByRole('button', { name: 'No name' }).tap();
    await phone.waitForURL('**/c/ask/story');
    await phone.locator('.sum').getByText('Instagram').waitFor();
    await looked(phone, 'story-places');
    await phone.getByLabel('Your name').fill('Marc Dubois');
    await phone.getByRole('button', { name: 'I agree' }).tap();
    await phone.getByRole('button', { name: 'I have my receipt' }).tap();
    await phone.getByRole('heading', { name: 'My photos and words' }).waitFor();
    await looked(phone, 'manage-places');

    await phone.getByRole('link', { name: 'Pause · Instagram' }).tap();
    await looked(phone, 'pause');
    await phone.getByRole('button', { name: 'Yes, pause it' }).tap();
    await phone.getByText('It is paused and nobody sees it').waitFor();
    await looked(phone, 'paused');
    await phone.getByRole('button', { name: 'Show again · Instagram' }).tap();
    await phone.getByText('It is shown again').waitFor();
    await phone.getByText('Ask us for something').tap();
    await phone.getByRole('radio', { name: /^A correction/ }).check();
    await phone.getByRole('button', { name: 'Send' }).tap();
    await phone.getByText('We have it, and will answer here').waitFor();
    await looked(phone, 'requested');
    phone.assertClean();

    await owner.goto(`/staff/cases/${story.id}/uses`);
    await owner.getByLabel('What, and where').selectOption({ index: 1 });
    await owner.getByLabel('The address of the post, or where it is').fill('https://instagram.example/p/1');
    await owner.getByRole('button', { name: 'Write it down' }).click();
    await owner.getByText('instagram.example/p/1').waitFor();
    await looked(owner, 'uses');
    await phone.getByRole('link', { name: 'Stop here · Instagram' }).tap();
    await looked(phone, 'withdrawal-outside');
    await phone.getByRole('button', { name: 'Yes, take it down' }).tap();
    await phone.getByText('We are taking it down there').waitFor();
    await looked(phone, 'taking-down');
    await owner.goto('/staff/duties');
    await looked(owner, 'duties');
    await owner.getByLabel('How do you know?').fill('The address answers 404.');
    await owner.getByLabel('Gone since').fill(new Date().toISOString().slice(0, 10));
    await owner.getByRole('button', { name: 'It is gone' }).click();
    await owner.getByText('Nothing has to come down elsewhere').waitFor();
    await phone.goto('/c/manage');
    await phone.getByText('Gone there since').waitFor();
    await looked(phone, 'taken-down');
    owner.assertClean();
    phone.assertClean();
    await places('Search engines');
  });

  /** The places beside the website that the clinic asks about. */
  async function places(...names) {
    await owner.goto('/admin/clinic/channels');
    for (const box of await owner.getByRole('checkbox').all()) if (await box.isEnabled()) await box.uncheck();
    for (const name of [...names, 'Search engines']) await owner.getByLabel(name, { exact: true }).check();
    await looked(owner, 'channels');
    await owner.getByRole('button', { name: 'Save' }).click();
    await owner.getByText('Saved').waitFor();
  }

  test('show less, then stop: told what was done', async () => {
    const phone = await newPage(browser, { server, size: 'mobile' });
    await studio.sign(phone, story.id);
    await studio.submit(story.id);
    await owner.goto('/moderation');
    await owner.locator('a[href^="/moderation/stories/"]').first().click();
    await owner.getByRole('button', { name: 'Approve and publish' }).click();
    await owner.getByText('You approved').waitFor();

    await phone.goto('/c/manage');
    await phone.getByText('2 pictures of you are shown now.').waitFor();
    await looked(phone, 'manage');
    const address = await phone.getByRole('link', { name: 'See the page as everyone sees it' }).getAttribute('href');
    await phone.getByRole('link', { name: /^Show my scalp only · Healed/ }).tap();
    await looked(phone, 'narrow');
    await phone.getByRole('button', { name: 'Yes, show less' }).tap();
    await phone.getByText('Less of you is shown now').waitFor();
    await phone.getByText('2 pictures of you are shown now.').waitFor();
    await looked(phone, 'narrowed');
    assert.equal((await phone.request.get(address)).status(), 200);

    const asked = await studio.invite(story.id);
    await phone.getByRole('link', { name: 'Stop everything' }).tap();
    await looked(phone, 'withdrawal');
    await phone.getByRole('button', { name: 'Yes, take it down' }).tap();
    await phone.getByText('Nothing of you is shown').waitFor();
    await phone.getByText('Our pages stopped showing it').waitFor();
    await looked(phone, 'withdrawn');
    assert.equal((await phone.request.get(address)).status(), 410);
    // They had been asked for more: that link asks nothing now.
    const later = await newPage(browser, { server, size: 'mobile' });
    assert.equal((await later.goto(asked)).status(), 404);
    await later.getByText('You took everything back').waitFor();
    await looked(later, 'closed-withdrawn');
    phone.assertClean();
  });

  /** Opens the private link and proves who it is. */
  async function opened(phone, id, link) {
    phone.link = link ?? (await studio.invite(id));
    await phone.goto(phone.link);
    await looked(phone, 'open');
    await phone.getByRole('button', { name: 'Open' }).click();
    await phone.waitForURL('**/c/code');
    await looked(phone, 'code');
    await phone.getByLabel('Code').fill(await studio.code(id));
    await phone.getByRole('button', { name: 'Go on' }).click();
    await phone.waitForURL('**/c/ask/**');
  }

  /** Nobody is led to one answer by its size. */
  async function answersAreEqual(page) {
    const boxes = await page.locator('.answers button, .answers .button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    assert.ok(boxes.length >= 3, `${page.url()} offers a choice`);
    assert.equal(new Set(boxes.map(Math.round)).size, 1, `${boxes} on ${page.url()}`);
    const looks = await page.locator('.answers button, .answers .button').evaluateAll((all) => all.map((one) => `${getComputedStyle(one).backgroundColor} ${getComputedStyle(one).fontWeight}`));
    assert.equal(new Set(looks).size, 1, `${looks}`);
  }

  async function looked(page, name) {
    const width = page.viewportSize().width;
    if (!page.hasScripts) return assertValidHtml(page);
    // Pictures of both looks are taken in the light.
    if (!page.isDark) await screenshot(page, `client-${name}-${width}`);
    await assertAccessible(page);
    // It was looked at in the light and in the dark, and left in the light.
    if (page.isDark) await page.emulateMedia({ colorScheme: 'dark' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${page.url()} is ${wide} px wide on a screen of ${width}`);
  }
});

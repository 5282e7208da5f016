// A client says it in a video: sent from the phone, played back, captioned at the clinic, played by visitors, taken back.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { assertAccessible, assertValidHtml, launchBrowser, makeFilm, makePhoto, newPage, openClinic, screenshot, startCandor, unbuilt } from './support.mjs';

suite('video', { skip: unbuilt }, () => {
  let browser, server, owner, studio, photos;
  before(async () => {
    browser = await launchBrowser(['--autoplay-policy=no-user-gesture-required']);
    photos = [
      await makePhoto(browser, { stage: 'before', seed: 7, width: 960, height: 720 }),
      await makePhoto(browser, { stage: 'after', seed: 7, width: 960, height: 720 }),
    ];
    server = await startCandor();
    owner = await newPage(browser, { server });
    studio = await openClinic(owner);
  });
  after(async () => {
    await server?.stop();
    await browser?.close();
  });

  for (const javaScriptEnabled of [true, false]) {
    test(`from the phone to the story and away, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      const story = await studio.story(photos, javaScriptEnabled ? 'A crown that looks full again' : 'A hairline that suits me');
      const phone = await newPage(browser, { server, size: 'mobile', javaScriptEnabled });
      await asked(phone, story.id);
      await phone.getByRole('link', { name: 'Or say it in a video' }).click();
      await phone.waitForURL('**/c/video');
      await looked(phone, 'video-send');
      // What is none of ours is refused with a way out.
      await phone.getByLabel('Your video').setInputFiles({ name: 'notes.mp4', mimeType: 'video/mp4', buffer: Buffer.from('no film at all, only words') });
      await phone.getByRole('button', { name: 'Send the video' }).click();
      await phone.getByText('This is not a video that we can read.').waitFor();
      await looked(phone, 'video-refused');
      // The browser says of the refusal what it says of every 422.
      phone.problems.splice(0).forEach((one) => assert.match(one, /422/));

      await phone.getByLabel('Your video').setInputFiles({ name: 'IMG_0001.MOV', mimeType: 'video/quicktime', buffer: makeFilm() });
      await phone.getByRole('button', { name: 'Send the video' }).click();
      if (javaScriptEnabled) await phone.locator('video').waitFor();
      else await comes(phone, 'video');
      await looked(phone, 'video-question');
      if (javaScriptEnabled) await plays(phone);
      await phone.getByLabel('No, nothing').check();
      await phone.getByLabel('No', { exact: true }).check();
      await phone.getByRole('button', { name: 'Yes, show my video' }).click();
      await phone.waitForURL('**/c/ask/story');
      await phone.locator('article video').waitFor();
      await looked(phone, 'video-story');
      await phone.getByLabel('Your name').fill('Marc Dubois');
      await phone.getByRole('button', { name: 'I agree' }).click();
      await phone.waitForURL('**/c/receipt');
      assert.match(await phone.locator('main').innerText(), /Your video/);
      await phone.getByRole('button', { name: 'I have my receipt' }).click();
      await phone.waitForURL('**/c/manage');
      await looked(phone, 'video-manage');

      await owner.goto(`/staff/cases/${story.id}/video`);
      await plays(owner);
      await owner.getByRole('textbox', { name: 'What is said' }).fill('0:00 I wore a cap for years.');
      await owner.getByRole('button', { name: 'Put in the time of the video' }).click();
      await owner.getByRole('textbox', { name: 'What is said' }).press('End');
      await owner.keyboard.type('Now I do not.');
      assert.match(await owner.getByRole('textbox', { name: 'What is said' }).inputValue(), /\n0:0\d Now I do not\.$/);
      await owner.getByLabel('I watched this video to the end.').check();
      await owner.getByRole('button', { name: 'Save' }).click();
      await owner.getByText('Written by Ada Owner').waitFor();
      await looked(owner, 'staff-video');

      await studio.hands.post(`/staff/cases/${story.id}/story/submission`);
      const queue = await (await studio.hands.get('/moderation')).text();
      await owner.goto(/\/moderation\/stories\/[0-9a-f-]+/.exec(queue)[0]);
      await plays(owner);
      await looked(owner, 'moderation-video');
      await owner.getByRole('button', { name: 'Approve and publish' }).click();
      await owner.waitForURL((url) => url.pathname.startsWith('/moderation'));

      const visitor = await newPage(browser, { server, size: 'mobile', javaScriptEnabled });
      await visitor.goto('/stories');
      await visitor.getByRole('link', { name: javaScriptEnabled ? 'A crown that looks full again' : 'A hairline that suits me' }).first().click();
      await visitor.waitForURL('**/stories/*');
      if (javaScriptEnabled) await plays(visitor);
      if (javaScriptEnabled) assert.equal(await visitor.locator('video').evaluate(cues), 'I wore a cap for years.');
      await looked(visitor, 'story-video');
      await visitor.getByText('What is said in the video').click();
      await visitor.getByText('Now I do not.').waitFor();
      visitor.assertClean();

      const film = await visitor.locator('video source').getAttribute('src');
      const tag = (await visitor.request.get(film)).headers().etag;
      const asks = [{}, { range: 'bytes=0-99' }, { 'if-none-match': tag }, { range: 'bytes=0-9', 'if-range': tag }];
      for (const [headers, status] of asks.map((one, place) => [one, [200, 206, 304, 206][place]])) {
        assert.equal((await visitor.request.get(film, { headers })).status(), status, JSON.stringify(headers));
      }

      await phone.goto('/c/manage');
      await phone.locator('.holding-video').getByRole('link', { name: /^Stop showing/ }).click();
      await phone.getByRole('button', { name: 'Yes, take it down' }).click();
      await visitor.reload();
      assert.equal(await visitor.locator('video').count(), 0);
      assert.equal((await visitor.request.get(visitor.url())).status(), 200, 'the rest stays');
      for (const address of [film, film.replace('.mp4', '.vtt')]) {
        for (const headers of asks) assert.equal((await visitor.request.get(address, { headers })).status(), 410, `${address} ${JSON.stringify(headers)}`);
      }
      phone.assertClean();
      owner.assertClean();
    });
  }

  /** A client on the last page of the conversation. */
  async function asked(phone, id) {
    await phone.goto(await studio.invite(id));
    await phone.getByRole('button', { name: 'Open' }).click();
    await phone.waitForURL('**/c/code');
    await phone.getByLabel('Code').fill(await studio.code(id));
    await phone.getByRole('button', { name: 'Go on' }).click();
    await phone.waitForURL('**/c/ask/pictures');
    await phone.getByRole('button', { name: 'Both pictures' }).click();
    await phone.waitForURL('**/c/ask/level');
    await phone.getByRole('button', { name: /Eyes covered/ }).click();
    await phone.waitForURL('**/c/ask/place');
    await phone.getByRole('button', { name: /^On your website We ask/ }).click();
    await phone.waitForURL('**/c/ask/name');
    await phone.getByRole('button', { name: 'Marc' }).click();
    await phone.waitForURL('**/c/ask/story');
  }

  /** Looks again until it is there, as somebody without scripts does. */
  async function comes(page, what) {
    for (let tries = 0; tries < 100; tries += 1) {
      if (await page.locator(what).count()) return;
      await page.getByRole('link', { name: 'Look again' }).click();
      await page.waitForLoadState();
    }
    assert.fail(`${what} never came`);
  }

  /** The browser really plays it: two seconds, and pictures of the size that the page kept room for. */
  async function plays(page) {
    const seen = await page.locator('video').evaluate(async (video) => {
      video.muted = true;
      const room = { width: video.clientWidth, height: video.clientHeight };
      await video.play();
      await new Promise((resolve, reject) => {
        video.addEventListener('ended', resolve, { once: true });
        video.addEventListener('error', () => reject(new Error(video.error?.message)), { once: true });
      });
      return { seconds: video.duration, width: video.videoWidth, height: video.videoHeight, at: video.currentTime, same: room.width === video.clientWidth && room.height === video.clientHeight };
    });
    assert.ok(Math.abs(seen.seconds - 2) < 0.1 && seen.at > 1.9, JSON.stringify(seen));
    assert.deepEqual([seen.width, seen.height, seen.same], [192, 256, true]);
  }

  function cues(video) {
    const track = video.textTracks[0];
    track.mode = 'showing';
    return new Promise((resolve) => {
      const look = () => (track.cues?.length ? resolve(track.cues[0].text) : setTimeout(look, 50));
      look();
    });
  }

  async function looked(page, name) {
    if (!page.hasScripts) return assertValidHtml(page);
    const width = page.viewportSize().width;
    await screenshot(page, `${name}-${width}`);
    await assertAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${page.url()} is ${wide} px wide on a screen of ${width}`);
  }
});

// Lighthouse on a phone, against the release build: a long run (bin/ci --full), since it needs a quiet machine.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { launchBrowser, startDemo } from './support.mjs';

// Everything but speed depends on the pages alone.
const goal = (id) => (id === 'performance' ? 0.95 : 1);
const skip = !process.env.LIGHTHOUSE && 'a long run: bin/ci --full, or LIGHTHOUSE=1 with CANDOR_BIN=target/release/candor';

suite('lighthouse', { skip }, () => {
  let browser, server, lighthouse;
  const port = 9222 + (process.pid % 1000);
  before(async () => {
    ({ default: lighthouse } = await import('lighthouse'));
    [browser, server] = await Promise.all([launchBrowser([`--remote-debugging-port=${port}`]), startDemo()]);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  for (const [name, from, kind] of [
    ['home', '/', /^\/$/],
    ['gallery', '/', /^\/stories$/],
    ['story', '/', /^\/stories\/[^?]+$/],
    ['treatment', '/', /^\/treatments\/[^?]+$/],
    ['practitioner', '/practitioners', /^\/practitioners\/[^?]+$/],
  ]) {
    test(name, async (t) => {
      const page = await (await fetch(`${server.url}${from}`)).text();
      const path = [...page.matchAll(/href="(\/[^"]*)"/g)].map(([, link]) => link).find((link) => kind.test(link));
      assert.ok(path, `${from} links to a ${name}`);
      const { lhr } = await lighthouse(`${server.url}${path}`, { port, output: 'json', logLevel: 'error' });
      const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score]));
      const figure = (id) => lhr.audits[id].displayValue;
      t.diagnostic(`${path}: ${JSON.stringify(scores)}, LCP ${figure('largest-contentful-paint')}, CLS ${figure('cumulative-layout-shift')}, TBT ${figure('total-blocking-time')}`);
      const missed = Object.values(lhr.audits)
        .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
        .map(({ id, title }) => `${id}: ${title}`);
      for (const [id, score] of Object.entries(scores)) assert.ok(score >= goal(id), `${path}: ${id} is ${score}; ${missed.join('; ')}`);
    });
  }
});

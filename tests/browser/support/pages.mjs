// Chromium, and pages that remember everything a visitor's browser would complain about.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';

const SIZES = {
  mobile: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  tablet: { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 2, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
};

/** The machine's own Chromium (`CHROMIUM` names another), which asks nobody for updates; `more` switches for it. */
export function launchBrowser(more = []) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

/**
 * A page in a context of its own (its own cookies), watched from its first request.
 *
 * `page.problems` lists console errors, uncaught exceptions, CSP violations, failed subresources and requests to others;
 * `page.assertClean()` fails when there are any. The status of the page itself is the test's to judge.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{ server: { url: string }, size?: keyof SIZES } & import('playwright-core').BrowserContextOptions} options
 */
export async function newPage(browser, { server, size = 'desktop', ...options }) {
  const context = await browser.newContext({ ...SIZES[size], baseURL: server.url, locale: 'en-GB', timezoneId: 'Europe/London', ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  await watch(page, new URL(server.url).origin, problems);
  return Object.assign(page, {
    problems,
    /** Asking a page without scripts to evaluate anything waits for ever. */
    hasScripts: options.javaScriptEnabled !== false,
    assertClean() {
      assert.deepEqual(problems, [], `${page.url()} is not clean`);
    },
  });
}

async function watch(page, origin, problems) {
  const documents = new Set();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (request.isNavigationRequest()) documents.add(request.url());
    if (['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.host !== new URL(origin).host) {
      problems.push(`third party: ${request.method()} ${request.url()}`);
    }
  });
  page.on('pageerror', (error) => {
    // The browser gives up a transition between pages when the next one comes too soon; no script of ours is concerned.
    if (!/Transition was (aborted|skipped)/.test(error.message)) problems.push(`exception: ${error.stack ?? error}`);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    // Chromium says so for a page that answers 404 or 410 as it should.
    if (documents.has(url) && message.text().startsWith('Failed to load resource')) return;
    problems.push(`console: ${message.text()} (${url})`);
  });
  const devtools = await page.context().newCDPSession(page);
  devtools.on('Audits.issueAdded', ({ issue }) => {
    const violation = issue.details.contentSecurityPolicyIssueDetails;
    if (violation) problems.push(`CSP: ${violation.violatedDirective} (${violation.blockedURL ?? violation.contentSecurityPolicyViolationType})`);
  });
  await devtools.send('Audits.enable');
}

/** Saves what is seen as target/screens/<name>.png, for people to look at; never compared, never committed. */
export async function screenshot(page, name) {
  const folder = path.resolve(process.env.CARGO_TARGET_DIR ?? 'target', 'screens');
  await mkdir(folder, { recursive: true });
  // To hide the caret would add a style, which our CSP refuses.
  const shot = { fullPage: true, caret: 'initial' };
  await page.screenshot({ ...shot, path: path.join(folder, `${name}.png`) });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ ...shot, path: path.join(folder, `${name}-dark.png`) });
  await page.emulateMedia({ colorScheme: null });
}

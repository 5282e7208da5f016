// The demo under test: a small one in a folder of its own, and the people who use it.
import assert from 'node:assert/strict';
import { newPage } from './pages.mjs';
import { startCandor } from './candor.mjs';

/** Starts the demo, by default a small one (`candor demo --few`), and gives the server with what its guide says: `guide.invite`, `.manage`, `.withdrawn`, `.password`, `.team`. */
export async function startDemo(command = ['demo', '--few'], env = {}) {
  // A folder of a demo made before is quicker while one works on pages.
  const server = await startCandor({ command, env, patience: 600_000, dataDir: process.env.CANDOR_DEMO_DATA });
  const said = server.logs;
  const address = (pattern) => said.match(pattern)?.[1] ?? assert.fail(`the guide does not say ${pattern}:\n${said}`);
  const guide = {
    invite: address(/Client\s+(\S+\/c\/\S+)/),
    manage: address(/(\S+\/c\/\S+)\n\s+signed earlier/),
    withdrawn: address(/(\S+\/stories\/\S+)\n\s+was public/),
    password: address(/password for all: (.+)/).trim(),
    team: [...said.matchAll(/^\s+(\S+@\S+)\s/gm)].map(([, email]) => email),
  };
  return Object.assign(server, { guide });
}

/** A page of someone of the team, signed in. */
export async function signedIn(browser, server, email, options = {}) {
  const page = await newPage(browser, { server, ...options });
  await page.goto('/sign-in');
  await page.locator('[name=email]').fill(email);
  await page.locator('[name=password]').fill(server.guide.password);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

// Judgements on a page: accessibility by axe, markup by html-validate.
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': ['error', { style: 'lowercase' }],
    // One name several times is how a form sends a list; spaces at a line's end are nobody's concern.
    'form-dup-name': 'off',
    // The style sheet keeps phone numbers in one line.
    'tel-non-breaking': 'off',
    'no-trailing-whitespace': 'off',
  },
});

/** No violation of WCAG 2.2 AA or of axe's best practices in what the page shows now; the colours in light and in dark. */
export async function assertAccessible(page) {
  await page.evaluate(axe.source);
  await page.evaluate(settled);
  const found = await violations(page, RULES);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.evaluate(settled);
  found.push(...(await violations(page, { type: 'rule', values: ['color-contrast'] })).map((one) => `dark: ${one}`));
  await page.emulateMedia({ colorScheme: null });
  assert.deepEqual(found, [], `${page.url()} is not accessible`);
}

/**
 * Runs in the page: colours that are still changing belong to neither scheme. Asks how animations stand and not for their
 * `finished`: that of a button in closed details, which is not drawn, never comes.
 */
export async function settled() {
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await drawn();
  do await drawn();
  while (document.getAnimations().some((animation) => animation.playState === 'running'));
}

/** Without axe's copies of the style sheets: they would be inline styles, which our CSP refuses. */
async function violations(page, runOnly) {
  const result = await page.evaluate((only) => window.axe.run({ runOnly: only, preload: false }), runOnly);
  return result.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}

/** The markup as the server sent it, without what scripts and the browser made of it. */
export async function assertValidHtml(page, address = page.url()) {
  const answer = await page.request.get(address);
  const { results } = await validator.validateString(await answer.text(), address);
  const found = results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `line ${line}: ${ruleId}: ${message}`));
  assert.deepEqual(found, [], `${address} is not valid HTML`);
}

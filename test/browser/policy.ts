import { expect } from '@jest/globals';
import type { Page, Response } from 'playwright-core';
import type { Lang, Stage } from './stage.js';
import type { Sight } from './sights/sight.js';
import type { Seen } from './walk.js';

/** The policy is made per kind of page, not per language: of each kind some in both, each with texts and parts of its own. */
export const inBoth: readonly string[] = [
  ...['practice', 'results, filtered', 'no such page', 'application, errors', 'following, withdrawing', 'invitation, errors'],
  ...['member home, notices open', 'editor, handing in', 'accepting', 'commenting', 'audit log', 'new password', 'a problem explained'],
];

const policyOf = (response: Response) => response.headers()['content-security-policy'] ?? 'none';

/** A mail is shown as it was sent, with its own styles, where nothing can run; everything else allows nothing unsafe. */
function judge(policy: string): void {
  expect(policy).toContain("default-src 'none'");
  if (policy.includes('sandbox') && !policy.includes('script-src')) return;
  expect(policy).not.toMatch(/unsafe-|\*|https?:/);
}

/** Lets a script add a style that nobody allowed, in both ways there are; answers whether either took effect. */
const smuggle = (page: Page) =>
  page.evaluate(() => {
    const sheet = document.createElement('style');
    sheet.textContent = 'body { outline: 7px solid red !important }';
    document.head.append(sheet);
    const element = document.createElement('p');
    element.setAttribute('style', 'outline: 7px solid red');
    document.body.append(element);
    return [document.body, element].some((one) => getComputedStyle(one).outlineWidth === '7px');
  });

/** Nothing was refused while the page came to be, and what nobody allowed is refused now: the last that is done on it. */
export async function expectStrictPolicy({ page, complaints, answers, since }: Seen, lang: Lang): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  expect(complaints).toEqual([]);
  expect(answers.length).toBeGreaterThan(0);
  for (const response of answers) {
    const headers = response.headers();
    const told = { url: response.url(), nosniff: headers['x-content-type-options'], referrer: headers['referrer-policy'] };
    expect(told).toEqual({ url: response.url(), nosniff: 'nosniff', referrer: 'no-referrer' });
    if (response.request().resourceType() !== 'document') continue;
    judge(policyOf(response));
  }
  since();
  expect(await smuggle(page)).toBe(false);
  expect(since().length).toBeGreaterThanOrEqual(2);
}

const fetched = async ({ world }: Stage, address: string) => {
  const response = await fetch(world.origin + address);
  return { policy: response.headers.get('content-security-policy') ?? '', html: await response.text() };
};
const inlineParts = /<style|\sstyle=|\son\w+=|<script(?![^>]*\s(?:src=|type="application\/ld\+json"))/;
const nonceOf = (policy: string) => /'nonce-([\w-]+)'/.exec(policy)?.[1];

export async function expectNothingInline(stage: Stage, sight: Sight): Promise<void> {
  const { policy, html } = await fetched(stage, sight.address(stage, 'es'));
  expect(html).not.toMatch(inlineParts);
  expect(`${policy} ${html}`).not.toContain('nonce');
}

export async function expectNonceOnce(stage: Stage, sight: Sight): Promise<void> {
  const [first, second] = [await fetched(stage, sight.address(stage, 'es')), await fetched(stage, sight.address(stage, 'es'))];
  expect(nonceOf(first.policy)).toMatch(/^[\w-]{22}$/);
  expect(nonceOf(first.policy)).not.toBe(nonceOf(second.policy));
  expect(first.html).toContain(`nonce="${nonceOf(first.policy) ?? ''}"`);
}

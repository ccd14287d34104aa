import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContext, Page, Response } from 'playwright-core';
import { identitySights, localSights } from './sights/local.js';
import { publicSights, publicStates, visitorSights } from './sights/public.js';
import { look, type Sight } from './sights/sight.js';
import { memberSights, secretariatSights } from './sights/workspace.js';
import { openStage, type Lang, type Stage } from './stage.js';

const personalSights = [...visitorSights, ...memberSights, ...secretariatSights];
const writtenSights = [...publicSights, ...publicStates];
const everySight = [...writtenSights, ...personalSights, ...identitySights, ...localSights];

/** The policy is made per kind of page, not per language: of each kind some in English, each with texts and parts of its own. */
const alsoInEnglish = [
  ...['practice', 'results, filtered', 'no such page', 'application, errors', 'following, withdrawing', 'invitation, errors'],
  ...['member home, notices open', 'editor, handing in', 'accepting', 'commenting', 'audit log', 'new password', 'a problem explained'],
];
const inLanguage = (lang: Lang, sights: readonly Sight[]) => sights.map((sight) => ({ ...sight, lang }));
const visited = [
  ...inLanguage('es', everySight),
  ...inLanguage(
    'en',
    everySight.filter(({ name }) => alsoInEnglish.includes(name)),
  ),
];
const refused = /content security policy/i;

let stage: Stage;
const complaints: string[] = [];
const answers: Response[] = [];

function listen(context: BrowserContext): void {
  context.on('console', (message) => {
    if (refused.test(message.text())) complaints.push(`${message.page()?.url() ?? ''}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('response', (response) => answers.push(response));
}

beforeAll(async () => {
  stage = await openStage();
  Object.values(stage.as).forEach(listen);
}, 120_000);
afterAll(() => stage.close());

/** What was seen since it was last asked. */
const taken = <T>(list: T[]): T[] => list.splice(0);

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

it('the pages looked at in English are there', () => {
  expect(visited.filter(({ lang }) => lang === 'en').length).toBe(alsoInEnglish.length);
});

it.each(visited)(
  'a strict policy holds while it is used: $name, $lang',
  async ({ lang, ...sight }) => {
    taken(answers);
    const { page } = await look(stage, sight, lang);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(taken(complaints)).toEqual([]);
    for (const response of taken(answers)) {
      const headers = response.headers();
      const told = { url: response.url(), nosniff: headers['x-content-type-options'], referrer: headers['referrer-policy'] };
      expect(told).toEqual({ url: response.url(), nosniff: 'nosniff', referrer: 'no-referrer' });
      if (response.request().resourceType() !== 'document') continue;
      judge(policyOf(response));
    }
    expect(await smuggle(page)).toBe(false);
    expect(taken(complaints).length).toBeGreaterThanOrEqual(2);
    await page.close();
  },
  30_000,
);

const fetched = async (address: string) => {
  const response = await fetch(stage.world.origin + address);
  return { policy: response.headers.get('content-security-policy') ?? '', html: await response.text() };
};
const inlineParts = /<style|\sstyle=|\son\w+=|<script(?![^>]*\s(?:src=|type="application\/ld\+json"))/;
const nonceOf = (policy: string) => /'nonce-([\w-]+)'/.exec(policy)?.[1];

it.each(writtenSights)('nothing is inline and no nonce is lent: $name', async (sight) => {
  const { policy, html } = await fetched(sight.address(stage, 'es'));
  expect(html).not.toMatch(inlineParts);
  expect(`${policy} ${html}`).not.toContain('nonce');
});

it.each(personalSights)('a nonce is lent once: $name', async (sight) => {
  const [first, second] = [await fetched(sight.address(stage, 'es')), await fetched(sight.address(stage, 'es'))];
  expect(nonceOf(first.policy)).toMatch(/^[\w-]{22}$/);
  expect(nonceOf(first.policy)).not.toBe(nonceOf(second.policy));
  expect(first.html).toContain(`nonce="${nonceOf(first.policy) ?? ''}"`);
});

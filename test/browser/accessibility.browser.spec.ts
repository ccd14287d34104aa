import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { declaredPages } from './declared.js';
import { identitySights, localSights } from './sights/local.js';
import { publicSights, visitorSights } from './sights/public.js';
import { look, type Sight } from './sights/sight.js';
import { memberSights, secretariatSights } from './sights/workspace.js';
import { languages, openStage, type Lang, type Stage } from './stage.js';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const forVisitors = [...visitorSights, ...identitySights, ...localSights];
const forMembers = [...memberSights, ...secretariatSights];
const narrowest = 320;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());

/** What axe finds, a line for each element. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
  return found.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, any }) => `${impact ?? ''} ${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

/** By how many pixels the page is wider than the screen. */
async function overflow(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 720 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

const spoken = (sights: readonly Sight[], lang: Lang) => sights.filter(({ spanishOnly }) => lang === 'es' || !spanishOnly);
const modes = [1440, 360].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })));

it('every page that the product declares is looked at', () => {
  const seen = [...publicSights, ...forVisitors, ...forMembers].map(({ of }) => of);
  expect(declaredPages.filter((page) => !seen.includes(page))).toEqual([]);
  expect(seen.filter((page) => !declaredPages.includes(page))).toEqual([]);
});

describe.each(languages)('in %s', (lang) => {
  it.each(spoken(publicSights, lang))(
    'axe finds nothing, light or dark, wide or narrow, and nothing scrolls sideways: $name',
    async (sight) => {
      const { page } = await look(stage, sight, lang);
      for (const { width, colorScheme } of modes) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        expect({ width, colorScheme, found: await violations(page) }).toEqual({ width, colorScheme, found: [] });
      }
      expect(await overflow(page, narrowest)).toBe(0);
      await page.close();
    },
    30_000,
  );

  it.each(spoken(forVisitors, lang))('axe finds nothing, and nothing scrolls sideways: $name', async (sight) => {
    const { page } = await look(stage, sight, lang);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page, narrowest)).toBe(0);
    await page.close();
  }, 30_000);

  it.each(spoken(forMembers, lang))('axe finds nothing: $name', async (sight) => {
    const { page } = await look(stage, sight, lang);
    expect(await violations(page)).toEqual([]);
    await page.close();
  }, 30_000);
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { violations } from './axe.js';
import { overflow } from './overflow.js';
import { identitySights, localSights } from './sights/local.js';
import { look, type Sight } from './sights/sight.js';
import { memberSights, secretariatSights } from './sights/workspace.js';
import { languages, openStage, type Lang, type Stage } from './stage.js';

jest.setTimeout(30_000);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());

/** By turns: what axe looks at does not depend on the words, and what is too wide for a language is the public pages' and the states' to show. */
const byTurns = [...memberSights, ...secretariatSights].map((sight, index) => [sight.name, index % 2 === 0 ? 'es' : 'en', sight] as const);

const spoken = (sights: readonly Sight[], lang: Lang) => sights.filter(({ spanishOnly }) => lang === 'es' || !spanishOnly);

describe.each(languages)('in %s', (lang) => {
  it.each(spoken([...identitySights, ...localSights], lang))('axe finds nothing, and nothing scrolls sideways: $name', async (sight) => {
    const { page } = await look(stage, sight, lang);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.close();
  });
});

it.each(byTurns)('axe finds nothing: %s, in %s', async (_name, lang, sight) => {
  const { page } = await look(stage, sight, lang);
  expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  expect(await violations(page)).toEqual([]);
  await page.close();
});

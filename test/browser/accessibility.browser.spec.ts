import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { publishedWithFiles } from '@alianza/testing/builders/files/record-files';
import { violations } from './axe.js';
import { declaredPages } from './declared.js';
import { both, once, turnTo } from './modes.js';
import { overflow } from './overflow.js';
import { identitySights, localSights } from './sights/local.js';
import { expectNonceOnce, expectNothingInline, expectStrictPolicy, inBoth } from './policy.js';
import { publicSights, publicStates, visitorSights } from './sights/public.js';
import type { Sight } from './sights/sight.js';
import { operatorSights } from './sights/settings.js';
import { memberSights, secretariatSights } from './sights/workspace.js';
import { languages, openContext, openStage, type Lang, type Stage } from './stage.js';
import { walk, type Seen } from './walk.js';
import { layoutShift, readThrough, scriptBytes } from './weight.js';

jest.setTimeout(30_000);

let stage: Stage;
/** A record with a picture that leads, further ones and a file. */
let illustrated: string | null;

beforeAll(async () => {
  stage = await openStage();
  illustrated = (await publishedWithFiles(stage.setting, {}, undefined, 2)).practice.slug;
}, 120_000);
afterAll(() => stage.close());

it('every page that the product declares is looked at', () => {
  const sights = [
    publicSights,
    publicStates,
    visitorSights,
    identitySights,
    localSights,
    memberSights,
    secretariatSights,
    operatorSights,
  ].flat();
  const seen = sights.map(({ of }) => of);
  expect(declaredPages.filter((page) => !seen.includes(page))).toEqual([]);
  expect(seen.filter((page) => !declaredPages.includes(page))).toEqual([]);
});

/** What most visitors open first. */
const opened = ['home', 'results', 'practice', 'organizations', 'organization', 'help', 'application'];
const withPictures: Sight = {
  ...publicSights.find(({ name }) => name === 'practice')!,
  name: 'practice, with pictures',
  address: ({ network }) => `/${network}/practicas/${String(illustrated)}`,
};
const first = [...[...publicSights, ...visitorSights].filter(({ name }) => opened.includes(name)), withPictures];
const most = { script: 170 * 1024, shift: 0.05 };

it('what is weighed is there', () => {
  expect(first).toHaveLength(opened.length + 1);
});

async function weigh(sight: Sight, width: number) {
  const context = await openContext(stage.browser, { viewport: { width, height: 800 } }); // nothing is there from an earlier visit
  const page = await context.newPage();
  await page.goto(stage.world.origin + sight.address(stage, 'es'), { waitUntil: 'load' });
  await page.locator('h1').first().waitFor({ state: 'attached' });
  const script = await scriptBytes(page);
  await readThrough(page);
  const pictures = await page.locator('.picture img').count();
  const weighed = { script, shift: await layoutShift(page), pictures };
  await context.close();
  return weighed;
}

it.each(first)('little script is loaded and nothing jumps, on a phone and on a wide screen: $name', async (sight) => {
  for (const width of [360, 1440]) {
    const { script, shift, pictures } = await weigh(sight, width);
    expect(pictures).toBe(sight === withPictures ? 3 : 0);
    const least = shift < most.shift ? shift : (await weigh(sight, width)).shift; // a machine that stands still paints what comes later apart
    expect({ width, script: script > 0 && script <= most.script, shift: least < most.shift }).toEqual({ width, script: true, shift: true });
  }
});

async function expectAccessible({ page }: Seen, lang: Lang): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  await turnTo(page, once[lang]);
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
}

async function expectAccessibleInModes({ page }: Seen, lang: Lang): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  for (const mode of both[lang]) {
    await turnTo(page, mode);
    expect({ ...mode, found: await violations(page) }).toEqual({ ...mode, found: [] });
  }
  expect(await overflow(page)).toBe(0);
}

const withPolicy = ({ name }: Sight, lang: Lang, seen: () => Seen) => {
  if (lang === 'es' || inBoth.includes(name)) it('a strict policy holds while it is used', () => expectStrictPolicy(seen(), lang));
};

describe.each(languages)('in %s', (lang) => {
  for (const sight of publicSights)
    walk(
      () => stage,
      sight,
      lang,
      (seen) => {
        it('axe finds nothing, light or dark, wide or narrow, and nothing scrolls sideways', () => expectAccessibleInModes(seen(), lang));
        withPolicy(sight, lang, seen);
      },
    );
  for (const sight of [...publicStates, ...visitorSights])
    walk(
      () => stage,
      sight,
      lang,
      (seen) => {
        it('axe finds nothing, light or dark by language, and nothing scrolls sideways', () => expectAccessible(seen(), lang));
        withPolicy(sight, lang, seen);
      },
    );
});

it.each([...publicSights, ...publicStates])('nothing is inline and no nonce is lent: $name', (sight) => expectNothingInline(stage, sight));

it.each(visitorSights)('a nonce is lent once: $name', (sight) => expectNonceOnce(stage, sight));

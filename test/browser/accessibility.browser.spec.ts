import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { publishedWithFiles } from '@alianza/testing/builders/files/record-files';
import { declaredPages } from './declared.js';
import { examine } from './sights/examine.js';
import { identitySights, localSights } from './sights/local.js';
import { expectNonceOnce, expectNothingInline } from './policy.js';
import { publicSights, publicStates, visitorSights } from './sights/public.js';
import type { Sight } from './sights/sight.js';
import { operatorSights } from './sights/settings.js';
import { memberSights, secretariatSights } from './sights/workspace.js';
import { openStage, type Stage } from './stage.js';
import { most, weigh } from './weight.js';

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

it('what is weighed is there', () => {
  expect(first).toHaveLength(opened.length + 1);
});

it.each(first)('little script is loaded and nothing jumps, on a phone and on a wide screen: $name', async (sight) => {
  for (const width of [360, 1440]) {
    const once = () => weigh(stage.browser, stage.world.origin + sight.address(stage, 'es'), width);
    const { script, shift, pictures } = await once();
    expect(pictures).toBe(sight === withPictures ? 3 : 0);
    const least = shift < most.shift ? shift : (await once()).shift; // a machine that stands still paints what comes later apart
    expect({ width, script: script > 0 && script <= most.script, shift: least < most.shift }).toEqual({ width, script: true, shift: true });
  }
});

examine(() => stage, [...publicSights, ...publicStates, ...visitorSights]);

it.each([...publicSights, ...publicStates])('nothing is inline and no nonce is lent: $name', (sight) => expectNothingInline(stage, sight));

it.each(visitorSights)('a nonce is lent once: $name', (sight) => expectNonceOnce(stage, sight));

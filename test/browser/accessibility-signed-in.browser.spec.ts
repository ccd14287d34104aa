import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { violations } from './axe.js';
import { inTurn, turnTo } from './modes.js';
import { overflow } from './overflow.js';
import { expectNonceOnce, expectStrictPolicy, inBoth } from './policy.js';
import { identitySights, localSights } from './sights/local.js';
import { publicSights, visitorSights } from './sights/public.js';
import { operatorSights } from './sights/settings.js';
import { memberSights, secretariatSights } from './sights/workspace.js';
import { languages, openStage, type Stage } from './stage.js';
import { walk } from './walk.js';

jest.setTimeout(30_000);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());

/** By turns: what axe looks at does not depend on the words, and each kind of page is among them often enough to be seen in every mode. */
const byTurns = [...memberSights, ...secretariatSights, ...operatorSights].map((sight, index) => ({
  sight,
  lang: languages[index % 2] ?? 'es',
  mode: inTurn(index),
}));

describe.each(languages)('in %s', (lang) => {
  for (const sight of [...identitySights, ...localSights].filter(({ spanishOnly }) => lang === 'es' || !spanishOnly))
    walk(
      () => stage,
      sight,
      lang,
      (seen) => {
        it('axe finds nothing, and nothing scrolls sideways', async () => {
          const { page } = seen();
          expect(await page.locator('html').getAttribute('lang')).toBe(lang);
          expect(await violations(page)).toEqual([]);
          expect(await overflow(page)).toBe(0);
        });
        if (lang === 'es' || inBoth.includes(sight.name))
          it('a strict policy holds while it is used', () => expectStrictPolicy(seen(), lang));
      },
    );
});

for (const { sight, lang, mode } of byTurns)
  walk(
    () => stage,
    sight,
    lang,
    (seen) => {
      it(`axe finds nothing, ${mode.colorScheme} and ${String(mode.width)} wide, and nothing scrolls sideways`, async () => {
        const { page } = seen();
        expect(await page.locator('html').getAttribute('lang')).toBe(lang);
        await turnTo(page, mode);
        expect(await violations(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
      });
      it('a strict policy holds while it is used', () => expectStrictPolicy(seen(), lang));
    },
  );

for (const { sight, lang } of byTurns.filter(({ sight: { name } }) => inBoth.includes(name))) {
  const other = lang === 'es' ? 'en' : 'es';
  walk(
    () => stage,
    sight,
    other,
    (seen) => {
      it('a strict policy holds while it is used', () => expectStrictPolicy(seen(), other));
    },
  );
}

it('the pages looked at in both languages are there', () => {
  const named = [...publicSights, ...visitorSights, ...memberSights, ...secretariatSights, ...identitySights, ...localSights];
  expect(named.filter(({ name }) => inBoth.includes(name)).length).toBe(inBoth.length);
});

it.each([...memberSights, ...secretariatSights])('a nonce is lent once: $name', (sight) => expectNonceOnce(stage, sight));

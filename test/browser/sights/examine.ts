import { expect, it } from '@jest/globals';
import { violations } from '../axe.js';
import { looksAt, othersOf, turnTo } from './modes.js';
import { overflow } from '../overflow.js';
import { expectStrictPolicy, inBoth } from '../policy.js';
import type { Sight } from './sight.js';
import type { Stage } from '../stage.js';
import { walk } from '../walk.js';

const policyHolds = 'a strict policy holds while it is used';

/** Looks at each of these pages as it comes by turn; of some the policy in the other language too. */
export function examine(stage: () => Stage, sights: readonly Sight[]): void {
  const looks = looksAt(sights);
  for (const { sight, lang, modes } of looks)
    walk(stage, sight, lang, (seen) => {
      const named = modes.map(({ width, colorScheme }) => `${colorScheme} and ${String(width)} wide`).join(', ');
      it(`axe finds nothing, ${named}, and nothing scrolls sideways`, async () => {
        const { page } = seen();
        expect(await page.locator('html').getAttribute('lang')).toBe(lang);
        for (const mode of modes) {
          await turnTo(page, mode);
          expect({ ...mode, found: await violations(page), over: await overflow(page) }).toEqual({ ...mode, found: [], over: 0 });
        }
      });
      it(policyHolds, () => expectStrictPolicy(seen(), lang));
    });
  for (const each of looks.filter(({ sight }) => inBoth.includes(sight.name)))
    for (const other of othersOf(each))
      walk(stage, each.sight, other, (seen) => {
        it(policyHolds, () => expectStrictPolicy(seen(), other));
      });
}

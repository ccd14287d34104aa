import type { Page } from 'playwright-core';
import type { Sight } from './sight.js';
import { languages, type Lang } from '../stage.js';

/** How wide a screen is and in which colours it shows. */
interface Mode {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** One look at a page: in a language, then in each of these modes. */
interface Look {
  readonly sight: Sight;
  readonly lang: Lang;
  readonly modes: readonly Mode[];
}

const every = [1440, 360, 768].flatMap((width): Mode[] => [
  { width, colorScheme: 'light' },
  { width, colorScheme: 'dark' },
]);
/** A number that shares no factor with the languages: so each comes in both. */
const turns = [0, 3, 4, 1, 2].map((index) => every[index]!);

const languagesOf = ({ spanishOnly }: Sight): readonly Lang[] => (spanishOnly ? ['es'] : languages);
const isWhole = process.env.SCREENS === 'whole';

/**
 * In `npm test` each page once, by turns of language and mode: what axe looks at depends little on the words, and pages of a kind stand together,
 * so that each kind is seen in every mode. `npm run test:screens` looks at each in both languages and every mode.
 */
export const looksAt = (sights: readonly Sight[]): Look[] =>
  isWhole
    ? sights.flatMap((sight) => languagesOf(sight).map((lang) => ({ sight, lang, modes: every })))
    : sights.map((sight, index) => {
        const own = languagesOf(sight);
        return { sight, lang: own[index % own.length]!, modes: [turns[index % turns.length]!] };
      });

/** The languages that `looksAt` leaves out. */
export const othersOf = ({ sight, lang }: Look): readonly Lang[] => (isWhole ? [] : languagesOf(sight).filter((other) => other !== lang));

/** At once: a colour on its way from one mode to the other is neither's. */
export async function turnTo(page: Page, { width, colorScheme }: Mode): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 900 });
}

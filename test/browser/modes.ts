import type { Page } from 'playwright-core';
import type { Lang } from './stage.js';

/** How wide a screen is and in which colours it shows. */
interface Mode {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

const wideLight: Mode = { width: 1440, colorScheme: 'light' };
const wideDark: Mode = { width: 1440, colorScheme: 'dark' };
const narrowLight: Mode = { width: 360, colorScheme: 'light' };
const narrowDark: Mode = { width: 360, colorScheme: 'dark' };
const tabletLight: Mode = { width: 768, colorScheme: 'light' };

/** Each pair is looked at in one language, for neither contrast nor structure depends on the words. */
export const both: Readonly<Record<Lang, readonly Mode[]>> = { es: [wideLight, narrowDark], en: [wideDark, narrowLight] };

/** For pages that are looked at once in each language. */
export const once: Readonly<Record<Lang, Mode>> = { es: narrowDark, en: wideLight };

/** Where a page is looked at once: pages of a kind stand together and so share the modes. Five, so that each comes in both languages. */
const turns = [wideLight, narrowDark, tabletLight, wideDark, narrowLight] as const;
export const inTurn = (index: number): Mode => turns[index % turns.length] ?? wideLight;

/** At once: a colour on its way from one mode to the other is neither's. */
export async function turnTo(page: Page, { width, colorScheme }: Mode): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 900 });
}

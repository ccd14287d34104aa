import { eventually } from '@alianza/testing/eventually';
import type { Page } from 'playwright-core';

/** A tablet, and the narrowest screen there is (WCAG 2.2, 1.4.10). */
const widths = [768, 320];
/** Milliseconds: what floats over the page is placed anew in a frame of its own after a resize. */
const toSettle = 2000;

/** By how many pixels the page stays wider than the screen, on the one where that is most. */
export async function overflow(page: Page): Promise<number> {
  const tooWide = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const over: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 720 });
    await eventually(async () => (await tooWide()) === 0, toSettle).catch(() => undefined);
    over.push(await tooWide());
  }
  return Math.max(...over);
}

import type { Page } from 'playwright-core';

/** A tablet, and the narrowest screen there is (WCAG 2.2, 1.4.10). */
const widths = [768, 320];

/** By how many pixels the page is wider than the screen, on the one where that is most. */
export async function overflow(page: Page): Promise<number> {
  const over: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 720 });
    over.push(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth));
  }
  return Math.max(...over);
}

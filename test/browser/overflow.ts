import type { Page } from 'playwright-core';

const narrowest = 320;

/** By how many pixels the page is wider than the narrowest screen (WCAG 2.2, 1.4.10). */
export async function overflow(page: Page): Promise<number> {
  await page.setViewportSize({ width: narrowest, height: 720 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

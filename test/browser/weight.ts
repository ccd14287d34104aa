import { visit } from '@alianza/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';

/** Of a public page: bytes of scripts at first, and how far it may move by itself. */
export const most = { script: 170 * 1024, shift: 0.05 };

/** Bytes of all scripts that a page has loaded so far, as they travel at best. */
async function scriptBytes(page: Page): Promise<number> {
  const addresses = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /\.m?js(?:\?|$)/.test(name)),
  );
  const bodies = await Promise.all([...new Set(addresses)].map(async (address) => (await fetch(address)).arrayBuffer()));
  return bodies.reduce((sum, body) => sum + gzipSync(new Uint8Array(body)).length, 0);
}

/** Down to its end, a screen at a time, until every picture that it passes has come. */
const readThrough = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let at = 0; at < document.documentElement.scrollHeight; at += innerHeight) {
      scrollTo({ top: at, behavior: 'instant' });
      await frame();
    }
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    while ([...document.images].some(({ complete }) => !complete)) await frame();
    await frame();
  });

/** How far what is seen moved by itself since the page was opened (cumulative layout shift, web.dev/cls). */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let moved = 0;
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) moved += entry.value;
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        // two frames: what is buffered is handed over before the second
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            add(observer.takeRecords());
            resolve(moved);
          }),
        );
      }),
  );

export interface Weight {
  /** Bytes, as they travel at best. */
  readonly script: number;
  readonly shift: number;
  /** That it shows. */
  readonly pictures: number;
}

/** What a page costs whoever opens it first and reads it to its end, on a screen of this width. */
export async function weigh(browser: Browser, address: string, width: number): Promise<Weight> {
  const { page, context } = await visit(browser, { viewport: { width, height: 800 } });
  const answer = await page.goto(address, { waitUntil: 'load' });
  if (!answer?.ok()) throw new Error(`${address}: ${String(answer?.status())}`);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  const script = await scriptBytes(page);
  await readThrough(page);
  const weight = { script, shift: await layoutShift(page), pictures: await page.locator('.picture img').count() };
  await context.close();
  return weight;
}

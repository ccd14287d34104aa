import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { codeMail } from '@alianza/local/identity/pages/code-mail';
import { specimens, type Specimen } from '@alianza/notifications/specimens/letters';
import { openBrowser, visit } from '@alianza/testing/browser';
import type { Browser, Page } from 'playwright-core';

jest.setTimeout(20_000);

/** Pixels of a small phone. */
const phone = { width: 360, height: 740 };
/** A name that no place would break by itself. */
const long = `Organización${'interinstitucional'.repeat(12)}`;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  ({ page } = await visit(browser, { viewport: phone, javaScriptEnabled: false }));
}, 60_000);
afterAll(() => browser.close());

const tooWide = async ({ html }: Pick<Specimen, 'html'>): Promise<number> => {
  await page.setContent(html);
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
};

describe.each(['es', 'en'] as const)('on a phone, in %s', (lang) => {
  it('every kind of mail is read without scrolling sideways', async () => {
    const letters = [
      { name: 'code', ...codeMail(lang, '012345') },
      ...specimens(lang),
      ...specimens(lang, { network: long, organization: long, title: long, reason: long }),
    ];
    const wide: [string, number][] = [];
    for (const letter of letters) {
      const by = await tooWide(letter);
      if (by > 0) wide.push([letter.name, by]);
    }
    expect(wide).toEqual([]);
    expect(letters.length).toBeGreaterThan(80);
  });

  it('its button can be hit by a finger, and is as wide as the page at most', async () => {
    const [letter] = specimens(lang, { network: long });
    await page.setContent(letter?.html ?? '');
    const box = await page.getByRole('link').first().boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.width);
  });
});

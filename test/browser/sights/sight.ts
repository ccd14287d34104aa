import { eventually } from '@alianza/testing/eventually';
import { textIn } from '@alianza/texts/server';
import type { Text } from '@alianza/texts/text';
import type { BrowserContext, Page, Request } from 'playwright-core';
import type { Lang, Stage, Who } from '../stage.js';
import { turnTo } from './modes.js';

/** One page of the product in one state that somebody can meet. */
export interface Sight {
  readonly name: string;
  /** What makes the page, named as in `declaredPages`. */
  readonly of: string;
  readonly who: Who;
  /** From the root of the origin. */
  readonly address: (stage: Stage, lang: Lang) => string;
  /** What is done before it looks like this. */
  readonly act?: (page: Page, text: Text, stage: Stage) => Promise<unknown>;
  /** Files and answers that are kept from the page, so that it stays as it is. */
  readonly without?: string;
  /** A page that speaks Spanish only. */
  readonly spanishOnly?: true;
}

/** An address below network and language. */
export const below =
  (rest: string | ((props: Stage['props']) => string)): Sight['address'] =>
  ({ network, props }, lang) => {
    const page = typeof rest === 'string' ? rest : rest(props);
    return `/${network}${lang === 'es' ? '' : `/${lang}`}${page === '' ? '' : `/${page}`}`;
  };

export const press = (page: Page, name: string, within: string = 'main') =>
  page.locator(within).getByRole('button', { name, exact: true }).first().click();

/** Presses what asks something over the page. */
export const asking =
  (key: string): NonNullable<Sight['act']> =>
  async (page, text) => {
    await press(page, text(key));
    await page.getByRole('dialog').waitFor();
  };

/** Polls without a request under way before a page counts as settled: what one answer leads to is asked by then. */
const calm = 3;

/**
 * Until the page has nothing left to do, which on a busy machine takes longer than being calm; it may just be leaving. A frame is asked for first:
 * now and then a page that does not move waits for one that nobody draws, and is never idle.
 */
const idle = (page: Page) =>
  page
    .evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 2000 }))))
    .catch(() => undefined);

/** Until what the page asked for has come: a title stands there, no grey shapes, and nothing is on its way. */
function settling(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return async () => {
    await page.locator('h1').first().waitFor();
    do {
      let still = 0;
      await eventually(() => (still = open.size === 0 ? still + 1 : 0) > calm);
      await idle(page);
    } while (open.size > 0);
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  };
}

/** Everybody's tab: what one page has loaded and compiled, the next one need not load and compile again. */
const tabs = new WeakMap<BrowserContext, Page>();

/** As if it had just been opened. */
async function clear(tab: Page, address: string): Promise<void> {
  tab.removeAllListeners('request').removeAllListeners('requestfinished').removeAllListeners('requestfailed');
  await tab.unrouteAll();
  await tab.evaluate(() => sessionStorage.clear());
  if (address.includes('#')) await tab.goto('about:blank'); // else the same page would go on with another mark
  await turnTo(tab, { width: 1440, colorScheme: 'light' });
}

/** That tab, cleared and brought to an address. One in which this fails is closed: whoever comes next begins with another. */
export async function tabFor(context: BrowserContext, address: string, bring: (page: Page) => Promise<unknown>): Promise<Page> {
  const known = tabs.get(context);
  const isThere = known !== undefined && !known.isClosed();
  const page = isThere ? known : await context.newPage();
  tabs.set(context, page);
  try {
    if (isThere) await clear(page, address);
    await bring(page);
  } catch (error) {
    await page.close();
    throw error;
  }
  return page;
}

/** Opens a page as whoever it is for and brings it into its state, in the place of what that person saw before. */
export function look(stage: Stage, sight: Sight, lang: Lang): Promise<Page> {
  const address = stage.world.origin + sight.address(stage, lang);
  return tabFor(stage.as[sight.who], address, async (page) => {
    const settled = settling(page);
    if (sight.without !== undefined) await page.route(sight.without, (route) => route.abort());
    const response = await page.goto(address);
    if (response === null) throw new Error(`${sight.name}: no answer`);
    await settled();
    if (!sight.act) return;
    await sight.act(page, textIn(lang), stage);
    await settled();
  });
}

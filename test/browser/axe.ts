import type axe from 'axe-core';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const { source } = createRequire(import.meta.url)('axe-core') as typeof axe;

/** What axe finds on a page as it stands and in its frames, a line for each element. */
export async function violations(page: Page): Promise<string[]> {
  for (const frame of page.frames()) if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  // what is right is not told in full, element by element
  const options: axe.RunOptions = { resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } };
  const { violations: found } = await page.evaluate((how) => (window as unknown as { axe: typeof axe }).axe.run(document, how), options);
  return found.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, any }) => `${impact ?? ''} ${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

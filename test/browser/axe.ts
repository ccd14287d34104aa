import { AxeBuilder } from '@axe-core/playwright';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const builder = createRequire(import.meta.url).resolve('@axe-core/playwright');
const { source } = createRequire(builder)('axe-core') as { source: string };
/** Axe itself, where it is not there yet: the builder asks for it twice. */
const axeSource = `if (!window.axe) { ${source} }`;

/** What axe finds on a page as it stands, a line for each element. */
export async function violations(page: Page): Promise<string[]> {
  // what is right is not told in full, element by element
  const axe = new AxeBuilder({ page, axeSource })
    .options({ resultTypes: ['violations'] })
    .withTags(rules)
    .setLegacyMode();
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, any }) => `${impact ?? ''} ${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

import { describe, expect, it } from '@jest/globals';
import { productEditions, statementPages, type StatementPage } from '@alianza/contracts/privacy/editions';
import { retention } from '@alianza/contracts/privacy/retention';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * The words of each edition, the first first. Other words are a new edition in `productEditions`, of the day on which they are published, and one more
 * here: people are asked to accept them once, at their next sign-in. Only where nothing else is said than before, as of a slip of the pen, the last
 * is replaced.
 */
const editions: Readonly<Record<StatementPage, readonly string[]>> = {
  privacy: ['WiVoT86VhywHAhZ0ldp-kVl9CdVoRiZofIshy02FOZQ'],
  legal: ['LajyVPQTohzLWyRnroGCS_py5s2Z0_cKURi4XkpQ3_c'],
  accessibility: ['P5oaThI8hSjwC_c5jRNlcopaAEio-hCujn04B6tn3AM'],
  terms: ['VRe-JDBE8e58JOxDBZ2z0tDOmC8yJ7tg4gWhN72hLRU'],
};

interface Words {
  readonly title: string;
  readonly lede: string;
  readonly section: object;
}

/** Title, lede and parts in both languages, and how long is kept what they speak of. */
function wordsOf(page: StatementPage): string {
  const read = (lang: string) =>
    JSON.parse(readFileSync(new URL(`../../../../packages/texts/${lang}/${page}.json`, import.meta.url), 'utf8')) as Words;
  const said = JSON.stringify([read('es'), read('en')].map(({ title, lede, section }) => [title, lede, section]));
  const numbers = Object.entries(retention).filter(([name]) => said.includes(`{${name}}`));
  return createHash('sha256')
    .update(JSON.stringify([said, numbers]))
    .digest('base64url');
}

describe.each(statementPages)('the words of the page %s', (page) => {
  it('are those of its edition', () => {
    expect(editions[page]).toHaveLength(productEditions[page].edition);
    expect(wordsOf(page)).toBe(editions[page].at(-1));
  });
});

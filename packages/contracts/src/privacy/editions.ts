// Plain values, without schemas.

/** Pages of law that every network has: in the product's words until it writes its own. */
export const statementPages = ['privacy', 'legal', 'accessibility', 'terms'] as const;
export type StatementPage = (typeof statementPages)[number];

/** The product's own text: a higher edition with each change that changes what is said. All are edition 1, on purpose: nothing was released before, so nobody has read others. Compared by `web/src/public/statements/editions.spec.ts`. */
export const productEditions: Readonly<Record<StatementPage, { readonly edition: number; readonly publishedAt: string }>> = {
  privacy: { edition: 1, publishedAt: '2026-11-22T00:00:00.000Z' },
  legal: { edition: 1, publishedAt: '2026-11-21T00:00:00.000Z' },
  accessibility: { edition: 1, publishedAt: '2026-11-21T00:00:00.000Z' },
  /** Of publication: what whoever hands a record in agrees to. */
  terms: { edition: 1, publishedAt: '2026-11-22T00:00:00.000Z' },
};

/** What a network keeps of a page: the version it is in, since when, whose words they are, and which edition of the product's there was. */
export interface KeptStatement {
  readonly version: number;
  readonly publishedAt: string;
  readonly own: boolean;
  readonly edition: number;
}

export interface StatementVersion {
  /** Grows with every change of what is said, the network's or the product's. */
  readonly version: number;
  readonly publishedAt: string;
  readonly own: boolean;
}

/**
 * Those that can still be read, the last first: what a network published itself, and what it began with.
 * Of the product's there is one edition, so that every version in its words is in these: who writes a second keeps the words of the first.
 */
export function readableVersions(page: StatementPage, published: readonly StatementVersion[], openedAt: string): StatementVersion[] {
  const product = productEditions[page];
  const begun = openedAt > product.publishedAt ? openedAt : product.publishedAt;
  const all = published.some(({ version }) => version === 1) ? published : [...published, { version: 1, publishedAt: begun, own: false }];
  return all.filter(({ own }) => own || product.edition === 1);
}

/** As a network begins. */
export const firstStatement = (page: StatementPage, openedAt: string): KeptStatement => ({
  version: 1,
  publishedAt: openedAt,
  own: false,
  edition: productEditions[page].edition,
});

/** What a network keeps of a page; of one that came after the network, that it has the product's words since there are any. */
export const keptStatement = (kept: Readonly<Partial<Record<StatementPage, KeptStatement>>>, page: StatementPage): KeptStatement =>
  kept[page] ?? { version: 1, publishedAt: productEditions[page].publishedAt, own: false, edition: 1 };

/** What holds now: while a network has the product's words, each newer edition of them is a version more. */
export function versionInForce(page: StatementPage, { version, publishedAt, own, edition }: KeptStatement): StatementVersion {
  const product = productEditions[page];
  const newer = own ? 0 : Math.max(0, product.edition - edition);
  if (newer === 0) return { version, publishedAt, own };
  return { version: version + newer, publishedAt: publishedAt > product.publishedAt ? publishedAt : product.publishedAt, own };
}

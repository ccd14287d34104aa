import { describe, expect, it } from '@jest/globals';
import { firstStatement, keptStatement, productEditions, versionInForce, type KeptStatement } from './editions.js';

const openedAt = '2027-03-01T12:00:00.000Z';
const { edition, publishedAt } = productEditions.privacy;
const kept = (over: Partial<KeptStatement> = {}) => ({ ...firstStatement('privacy', openedAt), ...over });

describe('the version of a page of law', () => {
  it('is the first where a network begins, since it began', () => {
    expect(versionInForce('privacy', kept())).toEqual({ version: 1, publishedAt: openedAt, own: false });
  });

  it('is one more for each newer edition of the product’s words, while those are the network’s', () => {
    const before = '2026-01-01T00:00:00.000Z';
    expect(versionInForce('privacy', kept({ version: 4, edition: edition - 1, publishedAt: before }))).toEqual({
      version: 5,
      publishedAt,
      own: false,
    });
  });

  it('of a page that came after the network is the first, in the product’s words, since there are any', () => {
    const { publishedAt: since } = productEditions.terms;
    expect(versionInForce('terms', keptStatement({}, 'terms'))).toEqual({
      version: productEditions.terms.edition,
      publishedAt: since,
      own: false,
    });
    const own = kept({ version: 3, own: true });
    expect(keptStatement({ terms: own }, 'terms')).toBe(own);
  });

  it('stays as it is where the words are the network’s own, or of an edition not older', () => {
    expect(versionInForce('privacy', kept({ version: 4, own: true, edition: edition - 1 })).version).toBe(4);
    expect(versionInForce('privacy', kept({ version: 4, edition: edition + 1 })).version).toBe(4);
  });
});

import { expect, it } from '@jest/globals';
import { Gathered } from '@alianza/contracts/privacy/gathering';
import { archiveOf } from './archive.js';
import { ofEverywhere, ofNetwork } from './own-sections.js';

const thing = (kind: string, data: Record<string, unknown> = {}) => ({ kind, at: null, data, network: 'agc' });

it('names its files by what they hold, and by nothing that anybody wrote', () => {
  const found = [thing('mail', { title: '../../etc/passwd' }), thing('review-comment', { '../escape': 'x' })];
  expect(archiveOf(found).map(({ name }) => name)).toEqual(['data.json', 'mail.csv', 'review-comment.csv']);
});

it.each(['../mail', '/etc/passwd', 'a/b', 'a\\b', '..', 'C:', 'mail\0', ''])('no service can name a file %j', (kind) => {
  expect(Gathered.safeParse({ kind, at: null, data: {} }).success).toBe(false);
  expect(Gathered.safeParse({ kind: 'mail', at: null, data: {} }).success).toBe(true);
});

it('nor does membership, of what it keeps itself', () => {
  const kinds = [...ofEverywhere, ...ofNetwork].map(({ kind }) => kind);
  expect(kinds.length).toBeGreaterThan(0);
  expect(kinds.filter((kind) => !Gathered.shape.kind.safeParse(kind).success)).toEqual([]);
});

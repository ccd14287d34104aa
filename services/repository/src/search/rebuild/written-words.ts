import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { languages } from '@alianza/contracts/shapes';
import { tokensOf } from '../words.js';

const fields = ['title', 'summary', 'context', 'actions', 'results', 'weaknesses', 'lessons', 'replicability'] as const;
const length = { least: 3, most: 40 };
const digit = /\p{N}/u;

/** Each word of a record, as `practice_words` of the database learns it: only whether one of them is unknown is asked here, it decides which. */
export function writtenWords(content: PracticeContent, names: string): string[] {
  const said = fields.flatMap((field) => languages.map((lang) => content[field]?.[lang] ?? ''));
  const all = [...said, content.place ?? '', ...content.organizations, names].join(' ').toLowerCase();
  const words = tokensOf(all).map(({ word }) => word);
  return words.filter((word) => word.length >= length.least && word.length <= length.most && !digit.test(word));
}

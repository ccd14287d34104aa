import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { Said } from '../vocabulary/named-concepts.js';
import { wordsOf } from '../words.js';

const length = { least: 3, most: 40 };
const digit = /\p{N}/u;

/** The words that a network has learnt, and as which people write them. */
export class LearntWords {
  private readonly written = new Set<string>();

  constructor(private readonly learnt: ReadonlySet<string>) {}

  /** Whether nothing is left that `practice_words` of the database would learn. */
  hold(said: Said, { place, organizations }: PracticeContent, names: string): boolean {
    const beside = wordsOf([place ?? '', ...organizations, names].join(' '));
    return [said.A, said.B, said.C, beside].every((words) => words.every((word) => this.written.has(word) || this.meet(word)));
  }

  private meet(written: string): boolean {
    const word = written.toLowerCase();
    const isLearnt = word.length >= length.least && word.length <= length.most && !digit.test(word);
    if (isLearnt && !this.learnt.has(word)) return false;
    this.written.add(written);
    return true;
  }
}

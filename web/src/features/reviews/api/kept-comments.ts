import type { NewComment } from '@alianza/contracts/repository/practices';
import type { PracticeField } from '../../../shared/practice/practice-fields.js';
import { useKeptWords } from '../../../shared/session/unsent.js';

function read(words: string): NewComment[] {
  try {
    return JSON.parse(words) as NewComment[];
  } catch {
    return [];
  }
}

/** Comments being written on what was handed in once: one per field, kept in this browser, for who writes them, until they are sent. */
export function useComments(id: string, submission: number) {
  const { words, write: keep, forget } = useKeptWords(`review.${id}.${submission}`, localStorage);
  const comments = read(words);
  const write = (field: PracticeField, text: string) =>
    keep((before) => {
      const others = read(before).filter((comment) => comment.field !== field);
      const next = text === '' ? others : [...others, { field, text }];
      return next.length === 0 ? '' : JSON.stringify(next);
    });
  return {
    comments: comments.filter(({ text }) => text.trim() !== ''),
    of: (field: PracticeField) => comments.find((comment) => comment.field === field)?.text ?? '',
    write,
    forget,
  };
}

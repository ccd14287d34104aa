import type { NewComment } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import type { PracticeField } from '../../../shared/practice/practice-fields.js';

const keyOf = (id: string, submission: number) => `alianza.review.${id}.${submission}`;

function kept(key: string): NewComment[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as NewComment[];
  } catch {
    return [];
  }
}

/** Comments being written on what was handed in once: one per field, kept in this browser until they are sent. */
export function useComments(id: string, submission: number) {
  const key = keyOf(id, submission);
  const [comments, setComments] = useState(() => kept(key));
  const write = (field: PracticeField, text: string) => {
    // from what stands now, since several may be written before the page is drawn again
    setComments((before) => {
      const others = before.filter((comment) => comment.field !== field);
      const next = text === '' ? others : [...others, { field, text }];
      localStorage.setItem(key, JSON.stringify(next));
      return next;
    });
  };
  const forget = () => localStorage.removeItem(key);
  return {
    comments: comments.filter(({ text }) => text.trim() !== ''),
    of: (field: PracticeField) => comments.find((comment) => comment.field === field)?.text ?? '',
    write,
    forget,
  };
}

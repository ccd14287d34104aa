import type { ReviewComment } from '@alianza/contracts/repository/practices';
import { useState } from 'react';
import type { PracticeField } from '../../../shared/practice/practice-fields.js';

const keyOf = (id: string, version: number) => `alianza.review.${id}.${version}`;

function kept(key: string): ReviewComment[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as ReviewComment[];
  } catch {
    return [];
  }
}

/** Comments being written on one version of a practice: one per field, kept in this browser until they are sent. */
export function useComments(id: string, version: number) {
  const key = keyOf(id, version);
  const [comments, setComments] = useState(() => kept(key));
  const write = (field: PracticeField, text: string) => {
    const others = comments.filter((comment) => comment.field !== field);
    const next = text === '' ? others : [...others, { field, text }];
    localStorage.setItem(key, JSON.stringify(next));
    setComments(next);
  };
  const forget = () => localStorage.removeItem(key);
  return {
    comments: comments.filter(({ text }) => text.trim() !== ''),
    of: (field: PracticeField) => comments.find((comment) => comment.field === field)?.text ?? '',
    write,
    forget,
  };
}

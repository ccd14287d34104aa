import type { EditablePractice, PracticeContent } from '@alianza/contracts/repository/practices';
import { useEffect, useRef, useState } from 'react';
import { useKeptWords } from '../../../shared/session/unsent.js';
import { merge, type Merged } from './merge-values.js';
import { judge, valuesOf, type PracticeValues } from './practice-values.js';

interface Kept {
  /** What stood there when it was written. */
  readonly base: PracticeContent;
  readonly values: PracticeValues;
}

/** Whether all that stands in the form stands in `content` already. */
function isSaved(values: PracticeValues, content: PracticeContent): boolean {
  const { content: said, wrong } = judge(values, content);
  return wrong === null && JSON.stringify(said) === JSON.stringify(judge(valuesOf(content), content).content);
}

function begunWith(words: string, content: PracticeContent): Merged | null {
  if (words === '') return null;
  try {
    const { base, values } = JSON.parse(words) as Kept;
    const merged = merge(valuesOf(base), values, valuesOf(content));
    return isSaved(merged.values, content) ? null : merged;
  } catch {
    return null;
  }
}

/** What is not saved of a draft: kept in this tab for who wrote it, and joined to what stands there when it is opened again. */
export function useKeptDraft({ id, content }: EditablePractice) {
  const { words, write, forget: drop } = useKeptWords(`practice.${id}`);
  const [begun] = useState(() => begunWith(words, content));
  const own = useRef(words);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);
  /** Nothing where all is saved. What another editor of the draft keeps stays, once this one was left. */
  const keep = (base: PracticeContent, values: PracticeValues) =>
    write((now) => {
      const isSettled = isSaved(values, base);
      if (now !== own.current && (left.current || isSettled)) return now;
      own.current = isSettled ? '' : JSON.stringify({ base, values } satisfies Kept);
      return own.current;
    });
  return { begun, keep, drop };
}

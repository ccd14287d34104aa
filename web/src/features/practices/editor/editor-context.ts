import type { EditablePractice, ReviewComment, StaleTranslation } from '@alianza/contracts/repository/practices';
import { createContext, use } from 'react';
import type { PracticeField } from '../../../shared/practice/practice-fields.js';
import type { WrongFields } from '../api/practice-values.js';

/** What the fields of the editor must know besides their values. */
export interface Editing {
  readonly practice: EditablePractice;
  readonly wrong: WrongFields;
  /** Somebody read a translation beside its original and found it right. */
  readonly confirm: (translation: StaleTranslation) => Promise<unknown>;
  /** A comment was answered, which is saved apart from what is written. */
  readonly answered: (comment: ReviewComment) => void;
  /** While it is thrown away, nothing of it is saved or kept. */
  readonly throwAway: (discarding: Promise<unknown>) => Promise<void>;
}

const EditingContext = createContext<Editing | null>(null);
export const EditingProvider = EditingContext.Provider;

export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (editing === null) throw new Error('useEditing outside the editor');
  return editing;
}

export const useWrong = (field: PracticeField): string | undefined => useEditing().wrong[field];

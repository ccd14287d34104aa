import { useEffect, useState } from 'react';
import { isProblem } from '../api/problem.js';
import { useApi } from './api.js';

const prefix = 'alianza.unsent.';
/** Comments of a review were kept under the second one. */
const left = [prefix, 'alianza.review.'];

/** Refusals that are answered at the provider's pages, from which one comes back. */
const leadsAway = (error: unknown) => isProblem(error, 'sign-in-too-old') || isProblem(error, 'second-factor-required');

/** Who leaves takes it all along: a tab may be shared, and a browser too. */
export function forgetUnsent(): void {
  for (const storage of [sessionStorage, localStorage])
    for (const key of Object.keys(storage)) if (left.some((one) => key.startsWith(one))) storage.removeItem(key);
}

/** The same whoever asks for it: what one account wrote. */
const useKey = (part: string): string => `${prefix}${useApi().auth?.subject ?? ''}.${part}`;

export interface Unsent {
  /** What was kept on the way out; null for whoever left nothing. */
  readonly begun: string | null;
  readonly keep: (written: string) => (error: unknown) => void;
  readonly forget: () => void;
}

/** Who is sent to sign in again finds there what they were writing: they alone, in this tab, until it is shown or given up. */
export function useUnsent(part: string): Unsent {
  const key = useKey(part);
  const [begun] = useState(() => sessionStorage.getItem(key));
  const forget = () => sessionStorage.removeItem(key);
  useEffect(() => sessionStorage.removeItem(key), [key]);
  const keep = (written: string) => (error: unknown) => {
    if (leadsAway(error)) sessionStorage.setItem(key, written);
  };
  return { begun, keep, forget };
}

/** Words being written to somebody: kept in this tab, or in this browser, for who wrote them, until they are sent. Closed and opened anew they stand there still. */
export function useKeptWords(part: string, storage: Storage = sessionStorage) {
  const key = useKey(part);
  const [words, setWords] = useState(() => storage.getItem(key) ?? '');
  /** From what stands now, since several may be written before the page is drawn again. */
  const write = (next: string | ((before: string) => string)) => {
    const written = typeof next === 'string' ? next : next(storage.getItem(key) ?? '');
    setWords(written);
    try {
      if (written === '') storage.removeItem(key);
      else storage.setItem(key, written);
    } catch {
      // a browser that keeps no more: what is written goes on, and is saved or sent as ever
    }
  };
  const forget = () => storage.removeItem(key);
  return { words, write, forget };
}

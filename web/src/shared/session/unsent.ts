import { useEffect, useState } from 'react';
import { isProblem } from '../api/problem.js';
import { useApi } from './api.js';

const prefix = 'alianza.unsent.';

/** Refusals that are answered at the provider's pages, from which one comes back. */
const leadsAway = (error: unknown) => isProblem(error, 'sign-in-too-old') || isProblem(error, 'second-factor-required');

/** Who leaves takes it all along: a tab may be shared. */
export function forgetUnsent(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

/** The same whoever asks for it: what one account wrote in this tab. */
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

/** Words being written to somebody: kept in this tab, for who wrote them, until they are sent. Closed and opened anew they stand there still. */
export function useKeptWords(part: string) {
  const key = useKey(part);
  const [words, setWords] = useState(() => sessionStorage.getItem(key) ?? '');
  const write = (written: string) => {
    setWords(written);
    if (written === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, written);
  };
  const forget = () => sessionStorage.removeItem(key);
  return { words, write, forget };
}

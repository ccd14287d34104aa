import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { now } from '../../../shared/now.js';
import { emptyApplication, type ApplicationValues } from './application-fields.js';

const pause = 600;
const keyOf = (network: string) => `alianza.application.${network}`;

/** What was written before in this browser, else an empty form. */
export function storedDraft(network: string): ApplicationValues {
  const stored = localStorage.getItem(keyOf(network));
  if (stored === null) return emptyApplication;
  try {
    return { ...emptyApplication, ...(JSON.parse(stored) as Partial<ApplicationValues>) };
  } catch {
    return emptyApplication;
  }
}

/** What is known of whoever was invited, where nothing was written yet. */
export function beginInvited(network: string, known: Partial<ApplicationValues>, invitation: string): void {
  const written = storedDraft(network);
  const said = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== ''));
  localStorage.setItem(keyOf(network), JSON.stringify({ ...written, ...known, ...said, invitation }));
}

export const forgetDraft = (network: string): void => localStorage.removeItem(keyOf(network));

/** Keeps the form in this browser while it is written; says when that last happened. */
export function useKeptDraft(network: string, form: UseFormReturn<ApplicationValues>): Date | null {
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      timer = undefined;
      localStorage.setItem(keyOf(network), JSON.stringify(form.getValues()));
      setSavedAt(now());
    };
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(save, pause);
      },
    });
    // Who leaves or reloads within the pause loses nothing either.
    const saveAtOnce = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      save();
    };
    addEventListener('pagehide', saveAtOnce);
    return () => {
      removeEventListener('pagehide', saveAtOnce);
      clearTimeout(timer);
      stop();
    };
  }, [network, form]);
  return savedAt;
}

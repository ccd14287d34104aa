import type { EditablePractice, StaleTranslation } from '@alianza/contracts/repository/practices';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { isProblem } from '../../../shared/api/problem.js';
import { now } from '../../../shared/now.js';
import { useApi } from '../../../shared/session/api.js';
import { useRemember } from '../../../shared/session/queries.js';
import { judge, merge, valuesOf, type PracticeValues, type WrongFields } from './practice-values.js';

const pause = 1_200;

export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'waiting' | 'saving' }
  /** Some fields cannot be saved as they are. */
  | { readonly kind: 'wrong'; readonly fields: WrongFields }
  /** Somebody else saved in the meantime. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'failed'; readonly error: unknown };

type Form = UseFormReturn<PracticeValues>;

const printOf = (values: PracticeValues, before: EditablePractice) => JSON.stringify(judge(values, before.content).content);

const stateAfter = (error: unknown): SaveState => (isProblem(error, 'version-stale') ? { kind: 'stale' } : { kind: 'failed', error });

/** Saves one state after another, never two at once; `base` is what the service has, as far as it is known here. */
function useSaving(form: Form, first: EditablePractice) {
  const { call } = useApi();
  const remember = useRemember('repository.practices.read', { id: first.id });
  const [saved, setSaved] = useState(first);
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null });
  const base = useRef({ practice: first, print: printOf(valuesOf(first.content), first) });
  const running = useRef<Promise<EditablePractice | null>>(Promise.resolve(first));

  const accept = (practice: EditablePractice) => {
    base.current = { practice, print: printOf(valuesOf(practice.content), practice) };
    remember(practice);
    setSaved(practice);
  };
  const send = async (): Promise<EditablePractice | null> => {
    const { practice, print } = base.current;
    const { content, wrong } = judge(form.getValues(), practice.content);
    if (content === null) {
      setState({ kind: 'wrong', fields: wrong });
      return null;
    }
    if (JSON.stringify(content) !== print) {
      setState({ kind: 'saving' });
      accept(await call('repository.practices.edit', { id: practice.id, content }, { version: practice.version }));
    }
    setState(({ kind, ...before }) => ({ kind: 'saved', at: kind === 'saved' && 'at' in before ? before.at : now() }));
    return base.current.practice;
  };
  const save = (): Promise<EditablePractice | null> => {
    running.current = running.current.then(send).catch((error: unknown) => {
      setState(stateAfter(error));
      return null;
    });
    return running.current;
  };
  /** Saves first, so that what is confirmed is what stands there. */
  const confirm = (translation: StaleTranslation) =>
    save()
      .then((was) => was && call('repository.practices.confirm-translation', { id: first.id, ...translation }, { version: was.version }))
      .then((practice) => practice && accept(practice))
      .catch((error: unknown) => setState(stateAfter(error)));
  /** Brings what somebody else saved, keeps what was changed here, and saves both together. */
  const join = async () => {
    const theirs = await call('repository.practices.read', { id: first.id });
    const merged = merge(valuesOf(base.current.practice.content), form.getValues(), valuesOf(theirs.content));
    accept(theirs);
    form.reset(merged);
    return save();
  };
  return { saved, state, setState, save, join, confirm };
}

/** A draft saves itself a moment after each change, and when it is left. */
export function useAutosave(form: Form, first: EditablePractice) {
  const { saved, state, setState, save, join, confirm } = useSaving(form, first);
  const changed = useEffectEvent(() => setState((before) => (before.kind === 'stale' ? before : { kind: 'waiting' })));
  const leave = useEffectEvent(() => void save());
  const isKept = state.kind === 'saved';

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        changed();
        clearTimeout(timer);
        timer = setTimeout(leave, pause);
      },
    });
    return () => {
      stop();
      if (timer === undefined) return;
      clearTimeout(timer);
      leave();
    };
  }, [form]);

  useEffect(() => {
    if (isKept) return undefined;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [isKept]);
  return { saved, state, save, join, confirm };
}

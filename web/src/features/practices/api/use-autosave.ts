import type { EditablePractice, ReviewComment, StaleTranslation } from '@alianza/contracts/repository/practices';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { isProblem } from '../../../shared/api/problem.js';
import { now } from '../../../shared/now.js';
import { useApi } from '../../../shared/session/api.js';
import { useRemember } from '../../../shared/session/queries.js';
import { merge, type Clash } from './merge-values.js';
import { judge, valuesOf, type Judged, type PracticeValues, type WrongFields } from './practice-values.js';

const pause = 1_200;
/** What got no answer is tried again, each time after twice as long. */
const again = { first: 3_000, longest: 60_000 };

export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'waiting' | 'saving' }
  /** Some fields cannot be saved as they are; perhaps all else is. */
  | { readonly kind: 'wrong'; readonly fields: WrongFields; readonly rest: boolean }
  /** Somebody else saved in the meantime. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'failed'; readonly error: unknown };

export const isPassing = (error: unknown): boolean => isProblem(error) && error.passing;

type Form = UseFormReturn<PracticeValues>;

const printOf = (values: PracticeValues, before: EditablePractice) => JSON.stringify(judge(values, before.content).content);

const stateAfter = (error: unknown): SaveState => (isProblem(error, 'version-stale') ? { kind: 'stale' } : { kind: 'failed', error });

/** Once what can be saved is. */
function settled(before: SaveState, { content, wrong }: Judged): SaveState {
  if (wrong !== null) return { kind: 'wrong', fields: wrong, rest: content !== null };
  return { kind: 'saved', at: before.kind === 'saved' ? before.at : now() };
}

/**
 * Sends one state. One that got no answer was perhaps kept all the same: if that is what stands there, nobody else changed anything, and what was
 * written since goes on top of it.
 */
function useSending() {
  const { call } = useApi();
  const unanswered = useRef(new Set<string>());
  return async (practice: EditablePractice, content: Judged['content'] & object): Promise<EditablePractice> => {
    const { id } = practice;
    const edit = (version: number) => call('repository.practices.edit', { id, content }, { version });
    try {
      return await edit(practice.version);
    } catch (error) {
      if (isPassing(error)) unanswered.current.add(JSON.stringify(content));
      if (!isProblem(error, 'version-stale') || unanswered.current.size === 0) throw error;
      const there = await call('repository.practices.read', { id });
      if (!unanswered.current.has(printOf(valuesOf(there.content), there))) throw error;
      return await edit(there.version);
    }
  };
}

/** Saves one state after another, never two at once; `base` is what the service has, as far as it is known here. */
function useSaving(form: Form, first: EditablePractice) {
  const put = useSending();
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
    const judged = judge(form.getValues(), practice.content);
    const { content, wrong } = judged;
    if (content !== null && JSON.stringify(content) !== print) {
      setState({ kind: 'saving' });
      accept(await put(practice, content));
    }
    setState((before) => settled(before, judged));
    return wrong === null ? base.current.practice : null;
  };
  const save = (): Promise<EditablePractice | null> => {
    running.current = running.current.then(send).catch((error: unknown) => {
      setState(stateAfter(error));
      return null;
    });
    return running.current;
  };
  /** An answer was saved by itself; after what is being saved, so that an older state does not take its place. */
  const answered = (comment: ReviewComment) => {
    running.current = running.current.then((was) => {
      const { practice } = base.current;
      accept({ ...practice, comments: practice.comments.map((one) => (one.id === comment.id ? comment : one)) });
      return was && base.current.practice;
    });
  };
  return { saved, state, setState, save, accept, answered, base };
}

const isSamePlace = (one: Clash, other: Clash) => one.field === other.field && one.lang === other.lang;

/** What else is done with a draft that saves itself. */
function useActs(form: Form, { base, save, accept, setState }: ReturnType<typeof useSaving>, id: string) {
  const { call } = useApi();
  /** Saves first, so that what is confirmed is what stands there. */
  const confirm = (translation: StaleTranslation) =>
    save()
      .then((was) => was && call('repository.practices.confirm-translation', { id, ...translation }, { version: was.version }))
      .then((practice) => practice && accept(practice))
      .catch((error: unknown) => setState(stateAfter(error)));
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  /** Brings what somebody else saved, keeps what was changed here, and saves both together. */
  const join = () =>
    call('repository.practices.read', { id })
      .then((theirs) => {
        const merged = merge(valuesOf(base.current.practice.content), form.getValues(), valuesOf(theirs.content));
        accept(theirs);
        form.reset(merged.values);
        setClashes((before) => [...before.filter((one) => !merged.clashes.some((other) => isSamePlace(one, other))), ...merged.clashes]);
        return save();
      })
      .catch((error: unknown) => setState(stateAfter(error)));
  return { confirm, join, clashes, forgetClashes: () => setClashes([]) };
}

/** Tries what got no answer again by itself. */
function useRepeating(state: SaveState, save: () => void) {
  const wait = useRef(again.first);
  const repeat = useEffectEvent(save);
  useEffect(() => {
    if (state.kind === 'saved') wait.current = again.first;
    if (state.kind !== 'failed' || !isPassing(state.error)) return undefined;
    const timer = setTimeout(() => {
      wait.current = Math.min(2 * wait.current, again.longest);
      repeat();
    }, wait.current);
    return () => clearTimeout(timer);
  }, [state]);
}

/** A draft saves itself a moment after each change, and when it is left. */
export function useAutosave(form: Form, first: EditablePractice) {
  const saving = useSaving(form, first);
  const { saved, state, setState, save, answered } = saving;
  const acts = useActs(form, saving, first.id);
  const changed = useEffectEvent(() => setState((before) => (before.kind === 'stale' ? before : { kind: 'waiting' })));
  const leave = useEffectEvent(() => void save());
  const isKept = state.kind === 'saved';
  useRepeating(state, () => void save());

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
  return { saved, state, save, answered, ...acts };
}

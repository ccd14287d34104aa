import type { EditablePractice, ReviewComment, StaleTranslation } from '@alianza/contracts/repository/practices';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { isProblem } from '../../../shared/api/problem.js';
import { now } from '../../../shared/now.js';
import { useApi } from '../../../shared/session/api.js';
import { useRemember } from '../../../shared/session/queries.js';
import { useKeptDraft } from './kept-draft.js';
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

/** What is being saved of each practice, also by an editor that was left. */
const underway = new Map<string, Promise<EditablePractice | null>>();

function useUnderway(first: EditablePractice) {
  return (next: (was: EditablePractice | null) => Promise<EditablePractice | null> | EditablePractice | null) => {
    const all = (underway.get(first.id) ?? Promise.resolve(first)).then(next);
    underway.set(first.id, all);
    return all;
  };
}

/** What the service has, as far as it is known here. */
function useBase(first: EditablePractice) {
  const remember = useRemember('repository.practices.read', { id: first.id });
  const [saved, setSaved] = useState(first);
  const base = useRef({ practice: first, print: printOf(valuesOf(first.content), first) });
  const accept = (practice: EditablePractice) => {
    base.current = { practice, print: printOf(valuesOf(practice.content), practice) };
    remember(practice);
    setSaved(practice);
  };
  return { base, saved, accept };
}

/** Saves one state after another, never two at once. */
function useSaving(form: Form, first: EditablePractice) {
  const put = useSending();
  const { base, saved, accept } = useBase(first);
  const after = useUnderway(first);
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: null });
  const isGone = useRef(false);
  const { begun, keep, drop } = useKeptDraft(first);
  const [recovers, setRecovers] = useState(begun === null ? 0 : 2);
  const keepUnsaved = () => {
    if (!isGone.current) keep(base.current.practice.content, form.getValues());
  };
  const send = async (): Promise<EditablePractice | null> => {
    if (isGone.current) return null;
    const { practice, print } = base.current;
    const judged = judge(form.getValues(), practice.content);
    const { content, wrong } = judged;
    if (content !== null && JSON.stringify(content) !== print) {
      setState({ kind: 'saving' });
      accept(await put(practice, content));
      setRecovers((before) => Math.max(before - 1, 0));
    }
    keepUnsaved();
    setState((before) => settled(before, judged));
    return wrong === null ? base.current.practice : null;
  };
  const save = (): Promise<EditablePractice | null> => {
    keepUnsaved();
    const failed = (error: unknown) => {
      setState(stateAfter(error));
      return null;
    };
    return after(() => send().catch(failed));
  };
  /** An answer was saved by itself; after what is being saved, so that an older state does not take its place. */
  const answered = (comment: ReviewComment) => {
    void after((was) => {
      const { practice } = base.current;
      accept({ ...practice, comments: practice.comments.map((one) => (one.id === comment.id ? comment : one)) });
      return was && base.current.practice;
    });
  };
  return { saved, state, setState, save, accept, answered, base, begun, keepUnsaved, after, isGone, drop, recovered: recovers > 0 };
}

/** Where a draft begins with what was kept, and where it is thrown away. */
function useEnds(form: Form, saving: ReturnType<typeof useSaving>) {
  const { base, begun, keepUnsaved, after, accept, save, isGone, drop } = saving;
  /** What an editor that was left was still saving is what stands there, and among what was kept of it. */
  const recover = () => {
    if (begun === null) return keepUnsaved();
    form.reset(begun.values);
    void after((was) => {
      if (was !== null && was.version > base.current.practice.version) accept(was);
      return was;
    });
    void save();
  };
  /** What is thrown away is neither saved nor kept meanwhile; it is again where it stays after all. */
  const throwAway = async (discarding: Promise<unknown>): Promise<void> => {
    isGone.current = true;
    try {
      await discarding;
      drop();
    } catch (error) {
      isGone.current = false;
      void save();
      throw error;
    }
  };
  return { recover, throwAway };
}

const isSamePlace = (one: Clash, other: Clash) => one.field === other.field && one.lang === other.lang;

/** What else is done with a draft that saves itself. */
function useActs(form: Form, { base, save, accept, setState, begun }: ReturnType<typeof useSaving>, id: string) {
  const { call } = useApi();
  /** Saves first, so that what is confirmed is what stands there. */
  const confirm = (translation: StaleTranslation) =>
    save()
      .then((was) => was && call('repository.practices.confirm-translation', { id, ...translation }, { version: was.version }))
      .then((practice) => practice && accept(practice))
      .catch((error: unknown) => setState(stateAfter(error)));
  const [clashes, setClashes] = useState<readonly Clash[]>(begun?.clashes ?? []);
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
  const { saved, state, setState, save, answered, recovered } = saving;
  const { recover, throwAway } = useEnds(form, saving);
  const acts = useActs(form, saving, first.id);
  const changed = useEffectEvent(() => setState((before) => (before.kind === 'stale' ? before : { kind: 'waiting' })));
  const leave = useEffectEvent(() => void save());
  const begin = useEffectEvent(recover);
  useEffect(() => begin(), []);
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
  return { saved, state, save, answered, throwAway, recovered, ...acts };
}

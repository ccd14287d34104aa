import type { ImportCounts, ImportFailure, ImportResult, ImportStatus, ImportStep } from '@alianza/contracts/imports/sheet-imports';
import type { ReadSheet } from '../sheets/read-sheet.js';
import type { Unreadable } from '../sheets/sheet.errors.js';
import type { SheetImport, SheetMapping } from './import-entity.js';
import { ImportNotOpenError, ImportStaleError } from './import.errors.js';

type Act = 'take' | 'refuse' | 'map' | 'tellChecked' | 'confirm' | 'finish' | 'fail' | 'resume';
interface Transition {
  readonly from: readonly ImportStatus[];
  /** Null where it depends on where it stopped. */
  readonly to: ImportStatus | null;
}

/** Which act leads from where to where. */
export const transitions: Readonly<Record<Act, Transition>> = {
  take: { from: ['reading'], to: 'read' },
  refuse: { from: ['reading'], to: 'unreadable' },
  map: { from: ['read', 'checking', 'checked'], to: 'checking' },
  tellChecked: { from: ['checking'], to: 'checked' },
  confirm: { from: ['checked'], to: 'applying' },
  finish: { from: ['applying'], to: 'done' },
  fail: { from: ['reading', 'checking', 'applying'], to: 'failed' },
  resume: { from: ['failed'], to: null },
};

function step(one: SheetImport, act: Act, over: Partial<SheetImport>): void {
  const { from, to } = transitions[act];
  const next = to ?? one.stoppedIn ?? null;
  if (!from.includes(one.status) || next === null) throw new ImportNotOpenError(one.status);
  Object.assign(one, { tries: null, ...over, status: next });
}

export interface Deed {
  readonly by: string;
  readonly at: Date;
}

/** What happens to an import, whatever its kind. */
export const importActs = {
  take: (one: SheetImport, { columns, rows }: ReadSheet): void => step(one, 'take', { columns, rows }),

  refuse: (one: SheetImport, failure: Unreadable, at: Date): void => step(one, 'refuse', { failure, finishedAt: at }),

  /** Whatever was checked before holds no more. */
  map: (one: SheetImport, mapping: SheetMapping): void => step(one, 'map', { mapping, counts: null, digest: null, done: 0 }),

  tellChecked: (one: SheetImport, checked: { counts: ImportCounts; digest: string; checkedBy: string }): void =>
    step(one, 'tellChecked', { ...checked, done: one.rows }),

  /** Only what was checked, and while the same holds that it was checked by. */
  confirm(one: SheetImport, { digest, checkedBy }: { digest: string; checkedBy: string }, { by, at }: Deed): void {
    if (one.status !== 'checked') throw new ImportNotOpenError(one.status);
    const before = one.checkedBy ?? checkedBy; // those that were checked before it was kept
    if (digest !== one.digest || checkedBy !== before) throw new ImportStaleError();
    step(one, 'confirm', { done: 0, confirmedBy: by, confirmedAt: at });
  },

  finish: (one: SheetImport, result: ImportResult, at: Date): void => step(one, 'finish', { result, done: one.rows, finishedAt: at }),

  fail: (one: SheetImport, failure: ImportFailure, at: Date): void =>
    step(one, 'fail', { failure, stoppedIn: one.status as ImportStep, finishedAt: at }),

  /** From here on whoever says so is who writes: the one who confirmed it may be gone. Still nothing is written by other terms than were checked. */
  resume(one: SheetImport, checkedBy: string, { by, at }: Deed): void {
    const applying = one.stoppedIn === 'applying';
    if (applying && checkedBy !== (one.checkedBy ?? checkedBy)) throw new ImportStaleError();
    const confirmed = applying ? { confirmedBy: by, confirmedAt: at } : {};
    step(one, 'resume', { ...confirmed, failure: null, finishedAt: null });
    one.stoppedIn = null;
  },

  /** Its rows are forgotten, and the first of their cells with them: nothing is left to go on with. */
  close(one: SheetImport): void {
    one.columns = one.columns.map((column) => ({ ...column, samples: [] }));
    one.reportKey = null;
    one.stoppedIn = null;
  },
};

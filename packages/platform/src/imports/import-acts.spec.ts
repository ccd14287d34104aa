import { describe, expect, it } from '@jest/globals';
import { ImportStatus } from '@alianza/contracts/imports/sheet-imports';
import { importActs, transitions } from './import-acts.js';
import type { SheetImport } from './import-entity.js';

const at = new Date(Date.UTC(2026, 1, 27));
const [ana, luz] = ['01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-00000000000b'] as const;
const counts = { create: 1, change: 0, same: 0, error: 0 };
const one = (over: Partial<SheetImport>) =>
  ({
    ...{
      id: ana,
      networkId: ana,
      status: 'checked',
      name: 'hoja.csv',
      type: 'text/plain',
      size: 1,
      sha256: '',
      stagedKey: '',
      columns: [],
    },
    ...{ rows: 3, done: 3, fallback: 'es', begunBy: ana, begunAt: at, version: 1, counts, digest: 'd', checkedBy: 'c' },
    ...over,
  }) as SheetImport;
const mapping = { fields: ['name_es'] };
const acts = {
  take: (sheet) => importActs.take(sheet, { columns: [], rows: 2, lines: [] }),
  refuse: (sheet) => importActs.refuse(sheet, 'damaged', at),
  map: (sheet) => importActs.map(sheet, mapping),
  tellChecked: (sheet) => importActs.tellChecked(sheet, { counts, digest: 'd', checkedBy: 'c' }),
  confirm: (sheet) => importActs.confirm(sheet, { digest: 'd', checkedBy: 'c' }, { by: ana, at }),
  finish: (sheet) => importActs.finish(sheet, { created: 1, changed: 0, same: 0, skipped: 0, failed: 0 }, at),
  fail: (sheet) => importActs.fail(sheet, 'stuck', at),
  resume: (sheet) => importActs.resume(sheet, 'c', { by: luz, at }),
} satisfies Record<keyof typeof transitions, (sheet: SheetImport) => void>;

describe('an import', () => {
  it.each(Object.keys(transitions) as (keyof typeof transitions)[])('bears %s only from where it leads on', (act) => {
    for (const status of ImportStatus.options) {
      const sheet = one({ status, stoppedIn: status === 'failed' ? 'applying' : null });
      if (!transitions[act].from.includes(status)) expect(() => acts[act](sheet)).toThrow('import-not-open');
      else {
        acts[act](sheet);
        expect([status, act, sheet.status]).toEqual([status, act, transitions[act].to ?? 'applying']);
      }
    }
  });

  it('is confirmed by its digest, and while the same holds that it was checked by', () => {
    expect(() => importActs.confirm(one({}), { digest: 'other', checkedBy: 'c' }, { by: ana, at })).toThrow('import-stale');
    expect(() => importActs.confirm(one({}), { digest: 'd', checkedBy: 'other' }, { by: ana, at })).toThrow('import-stale');
    const before = one({ checkedBy: null });
    importActs.confirm(before, { digest: 'd', checkedBy: 'any' }, { by: ana, at });
    expect(before.status).toBe('applying');
  });

  it.each(['reading', 'checking', 'applying'] as const)('that stopped in %s goes on there, once, as whoever says so', (status) => {
    const sheet = one({ status, tries: 8, confirmedBy: status === 'applying' ? ana : null });
    importActs.fail(sheet, 'stuck', at);
    expect(sheet).toMatchObject({ status: 'failed', failure: 'stuck', stoppedIn: status, finishedAt: at, tries: null });
    importActs.resume(sheet, 'c', { by: luz, at });
    expect(sheet).toMatchObject({
      status,
      failure: null,
      stoppedIn: null,
      finishedAt: null,
      confirmedBy: status === 'applying' ? luz : null,
    });
    expect(() => importActs.resume(sheet, 'c', { by: luz, at })).toThrow('import-not-open');
  });

  it('goes on writing only by the terms it was checked by', () => {
    const sheet = one({ status: 'failed', stoppedIn: 'applying', checkedBy: 'c' });
    expect(() => importActs.resume(sheet, 'other', { by: luz, at })).toThrow('import-stale');
    expect(sheet.status).toBe('failed');
  });

  it('whose rows are forgotten does not go on', () => {
    const column = { header: 'Correo', samples: ['ana@example.org'], proposed: null };
    const sheet = one({ status: 'failed', stoppedIn: 'applying', reportKey: 'membership/x', columns: [column] });
    importActs.close(sheet);
    expect(sheet).toMatchObject({ status: 'failed', reportKey: null, columns: [{ header: 'Correo', samples: [] }] });
    expect(() => importActs.resume(sheet, 'c', { by: luz, at })).toThrow('import-not-open');
  });
});

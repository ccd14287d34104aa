import type { ImportField } from '@alianza/contracts/imports/import-columns';
import type { PracticeImport } from '@alianza/contracts/repository/imports';
import { fieldLabel } from './import-values.js';
import type { ImportKind } from './import-kind.js';

/** Sheets of practices become records of the network. */
export const practiceKind: ImportKind = {
  operations: {
    begin: 'repository.imports.begin',
    list: 'repository.imports.list',
    get: 'repository.imports.get',
    rows: 'repository.imports.rows',
    report: 'repository.imports.report',
    confirm: 'repository.imports.confirm',
    resume: 'repository.imports.resume',
  },
  alsoChanges: ['repository.practices'],
  purpose: 'practice-sheet',
  path: 'secretaria/importaciones',
  keys: {
    title: 'imports.title',
    lede: 'imports.lede',
    noneText: 'imports.noneText',
    one: 'imports.one',
    titleColumn: 'imports.check.titleColumn',
    noTitle: 'imports.check.noTitle',
    confirm: 'imports.check.confirm',
    applying: 'imports.apply.running',
  },
  doneKeys: {
    created: 'imports.done.created',
    changed: 'imports.done.changed',
    same: 'imports.done.same',
    failed: 'imports.done.failed',
    skipped: 'imports.done.skipped',
  },
  consequence: (text, it) => {
    const { mapping } = it as PracticeImport;
    return mapping && text(mapping.as === 'published' ? 'imports.check.asPublished' : 'imports.check.asDrafts');
  },
  fieldLabel: (text, field) => fieldLabel(text, field as ImportField),
  recordPath: (row) => ('practiceId' in row && row.practiceId !== null ? `miembro/practicas/${row.practiceId}` : null),
  seenAt: (it) =>
    (it as PracticeImport).mapping?.as === 'drafts'
      ? { path: 'miembro/practicas?estado=draft', key: 'imports.done.seeDrafts' }
      : { path: 'practicas?sort=newest', key: 'imports.done.seePublished' },
};

import type { ImportField } from '@alianza/contracts/imports/import-columns';
import type { PracticeImport } from '@alianza/contracts/repository/imports';
import { importsOf, operationsOf } from '../api/import-kind.js';
import { fieldLabel } from '../practices/practice-values.js';
import { Templates } from '../practices/templates.js';
import { PracticeMappingStep } from '../practices/practice-mapping-step.js';

/** Sheets of practices become records of the network. */
export const Component = importsOf({
  operations: operationsOf('repository.imports'),
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
  done: (text, what, count) => text(`imports.done.${what}`, { count }),
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
  Beside: Templates,
  mapping: (it, onChecked) => <PracticeMappingStep it={it as PracticeImport} onChecked={onChecked} />,
});

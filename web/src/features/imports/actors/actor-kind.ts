import type { ImportKind } from '../api/import-kind.js';

/** Sheets of organisations come onto the map of actors. */
export const actorKind: ImportKind = {
  operations: {
    begin: 'membership.actor-imports.begin',
    list: 'membership.actor-imports.list',
    get: 'membership.actor-imports.get',
    rows: 'membership.actor-imports.rows',
    report: 'membership.actor-imports.report',
    confirm: 'membership.actor-imports.confirm',
    resume: 'membership.actor-imports.resume',
  },
  alsoChanges: ['membership.organizations', 'membership.actors'],
  purpose: 'actor-sheet',
  path: 'secretaria/actores/importar',
  keys: {
    title: 'actorImports.title',
    lede: 'actorImports.lede',
    noneText: 'actorImports.noneText',
    one: 'actorImports.one',
    titleColumn: 'memberImports.check.titleColumn',
    noTitle: 'memberImports.check.noTitle',
    confirm: 'memberImports.check.confirm',
    applying: 'memberImports.apply.running',
  },
  doneKeys: {
    created: 'memberImports.done.created',
    changed: 'memberImports.done.changed',
    same: 'memberImports.done.same',
    failed: 'memberImports.done.failed',
    skipped: 'memberImports.done.skipped',
  },
  consequence: (text) => text('actorImports.check.result'),
  fieldLabel: (text, field) => text(`actorImports.field.${field}`),
  recordPath: (row) => ('actorId' in row && row.actorId !== null ? `secretaria/actores?abierta=${row.actorId}` : null),
  seenAt: () => ({ path: 'secretaria/actores', key: 'actorImports.done.see' }),
};

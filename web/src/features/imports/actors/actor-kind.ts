import { operationsOf, type ImportKind } from '../api/import-kind.js';

/** Sheets of organisations come onto the map of actors. */
export const actorKind: ImportKind = {
  operations: operationsOf('membership.actor-imports'),
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
  done: (text, what, count) => text(`memberImports.done.${what}`, { count }),
  consequence: (text) => text('actorImports.check.result'),
  fieldLabel: (text, field) => text(`actorImports.field.${field}`),
  recordPath: (row) => ('actorId' in row && row.actorId !== null ? `secretaria/actores?abierta=${row.actorId}` : null),
  seenAt: () => ({ path: 'secretaria/actores', key: 'actorImports.done.see' }),
};

import { operationsOf, type ImportKind } from '../api/import-kind.js';

/** Sheets of organisations become members of the network. */
export const memberKind: ImportKind = {
  operations: operationsOf('membership.imports'),
  alsoChanges: ['membership.organizations', 'membership.members'],
  purpose: 'member-sheet',
  path: 'secretaria/importar-integrantes',
  keys: {
    title: 'memberImports.title',
    lede: 'memberImports.lede',
    noneText: 'memberImports.noneText',
    one: 'memberImports.one',
    titleColumn: 'memberImports.check.titleColumn',
    noTitle: 'memberImports.check.noTitle',
    confirm: 'memberImports.check.confirm',
    applying: 'memberImports.apply.running',
  },
  done: (text, what, count) => text(`memberImports.done.${what}`, { count }),
  consequence: (text) => text('memberImports.check.result'),
  fieldLabel: (text, field) => text(`memberImports.field.${field}`),
  recordPath: (row) =>
    'organizationId' in row && row.organizationId !== null ? `secretaria/integrantes?abierta=${row.organizationId}` : null,
  seenAt: () => ({ path: 'secretaria/integrantes', key: 'memberImports.done.see' }),
};

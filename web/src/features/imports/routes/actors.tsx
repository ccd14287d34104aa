import type { ActorImport } from '@alianza/contracts/membership/imports/actors';
import { importsOf, operationsOf } from '../api/import-kind.js';
import { ActorColumns } from '../actors/known-columns.js';
import { ActorMappingStep } from '../actors/actor-mapping-step.js';

/** Sheets of organisations come onto the map of actors. */
export const Component = importsOf({
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
  Beside: ActorColumns,
  mapping: (it, onChecked) => <ActorMappingStep it={it as ActorImport} onChecked={onChecked} />,
});

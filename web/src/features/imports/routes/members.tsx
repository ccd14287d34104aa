import type { MemberImport } from '@alianza/contracts/membership/imports/members';
import { importsOf, operationsOf } from '../api/import-kind.js';
import { MemberColumns } from '../members/known-columns.js';
import { MemberMappingStep } from '../members/member-mapping-step.js';

/** Sheets of organisations become members of the network. */
export const Component = importsOf({
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
  changing: 'memberImports.check.changing',
  done: (text, what, count) => text(`memberImports.done.${what === 'changed' ? 'touched' : what}`, { count }),
  consequence: (text, { counts }) =>
    [text('memberImports.check.result'), counts?.invited ? text('memberImports.check.invited', { count: counts.invited }) : '']
      .join(' ')
      .trim(),
  fieldLabel: (text, field) => text(`memberImports.field.${field}`),
  recordPath: (row) =>
    'organizationId' in row && row.organizationId !== null ? `secretaria/integrantes?abierta=${row.organizationId}` : null,
  seenAt: () => ({ path: 'secretaria/integrantes', key: 'memberImports.done.see' }),
  Beside: MemberColumns,
  mapping: (it, onChecked) => <MemberMappingStep it={it as MemberImport} onChecked={onChecked} />,
});

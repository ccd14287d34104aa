import type { MemberImport, MemberMapping } from '@alianza/contracts/membership/imports/members';
import { useState } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { OrganizationColumns } from '../organizations/organization-columns.js';
import { memberFieldGroups, saysWho } from './member-values.js';

const proposedFor = ({ mapping, columns }: MemberImport): MemberMapping => ({
  fields: mapping?.fields ?? columns.map(({ proposed }) => proposed),
  category: mapping?.category ?? null,
});

/** What a sheet does not say of those that are new. */
function CategoryQuestion({ category, onChoose }: { category: string | null; onChoose: (category: string | null) => void }) {
  const text = useText();
  const { categories } = useNetwork();
  return (
    <Ask id="category" label={text('memberImports.mapping.category')} help={text('memberImports.mapping.categoryHelp')}>
      {(control) => (
        <select {...control} value={category ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
          <option value="">{text('memberImports.mapping.categoryNone')}</option>
          {categories
            .filter(({ ended }) => !ended)
            .map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
        </select>
      )}
    </Ask>
  );
}

/** What each column is, and how those that are new take part. */
export function MemberMappingStep({ it, onChecked }: { it: MemberImport; onChecked: () => void }) {
  const text = useText();
  const map = useWrite('membership.imports.map');
  const [chosen, choose] = useState(() => proposedFor(it));
  const run = () => map.mutate({ input: { id: it.id, mapping: chosen } }, { onSuccess: onChecked });
  return (
    <OrganizationColumns
      columns={it.columns}
      groups={memberFieldGroups}
      fields={chosen.fields}
      onFields={(fields) => choose((before) => ({ ...before, fields }))}
      said={text('memberImports.mapping.text')}
      needed={saysWho(chosen.fields)}
      check={{ run, error: map.error, isPending: map.isPending }}
    >
      <CategoryQuestion category={chosen.category} onChoose={(category) => choose((before) => ({ ...before, category }))} />
    </OrganizationColumns>
  );
}

import type { MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import type { MemberImport, MemberMapping } from '@alianza/contracts/membership/imports';
import { useState } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { Failure } from '../../../shared/page/failure.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { CheckButton } from '../components/mapping-step.js';
import { MappingTable } from '../components/mapping-table.js';
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
          {categories.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Ask>
  );
}

/** What each column is: proposed by its heading, corrected by a person. */
export function MemberMappingStep({ it, onChecked }: { it: MemberImport; onChecked: () => void }) {
  const text = useText();
  const map = useWrite('membership.imports.map');
  const [chosen, choose] = useState(() => proposedFor(it));
  const setField = (place: number, field: MemberImportField | null) =>
    choose((before) => ({
      ...before,
      fields: it.columns.map((_column, index) => (index === place ? field : (before.fields[index] ?? null))),
    }));
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    map.mutate({ input: { id: it.id, mapping: chosen } }, { onSuccess: onChecked });
  };
  return (
    <section aria-labelledby="mapping-title" className="form-col">
      <h2 id="mapping-title">{text('imports.mapping.title')}</h2>
      <p>
        {text('memberImports.mapping.text')} {text('memberImports.mapping.empty-cells')}
      </p>
      <form className="form" noValidate onSubmit={submit}>
        <MappingTable columns={it.columns} groups={memberFieldGroups} fields={chosen.fields} onChange={setField} />
        <CategoryQuestion category={chosen.category} onChoose={(category) => choose((before) => ({ ...before, category }))} />
        {map.error && <Failure error={map.error} title={text('imports.oneFailed')} />}
        <CheckButton needed={saysWho(chosen.fields)} missing={text('memberImports.mapping.noName')} busy={map.isPending} />
      </form>
    </section>
  );
}

import type { ReactNode } from 'react';
import { Failure } from '../../../shared/page/failure.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { AnyImport } from '../api/import-kind.js';
import { CheckButton } from '../components/check-button.js';
import { MappingTable, type FieldGroups } from '../components/mapping-table.js';

interface Props<Field extends string> {
  readonly columns: AnyImport['columns'];
  readonly groups: FieldGroups<Field>;
  readonly fields: readonly (Field | null)[];
  readonly onFields: (fields: (Field | null)[]) => void;
  /** What is taken of the sheet and what is not, in words. */
  readonly said: string;
  /** Whether it says whom it is about. */
  readonly needed: boolean;
  readonly check: { readonly run: () => void; readonly error: Error | null; readonly isPending: boolean };
  /** What else the kind asks. */
  readonly children?: ReactNode;
}

/** What each column of a sheet of organisations is: proposed by its heading, corrected by a person. */
export function OrganizationColumns<Field extends string>(props: Props<Field>) {
  const text = useText();
  const { columns, groups, fields, onFields, said, needed, check, children } = props;
  const setField = (place: number, field: Field | null) =>
    onFields(columns.map((_column, index) => (index === place ? field : (fields[index] ?? null))));
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    check.run();
  };
  return (
    <section aria-labelledby="mapping-title" className="form-col">
      <h2 id="mapping-title">{text('imports.mapping.title')}</h2>
      <p>
        {said} {text('memberImports.mapping.empty-cells')}
      </p>
      <form className="form" noValidate onSubmit={submit}>
        <MappingTable columns={columns} groups={groups} fields={fields} onChange={setField} />
        {children}
        {check.error && <Failure error={check.error} title={text('imports.mapping.failed')} />}
        <CheckButton needed={needed} missing={text('memberImports.mapping.noName')} busy={check.isPending} />
      </form>
    </section>
  );
}

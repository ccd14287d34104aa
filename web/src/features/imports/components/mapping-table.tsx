import { listOf } from '../../../shared/format/lists.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useImportKind, type AnyImport } from '../api/import-kind.js';

/** What columns can be, as a list of choices shows them: under headings. */
export type FieldGroups<Field extends string> = readonly (readonly [heading: string, fields: readonly Field[]])[];

interface ChoiceProps<Field extends string> {
  readonly label: string;
  readonly groups: FieldGroups<Field>;
  readonly value: Field | null;
  readonly taken: ReadonlySet<Field>;
  readonly onChoose: (field: Field | null) => void;
}

/** What one column is; what another column is already cannot be chosen again. */
function FieldChoice<Field extends string>({ label, groups, value, taken, onChoose }: ChoiceProps<Field>) {
  const text = useText();
  const { fieldLabel } = useImportKind();
  return (
    <select aria-label={label} value={value ?? ''} onChange={(event) => onChoose((event.target.value || null) as Field | null)}>
      <option value="">{text('imports.mapping.ignore')}</option>
      {groups.map(([heading, fields]) => (
        <optgroup key={heading} label={text(heading)}>
          {fields.map((field) => (
            <option key={field} value={field} disabled={field !== value && taken.has(field)}>
              {fieldLabel(text, field)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

/** Columns with something in them that nothing takes: said before the rows are checked. */
function LeftOut({ columns, fields }: { columns: AnyImport['columns']; fields: readonly (string | null)[] }) {
  const text = useText();
  const names = columns.flatMap(({ header, samples }, place) =>
    samples.length > 0 && (fields[place] ?? null) === null ? [header || text('imports.mapping.unnamed', { place: place + 1 })] : [],
  );
  return (
    <div role="status">
      {names.length > 0 && (
        <p className="hint">{text('imports.mapping.leftOut', { count: names.length, names: listOf(text.lang, names) })}</p>
      )}
    </div>
  );
}

interface Props<Field extends string> {
  readonly columns: AnyImport['columns'];
  readonly groups: FieldGroups<Field>;
  readonly fields: readonly (Field | null)[];
  readonly onChange: (place: number, field: Field | null) => void;
}

/** Each column of the sheet with what stands in it, and what it is. */
export function MappingTable<Field extends string>({ columns, groups, fields, onChange }: Props<Field>) {
  const text = useText();
  const taken = new Set(fields.filter((field) => field !== null));
  return (
    <>
      <table className="table queue mapping">
        <caption className="sr">{text('imports.mapping.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('imports.mapping.header')}</th>
            <th scope="col">{text('imports.mapping.sample')}</th>
            <th scope="col">{text('imports.mapping.field')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ header, samples }, place) => {
            const name = header || text('imports.mapping.unnamed', { place: place + 1 });
            return (
              <tr key={place}>
                <th scope="row">{name}</th>
                <td data-th={text('imports.mapping.sample')} className="minor">
                  {samples.length === 0 ? text('imports.mapping.empty') : samples.join(' · ')}
                </td>
                <td>
                  <FieldChoice
                    label={text('imports.mapping.fieldOf', { header: name })}
                    groups={groups}
                    value={fields[place] ?? null}
                    taken={taken}
                    onChoose={(field) => onChange(place, field)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <LeftOut columns={columns} fields={fields} />
    </>
  );
}

import type { ImportField } from '@alianza/contracts/import-columns';
import type { PracticeImport } from '@alianza/contracts/repository/imports';
import { useText } from '../../../shared/texts/use-text.js';
import { fieldGroups, fieldLabel } from '../api/import-values.js';

interface ChoiceProps {
  readonly label: string;
  readonly value: ImportField | null;
  readonly taken: ReadonlySet<ImportField>;
  readonly onChoose: (field: ImportField | null) => void;
}

/** What one column is; what another column is already cannot be chosen again. */
function FieldChoice({ label, value, taken, onChoose }: ChoiceProps) {
  const text = useText();
  return (
    <select aria-label={label} value={value ?? ''} onChange={(event) => onChoose((event.target.value || null) as ImportField | null)}>
      <option value="">{text('imports.mapping.ignore')}</option>
      {fieldGroups.map(([group, fields]) => (
        <optgroup key={group} label={text(`imports.mapping.group.${group}`)}>
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

interface Props {
  readonly columns: PracticeImport['columns'];
  readonly fields: readonly (ImportField | null)[];
  readonly onChange: (place: number, field: ImportField | null) => void;
}

/** Each column of the sheet with what stands in it, and what it is. */
export function MappingTable({ columns, fields, onChange }: Props) {
  const text = useText();
  const taken = new Set(fields.filter((field) => field !== null));
  return (
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
  );
}

import { usePlace } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';
import { useImportKind } from '../api/import-kind.js';
import type { FieldGroups } from '../components/mapping-table.js';

interface Props {
  readonly groups: FieldGroups<string>;
  /** What it cannot do without, in words. */
  readonly said: string;
  /** Name of the workbook to fill in. */
  readonly template: string;
}

/** What a sheet of organisations can hold. */
export function KnownColumns({ groups, said, template }: Props) {
  const text = useText();
  const { fieldLabel } = useImportKind();
  const { network, lang } = usePlace();
  return (
    <section aria-labelledby="columns-title" className="form-col">
      <h2 id="columns-title">{text('memberImports.columns.title')}</h2>
      <p>{said}</p>
      <p>
        <a href={`/${network}/datos-abiertos/${template}.xlsx?lang=${lang}`} download>
          {text('memberImports.template.get')}
        </a>
      </p>
      {groups.map(([heading, fields]) => (
        <div key={heading}>
          <h3>{text(heading)}</h3>
          <p className="quiet-text">{fields.map((field) => fieldLabel(text, field)).join(' · ')}</p>
        </div>
      ))}
    </section>
  );
}

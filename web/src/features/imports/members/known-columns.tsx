import { useText } from '../../../shared/texts/use-text.js';
import { memberFieldGroups } from './member-values.js';

/** What a sheet of members can hold. */
export function KnownColumns() {
  const text = useText();
  return (
    <section aria-labelledby="columns-title" className="form-col">
      <h2 id="columns-title">{text('memberImports.columns.title')}</h2>
      <p>{text('memberImports.columns.text')}</p>
      {memberFieldGroups.map(([heading, fields]) => (
        <div key={heading}>
          <h3>{text(heading)}</h3>
          <p className="quiet-text">{fields.map((field) => text(`memberImports.field.${field}`)).join(' · ')}</p>
        </div>
      ))}
    </section>
  );
}

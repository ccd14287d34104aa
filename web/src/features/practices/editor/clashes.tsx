import { useId } from 'react';
import { languageName } from '../../../shared/format/names.js';
import { fieldLabels } from '../../../shared/practice/practice-fields.js';
import { useText } from '../../../shared/texts/use-text.js';
import type { Clash } from '../api/merge-values.js';

/** What the other person wrote, to be read and copied. */
function Theirs({ clash: { field, lang, theirs } }: { clash: Clash }) {
  const text = useText();
  const id = useId();
  const label = text(fieldLabels[field]) + (lang === null ? '' : ` (${languageName(text.lang, lang)})`);
  if (theirs === null) return <li>{label}</li>;
  if (theirs.trim() === '') return <li>{text('practiceForm.joined.emptied', { field: label })}</li>;
  return (
    <li>
      <label htmlFor={id}>{text('practiceForm.joined.theirs', { field: label })}</label>
      <textarea id={id} className="input" rows={2} lang={lang ?? undefined} readOnly value={theirs} />
    </li>
  );
}

/** After two versions were brought together: where both people had changed the same. */
export function Clashes({ clashes, onSeen }: { readonly clashes: readonly Clash[]; readonly onSeen: () => void }) {
  const text = useText();
  return (
    <div className="notice">
      <p role="status">{text('practiceForm.joined.text')}</p>
      <ul className="clashes">
        {clashes.map((clash) => (
          <Theirs key={`${clash.field}.${clash.lang ?? ''}`} clash={clash} />
        ))}
      </ul>
      <button className="button second" type="button" onClick={onSeen}>
        {text('practiceForm.joined.seen')}
      </button>
    </div>
  );
}

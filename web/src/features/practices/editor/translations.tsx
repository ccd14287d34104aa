import type { EditablePractice } from '@alianza/contracts/repository/practices';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { languageName } from '../../../shared/format/names.js';
import { fieldLabels, proseFields, type ProseField } from '../../../shared/practice/practice-fields.js';
import { useText } from '../../../shared/texts/use-text.js';
import { leadToField } from './lead-to-field.js';

interface Standing {
  readonly written: readonly ProseField[];
  readonly missing: readonly ProseField[];
  readonly old: readonly ProseField[];
}

/** How much of what the original says is said in another language. */
function standingOf({ content, stale }: EditablePractice, lang: PortalLanguage): Standing {
  const written = proseFields.filter((field) => content[field]?.[content[field].original] !== undefined);
  return {
    written,
    missing: written.filter((field) => content[field]?.[lang] === undefined),
    old: written.filter((field) => stale.some((one) => one.field === field && one.language === lang)),
  };
}

function Fields({ fields, lang }: { fields: readonly ProseField[]; lang: PortalLanguage }) {
  const text = useText();
  return (
    <ul className="missing-fields">
      {fields.map((field) => (
        <li key={field}>
          <button className="link" type="button" onClick={() => leadToField(field, lang)}>
            {text(fieldLabels[field])}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The translation of a practice: how much of it there is, what is missing, what is older than its original. */
export function Translations({ practice }: { practice: EditablePractice }) {
  const text = useText();
  const lang: PortalLanguage = practice.content.title.original === 'en' ? 'es' : 'en';
  const { written, missing, old } = standingOf(practice, lang);
  const label = text('practiceForm.translation.title', { language: languageName(text.lang, lang) });
  return (
    <section>
      <h3>{label}</h3>
      <progress className="progress" value={written.length - missing.length} max={Math.max(1, written.length)} aria-label={label} />
      <p>{text('practiceForm.translation.filled', { filled: written.length - missing.length, total: written.length })}</p>
      {old.length > 0 && (
        <>
          <p>{text('practiceForm.translation.old')}</p>
          <Fields fields={old} lang={lang} />
        </>
      )}
      {missing.length > 0 && missing.length < written.length && (
        <>
          <p>{text('practiceForm.translation.missing')}</p>
          <Fields fields={missing} lang={lang} />
        </>
      )}
    </section>
  );
}

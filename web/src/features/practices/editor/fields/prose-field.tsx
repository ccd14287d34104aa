import type { PortalLanguage } from '@alianza/contracts/shapes';
import { useFormContext } from 'react-hook-form';
import { Ask, Count, type ControlProps } from '../../../../shared/forms/ask.js';
import { languageName } from '../../../../shared/format/names.js';
import { fieldLabels, type ProseField as Field } from '../../../../shared/practice/practice-fields.js';
import { useText } from '../../../../shared/texts/use-text.js';
import { longest, type PracticeValues } from '../../api/practice-values.js';
import { useEditing, useWrong } from '../editor-context.js';
import { FieldNotes } from './field-notes.js';
import { fieldHelp, wrongInWords } from './field-words.js';
import { MarkButtons } from './mark-buttons.js';

interface Side {
  readonly field: Field;
  readonly lang: PortalLanguage;
  readonly control: ControlProps | { readonly id: string; readonly 'aria-label': string };
}

function Written({ field, lang, control }: Side) {
  const { register, watch } = useFormContext<PracticeValues>();
  const name = `prose.${field}.${lang}` as const;
  const used = watch(name).length;
  const props = { ...control, ...register(name), lang, className: 'input' };
  return (
    <>
      {field === 'title' ? <input {...props} /> : <textarea {...props} />}
      <Count used={used} limit={longest[field]} />
    </>
  );
}

/** How a translation stands beside its original: not there, older than it, or as it should be. */
function Standing({ field, lang }: { field: Field; lang: PortalLanguage }) {
  const text = useText();
  const { watch } = useFormContext<PracticeValues>();
  const { practice } = useEditing();
  const original = watch('original');
  const [source, own] = [watch(`prose.${field}.${original}`), watch(`prose.${field}.${lang}`)];
  if (lang === original) return <small>{text('practiceForm.side.original')}</small>;
  if (own.trim() === '') return source.trim() === '' ? null : <small>{text('practiceForm.side.empty')}</small>;
  const old = practice.stale.some((one) => one.field === field && one.language === lang);
  return old && <small className="is-old">{text('practiceForm.side.old')}</small>;
}

/** An old translation that still says the same is old no more. */
function StillRight({ field, lang }: { field: Field; lang: PortalLanguage }) {
  const text = useText();
  const { practice, confirm } = useEditing();
  if (!practice.stale.some((one) => one.field === field && one.language === lang)) return null;
  return (
    <p>
      <button className="link" type="button" onClick={() => void confirm({ field, language: lang })}>
        {text('practiceForm.side.stillRight')}
        <span className="sr">: {text(fieldLabels[field])}</span>
      </button>
    </p>
  );
}

function Column({ field, lang, control }: Side) {
  const text = useText();
  const label = text(fieldLabels[field]);
  const language = text(`frame.language.${lang}`);
  return (
    <div>
      <p className="side">
        <span>{language}</span> <Standing field={field} lang={lang} />
      </p>
      {field !== 'title' && field !== 'summary' && <MarkButtons fieldId={control.id} name={`${label}, ${language}`} />}
      <Written field={field} lang={lang} control={control} />
      <StillRight field={field} lang={lang} />
    </div>
  );
}

/** A text beside its translation: the original first. */
export function ProseField({ field }: { field: Field }) {
  const text = useText();
  const { watch } = useFormContext<PracticeValues>();
  const wrong = useWrong(field);
  const original = watch('original');
  const label = text(fieldLabels[field]);
  const translation: PortalLanguage = original === 'es' ? 'en' : 'es';
  const help = fieldHelp[field];
  const name = text('practiceForm.side.translation', { field: label, language: languageName(text.lang, translation) });
  return (
    <Ask
      id={field}
      label={label}
      help={help && text(help)}
      error={wrong && wrongInWords(text, field, wrong)}
      note={<FieldNotes field={field} />}
    >
      {(control) => (
        <div className="translated" key={original}>
          <Column field={field} lang={original} control={control} />
          <Column field={field} lang={translation} control={{ id: `${field}-${translation}`, 'aria-label': name }} />
        </div>
      )}
    </Ask>
  );
}

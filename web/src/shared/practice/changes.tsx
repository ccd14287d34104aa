import type { FieldChange, TextPart } from '@alianza/contracts/repository/publication/differences';
import { licenceName } from '@alianza/contracts/repository/publication/licences';
import { Fragment } from 'react';
import { countryName, languageName } from '../format/names.js';
import { useText } from '../texts/use-text.js';
import { foreign } from './localized.js';
import { fieldLabels, type PracticeField } from './practice-fields.js';

/** Characters of an unchanged stretch that are shown on each side of what changed. */
const around = 90;

/** What stayed, as far as it is needed to find one's place. */
function shortened(text: string, place: 'first' | 'between' | 'last'): string {
  const [head, tail] = [place === 'first' ? 0 : around, place === 'last' ? 0 : around];
  if (text.length <= head + tail + 20) return text;
  return `${text.slice(0, head)}… ${tail === 0 ? '' : text.slice(-tail)}`;
}

/** Marked by a line, a sign and a word, never by colour alone. */
function Part({ kind, children }: { kind: 'added' | 'removed'; children: string }) {
  const text = useText();
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <span className="sr"> {text(kind === 'added' ? 'versions.is' : 'versions.was')} </span>
      {children}
      <span className="sr"> ({text('versions.end')}) </span>
    </Mark>
  );
}

function Words({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ kind, text }, at) => {
    const place = at === 0 ? 'first' : at === parts.length - 1 ? 'last' : 'between';
    const key = `${String(at)} ${kind}`;
    if (kind === 'same') return <span key={key}>{shortened(text, place)}</span>;
    return (
      <Fragment key={key}>
        <Part kind={kind}>{text.trimEnd()}</Part>{' '}
      </Fragment>
    );
  });
}

const families: Partial<Record<PracticeField, string>> = {
  type: 'practiceType',
  fiveRs: 'fiveR',
  populations: 'population',
  priorityAreas: 'priorityArea',
  level: 'level',
  sector: 'sector',
  evidence: 'evidence',
};

/** A code of a field, in words. */
function useNamed(field: PracticeField): (code: string) => string {
  const text = useText();
  const family = families[field];
  if (field === 'countries') return (code) => countryName(text.lang, code);
  if (field === 'licence') return licenceName;
  if (field === 'sourceLanguages') return (code) => languageName(text.lang, code);
  return (code) => (family === undefined ? code : text(`taxonomy.${family}.${code}`));
}

function Values({ field, added, removed }: Pick<FieldChange, 'field' | 'added' | 'removed'>) {
  const named = useNamed(field);
  return (
    <ul>
      {removed.map((code) => (
        <li key={`- ${code}`}>
          <Part kind="removed">{named(code)}</Part>
        </li>
      ))}
      {added.map((code) => (
        <li key={`+ ${code}`}>
          <Part kind="added">{named(code)}</Part>
        </li>
      ))}
    </ul>
  );
}

/** What changed in each field: words that went and came in their place. */
export function Changes({ changes }: { changes: readonly FieldChange[] }) {
  const text = useText();
  return (
    <div className="changes">
      {changes.map(({ field, texts, added, removed }) => (
        <section key={field}>
          <h3>{text(fieldLabels[field])}</h3>
          {texts.map(({ language, parts }) => (
            <p key={language} lang={foreign(language, text.lang)}>
              {language !== text.lang && <small className="minor">{languageName(text.lang, language)} · </small>}
              <Words parts={parts} />
            </p>
          ))}
          {added.length + removed.length > 0 && <Values field={field} added={added} removed={removed} />}
        </section>
      ))}
    </div>
  );
}

import { organizationColumns, practiceColumns, replicationColumns, type ColumnKind } from '@alianza/contracts/open-data';
import type { Text } from '@alianza/texts/text';
import { listOf } from '../../shared/format/lists.js';
import { useText } from '../../shared/texts/use-text.js';

type Columns = readonly (readonly [string, ColumnKind])[];

interface Entry {
  readonly names: string[];
  readonly kind: ColumnKind;
  /** Of the text in the catalogue. */
  readonly field: string;
  /** Languages that have a column each; none where the column is in no language. */
  readonly langs: string[];
}

const inLanguage = /^(?<field>[a-z]+)_(?<lang>es|en|fr|pt)$/;

/** A field's columns in several languages are explained together. */
function entriesOf(columns: Columns): Entry[] {
  const entries = new Map<string, Entry>();
  for (const [name, kind] of columns) {
    const { field = name, lang } = inLanguage.exec(name)?.groups ?? {};
    const entry = entries.get(field) ?? { names: [], kind, field, langs: [] };
    entry.names.push(name);
    if (lang !== undefined) entry.langs.push(lang);
    entries.set(field, entry);
  }
  return [...entries.values()];
}

function meaningOf({ field, langs }: Entry, text: Text): string {
  const meaning = text(`openData.column.${field}`);
  if (langs.length === 0) return meaning;
  const named = langs.map((lang) => text(`openData.language.${lang}`));
  return text('openData.inLanguage', { meaning, language: listOf(text.lang, named) });
}

function DictionaryTable({ columns, title }: { columns: Columns; title: string }) {
  const text = useText();
  const [kindHead, meaningHead] = [text('openData.dictionary.kind'), text('openData.dictionary.meaning')];
  return (
    <table className="table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{text('openData.dictionary.column')}</th>
          <th scope="col">{meaningHead}</th>
          <th scope="col">{kindHead}</th>
        </tr>
      </thead>
      <tbody>
        {entriesOf(columns).map((entry) => (
          <tr key={entry.field}>
            <td className="code">
              {entry.names.map((name) => (
                <div key={name}>{name}</div>
              ))}
            </td>
            <td data-th={meaningHead}>{meaningOf(entry, text)}</td>
            <td data-th={kindHead}>{text(`openData.kind.${entry.kind}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What each column of the files says. */
export function DictionaryTables() {
  const text = useText();
  return (
    <section className="part" aria-labelledby="diccionario">
      <header>
        <h2 id="diccionario">{text('openData.dictionary.title')}</h2>
      </header>
      <div className="pair">
        <DictionaryTable columns={practiceColumns} title={text('openData.dictionary.practices')} />
        <div>
          <DictionaryTable columns={organizationColumns} title={text('openData.dictionary.organizations')} />
          <DictionaryTable columns={replicationColumns} title={text('openData.dictionary.replications')} />
        </div>
      </div>
    </section>
  );
}

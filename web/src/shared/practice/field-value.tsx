import type { PracticeContent } from '@alianza/contracts/repository/practices';
import type { Localized } from '@alianza/contracts/shapes';
import type { Text } from '@alianza/texts/text';
import { inList, listOf } from '../format/lists.js';
import { countryName, languageName } from '../format/names.js';
import { Markdown } from '../markdown/markdown.js';
import { EvidenceSteps } from '../parts/evidence-steps.js';
import { useText } from '../texts/use-text.js';
import { foreign, read } from './localized.js';
import { isFilled, isProse, type PracticeField } from './practice-fields.js';

function Prose({ value, short }: { value: Localized; short: boolean }) {
  const { lang } = useText();
  const given = read(value, lang);
  const marked = foreign(given.lang, lang);
  if (short) return <p lang={marked}>{given.text}</p>;
  return (
    <div className="written">
      <Markdown source={given.text} lang={marked} />
    </div>
  );
}

function Sources({ sources }: { sources: PracticeContent['sources'] }) {
  return (
    <ul>
      {sources.map(({ title, url, publisher }) => (
        <li key={title + (url ?? '')}>
          {url === null ? (
            <cite>{title}</cite>
          ) : (
            <a href={url} rel="noopener nofollow">
              {title}
            </a>
          )}
          {publisher !== null && <small>, {publisher}</small>}
        </li>
      ))}
    </ul>
  );
}

type Listed = 'fiveRs' | 'populations' | 'countries' | 'sourceLanguages' | 'organizations' | 'sdgTargets';

const namers: Record<Listed, (text: Text, codes: readonly string[]) => readonly string[]> = {
  fiveRs: (text, codes) =>
    inList(
      text.lang,
      codes.map((code) => text(`taxonomy.fiveR.${code}`)),
    ),
  populations: (text, codes) =>
    inList(
      text.lang,
      codes.map((code) => text(`taxonomy.population.${code}`)),
    ),
  countries: (text, codes) => codes.map((code) => countryName(text.lang, code)),
  sourceLanguages: (text, codes) => codes.map((code) => languageName(text.lang, code)),
  organizations: (_text, names) => names,
  sdgTargets: (_text, codes) => codes,
};

function namedOf(content: PracticeContent, field: PracticeField, text: Text): string {
  if (field in namers) return listOf(text.lang, namers[field as Listed](text, content[field as Listed]));
  if (field === 'type') return text(`taxonomy.practiceType.${content.type}`);
  if (field === 'level') return text(`taxonomy.level.${String(content.level)}`);
  if (field === 'sector') return text(`taxonomy.sector.${String(content.sector)}`);
  const value = content[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What a practice says under one field, for reading. */
export function FieldValue({ content, field }: { content: PracticeContent; field: PracticeField }) {
  const text = useText();
  if (!isFilled(content, field)) return <p className="missing">{text('frame.notRecorded')}</p>;
  const value = content[field];
  if (isProse(field)) return <Prose value={value as Localized} short={field === 'title'} />;
  if (field === 'evidence') return <EvidenceSteps level={content.evidence} />;
  if (field === 'sources') return <Sources sources={content.sources} />;
  return <p>{namedOf(content, field, text)}</p>;
}

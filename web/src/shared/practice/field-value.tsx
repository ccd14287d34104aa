import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { licenceName, usualLicence } from '@alianza/contracts/repository/publication/licences';
import type { Language, Localized } from '@alianza/contracts/shapes';
import { conceptKey } from '@alianza/texts/network-text';
import type { Text } from '@alianza/texts/text';
import { inList, listOf } from '../format/lists.js';
import { countryName, languageName, sdgTargetName } from '../format/names.js';
import { Markdown } from '../markdown/markdown.js';
import { EvidenceSteps } from '../parts/evidence-steps.js';
import { useText } from '../texts/use-text.js';
import { Attachments, Pictures } from './record-files.js';
import { foreign, read } from './localized.js';
import { isFilled, isProse, type PracticeField } from './practice-fields.js';

const languages = ['es', 'en', 'fr', 'pt'] as const satisfies readonly Language[];

function Written({ source, lang, short }: { source: string; lang: string | undefined; short: boolean }) {
  if (short) return <p lang={lang}>{source}</p>;
  return (
    <div className="written">
      <Markdown source={source} lang={lang} />
    </div>
  );
}

/** In the language of the page where it is written in that; every other language one press away. */
function Prose({ value, short }: { value: Localized; short: boolean }) {
  const text = useText();
  const given = read(value, text.lang);
  const others = languages.filter((lang) => lang !== given.lang && value[lang] !== undefined);
  return (
    <>
      <Written source={given.text} lang={foreign(given.lang, text.lang)} short={short} />
      {others.map((lang) => (
        <details key={lang}>
          <summary>{text('practiceForm.inLanguage', { language: languageName(text.lang, lang) })}</summary>
          <Written source={value[lang] ?? ''} lang={lang} short={short} />
        </details>
      ))}
    </>
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

type Listed = 'fiveRs' | 'populations' | 'priorityAreas' | 'countries' | 'sourceLanguages' | 'organizations' | 'sdgTargets';

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
  priorityAreas: (text, codes) =>
    inList(
      text.lang,
      codes.map((code) => text(conceptKey('priorityArea', code))),
    ),
  countries: (text, codes) => codes.map((code) => countryName(text.lang, code)),
  sourceLanguages: (text, codes) => codes.map((code) => languageName(text.lang, code)),
  organizations: (_text, names) => names,
  sdgTargets: (text, codes) => codes.map((code) => sdgTargetName(text, code)),
};

function namedOf(content: PracticeContent, field: PracticeField, text: Text): string {
  if (field in namers) return listOf(text.lang, namers[field as Listed](text, content[field as Listed] ?? []));
  if (field === 'type') return text(`taxonomy.practiceType.${content.type}`);
  if (field === 'level') return text(`taxonomy.level.${String(content.level)}`);
  if (field === 'sector') return text(`taxonomy.sector.${String(content.sector)}`);
  if (field === 'licence') return licenceName(content.licence ?? usualLicence);
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
  if (field === 'pictures') return <Pictures pictures={content.pictures ?? []} />;
  if (field === 'attachments') return <Attachments attachments={content.attachments ?? []} />;
  if (field === 'sdgTargets') return <p>{namers.sdgTargets(text, content.sdgTargets).join('; ')}</p>;
  if (field === 'sources') return <Sources sources={content.sources} />;
  return <p>{namedOf(content, field, text)}</p>;
}

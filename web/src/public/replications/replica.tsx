import type { PublishedReplication } from '@alianza/contracts/repository/replications';
import { countryName } from '../../shared/format/names.js';
import { Markdown } from '../../shared/markdown/markdown.js';
import { placeInWords } from '../../shared/parts/place-in-words.js';
import { useText } from '../../shared/texts/use-text.js';
import { whenInWords } from '../practice/when-in-words.js';

type Props = { readonly replication: PublishedReplication };

/** "Perú, 2026" beside who it was. */
export function WhereAndWhen({ replication }: Props) {
  const text = useText();
  const { place, country, startYear, endYear } = replication;
  const where = placeInWords({ place, countries: [countryName(text.lang, country)], international: '' });
  const isDated = startYear !== null || endYear !== null;
  return (
    <>
      {where}
      {isDated && `. ${whenInWords(text, { type: 'good-practice', startYear, endYear })}`}
    </>
  );
}

function Told({ label, source, lang }: { label: string; source: string | null; lang: string | undefined }) {
  if (source === null) return null;
  return (
    <div>
      <p>
        <b>{label}</b>
      </p>
      <Markdown source={source} lang={lang} />
    </div>
  );
}

function Source({ replication: { source } }: Props) {
  const text = useText();
  if (source === null) return null;
  const said = source.publisher === null ? source.title : `${source.title}, ${source.publisher}`;
  const [before = '', after = ''] = text('replications.record.source', { source: '\u0000' }).split('\u0000');
  return (
    <p className="quiet-text">
      {before}
      {source.url === null ? (
        said
      ) : (
        <a href={source.url} rel="noopener nofollow">
          {said}
        </a>
      )}
      {after}
    </p>
  );
}

/** What was changed, what came of it and how one knows. */
export function ReplicaWords({ replication }: Props) {
  const text = useText();
  const { adaptation, result, languages } = replication;
  return (
    <>
      <Told label={text('replications.record.adaptation')} source={adaptation} lang={languages.adaptation} />
      <Told label={text('replications.record.result')} source={result} lang={languages.result} />
      <Source replication={replication} />
    </>
  );
}

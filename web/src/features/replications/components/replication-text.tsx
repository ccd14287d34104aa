import type { Replication } from '@alianza/contracts/repository/replications';
import type { Localized } from '@alianza/contracts/shapes';
import { countryName } from '../../../shared/format/names.js';
import { Markdown } from '../../../shared/markdown/markdown.js';
import { placeInWords } from '../../../shared/parts/place-in-words.js';
import { foreign, read } from '../../../shared/practice/localized.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';

type Level = 2 | 3;

function Said({ title, value, level }: { title: string; value: Localized | null; level: Level }) {
  const Heading = `h${level}` as const;
  const text = useText();
  const said = value && read(value, text.lang);
  return (
    <section>
      <Heading>{title}</Heading>
      {said ? <Markdown source={said.text} lang={foreign(said.lang, text.lang)} /> : <p>{text('replications.sheet.notSaid')}</p>}
    </section>
  );
}

function Source({ source }: Pick<Replication['content'], 'source'>) {
  const text = useText();
  if (source === null) return <p>{text('replications.sheet.notSaid')}</p>;
  const said = source.publisher === null ? source.title : `${source.title}, ${source.publisher}`;
  if (source.url === null) return <p>{said}</p>;
  return (
    <p>
      <a href={source.url} rel="noopener nofollow">
        {said}
      </a>
    </p>
  );
}

/** What was told, as the other side reads it. */
export function ReplicationText({ replication, level }: { replication: Replication; level: Level }) {
  const Heading = `h${level}` as const;
  const text = useText();
  const address = useAddress();
  const { content, practice, organization } = replication;
  const { country, place, startYear, endYear } = content;
  const years = [startYear, endYear].filter((year) => year !== null).join('–');
  return (
    <>
      <dl className="pairs">
        <dt>{text('replications.own.practice')}</dt>
        <dd>
          <a href={address(`practicas/${practice.slug}`)}>{practice.title}</a>
        </dd>
        <dt>{text('replications.own.who')}</dt>
        <dd>{organization.name}</dd>
        <dt>{text('replications.sheet.where')}</dt>
        <dd>{placeInWords({ place, countries: [countryName(text.lang, country)], international: '' })}</dd>
        <dt>{text('replications.sheet.years')}</dt>
        <dd>{years === '' ? text('replications.sheet.notSaid') : years}</dd>
      </dl>
      <Said title={text('replications.form.adaptation')} value={content.adaptation} level={level} />
      <Said title={text('replications.form.result')} value={content.result} level={level} />
      <section>
        <Heading>{text('replications.form.source')}</Heading>
        <Source source={content.source} />
      </section>
    </>
  );
}

import type { MemberFile } from '@alianza/contracts/membership/directory/members';
import { regionOf } from '@alianza/contracts/membership/directory/regions';
import { Fragment, type ReactNode } from 'react';
import { dateInWords } from '../../../shared/format/dates.js';
import { inList, listOf } from '../../../shared/format/lists.js';
import { countryName, languageName } from '../../../shared/format/names.js';
import { foreign, read } from '../../../shared/practice/localized.js';
import { useNetwork } from '../../../shared/session/network.js';
import { useAddress } from '../../../shared/session/place.js';
import { useText } from '../../../shared/texts/use-text.js';

type Props = { readonly member: MemberFile };

function usePairs({ member }: Props): [string, ReactNode][] {
  const text = useText();
  const { categories } = useNetwork();
  const { acronym, sector, country, category, languages, website } = member;
  const region = regionOf(member);
  const languagesSaid = languages.map((code) => languageName(text.lang, code));
  return [
    ['acronym', acronym],
    ['sector', text(`taxonomy.sector.${sector}`)],
    ['country', country && countryName(text.lang, country)],
    ['region', region && text(`taxonomy.region.${region}`)],
    ['category', category && (categories.find(({ code }) => code === category)?.label ?? category)],
    ['languages', languages.length > 0 && listOf(text.lang, languagesSaid)],
    [
      'website',
      website && (
        <a href={website} rel="noopener nofollow">
          {website.replace(/^https?:\/\//, '')}
        </a>
      ),
    ],
  ];
}

/** What of it the public reads. */
function Shown({ member }: Props) {
  const text = useText();
  const address = useAddress();
  if (!member.listed || member.status === 'withdrawn') return <>{text('members.file.notListed')}</>;
  const fields = member.shows.map((field) => text(`members.own.show.${field}`));
  return (
    <>
      {fields.length === 0 ? text('members.file.showsNone') : listOf(text.lang, inList(text.lang, fields))}
      {'. '}
      <a href={address(`organizaciones/${member.slug}`)}>{text('members.file.page')}</a>
    </>
  );
}

function Decided({ member: { status, decided } }: Props) {
  const text = useText();
  const { zone } = useNetwork();
  if (decided === null) return null;
  const date = dateInWords(text.lang, decided.at, zone);
  return <p>{text('members.file.since', { status: text(`members.status.${status}`), date, reason: decided.reason })}</p>;
}

/** What an organisation is, and what of it the public reads. */
export function MemberFacts({ member }: Props) {
  const text = useText();
  const pairs = usePairs({ member });
  const work = member.work && read(member.work, text.lang);
  return (
    <>
      <Decided member={member} />
      <dl className="pairs">
        {pairs.map(([field, value]) => (
          <Fragment key={field}>
            <dt>{text(`members.column.${field}`)}</dt>
            <dd>{value || text('members.unsaid')}</dd>
          </Fragment>
        ))}
        <dt>{text('members.file.shows')}</dt>
        <dd>
          <Shown member={member} />
        </dd>
      </dl>
      {work && (
        <section>
          <h3>{text('members.file.work')}</h3>
          <p className="said" lang={foreign(work.lang, text.lang)}>
            {work.text}
          </p>
        </section>
      )}
      {member.links.length > 0 && (
        <section>
          <h3>{text('members.file.links')}</h3>
          <ul>
            {member.links.map(({ title, url }) => (
              <li key={url}>
                <a href={url} rel="noopener nofollow">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import { dateInWords } from '../../shared/format/dates.js';
import { listOf } from '../../shared/format/lists.js';
import { countryName, languageName } from '../../shared/format/names.js';
import { useText } from '../../shared/texts/use-text.js';
import { SmallMap } from '../practice/small-map.js';
import type { OrganizationProps } from './organization-page.js';
import { useRelation } from './relation.js';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const text = useText();
  return (
    <div>
      <dt>{text(`organizations.fact.${name}`)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const withoutScheme = (address: string) => address.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** What it is to the network, and where. */
export function OrganizationFacts({ organization, visit }: OrganizationProps) {
  const text = useText();
  const { acronym, sector, country, region, languages, website, categorySince, formerNames } = organization;
  const relation = useRelation(organization, visit.network.categories);
  const since = categorySince && dateInWords(text.lang, categorySince, visit.network.zone);
  return (
    <dl>
      <Fact name="relation">{since === null ? relation : text('organizations.since', { relation, date: since })}</Fact>
      <Fact name="sector">{text(`taxonomy.sector.${sector}`)}</Fact>
      {country !== null && (
        <Fact name="country">
          {countryName(text.lang, country)}
          <SmallMap countries={[country]} />
        </Fact>
      )}
      {region !== null && <Fact name="region">{text(`taxonomy.region.${region}`)}</Fact>}
      {languages.length > 0 && (
        <Fact name="languages">
          {listOf(
            text.lang,
            languages.map((code) => languageName(text.lang, code)),
          )}
        </Fact>
      )}
      {acronym !== null && <Fact name="acronym">{acronym}</Fact>}
      {formerNames.length > 0 && <Fact name="formerNames">{formerNames.join(', ')}</Fact>}
      {website !== null && (
        <Fact name="website">
          <a href={website} rel="noopener">
            {withoutScheme(website)}
          </a>
        </Fact>
      )}
    </dl>
  );
}

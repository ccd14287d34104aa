import { conceptKey } from '@alianza/texts/network-text';
import { Fragment, type ReactNode } from 'react';
import { dateInWords } from '../../shared/format/dates.js';
import { inList, listOf, sentenceCase } from '../../shared/format/lists.js';
import { countryName, goalOf, languageName } from '../../shared/format/names.js';
import { EvidenceSteps } from '../../shared/parts/evidence-steps.js';
import { placeInWords } from '../../shared/parts/place-in-words.js';
import { useText } from '../../shared/texts/use-text.js';
import { persistentAddress } from '../citations/reference.js';
import type { AddressByName } from '../organization/named-organizations.js';
import { OrganizationNames } from '../organization/organization-names.js';
import { HelpLink } from '../statements/help-link.js';
import { licenceAddress, licenceName } from '@alianza/contracts/repository/publication/licences';
import { notRecorded } from './not-recorded.js';
import type { PracticeProps } from './practice-page.js';
import { SmallMap } from './small-map.js';
import { whenInWords } from './when-in-words.js';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const text = useText();
  return (
    <div>
      <dt>{text(`practice.fact.${name}`)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Values joined in a sentence, or that there are none. */
function useListed() {
  const text = useText();
  return (values: readonly string[], joined: 'commas' | 'sentence' = 'commas') => {
    if (values.length === 0) return sentenceCase(text.lang, text('frame.notRecorded'));
    return joined === 'commas' ? values.join(', ') : listOf(text.lang, values);
  };
}

interface Known {
  /** Of the pages of organisations that the record names. */
  readonly addresses: AddressByName;
}

function Subject({ practice, addresses }: Pick<PracticeProps, 'practice'> & Known) {
  const text = useText();
  const listed = useListed();
  const { lang } = text;
  const isDated = practice.startYear !== null || practice.endYear !== null;
  const countries = practice.countries.map((code) => countryName(lang, code));
  const populations = inList(
    lang,
    practice.populations.map((one) => text(`taxonomy.population.${one}`)),
  );
  const areas = practice.priorityAreas?.map((one) => text(conceptKey('priorityArea', one))) ?? [];
  return (
    <>
      <Fact name="where">
        {placeInWords({ place: practice.place, countries, international: text('results.international') })}
        <SmallMap countries={practice.countries} />
      </Fact>
      <Fact name="when">{isDated ? whenInWords(text, practice) : listed([])}</Fact>
      <Fact name="who">
        {practice.organizations.length === 0 ? listed([]) : <OrganizationNames names={practice.organizations} addresses={addresses} />}
      </Fact>
      <Fact name="sector">{listed(practice.sector === null ? [] : [text(conceptKey('sector', practice.sector))])}</Fact>
      <Fact name="forWhom">{listed(populations)}</Fact>
      {areas.length > 0 && <Fact name="priorityAreas">{areas.join('; ')}</Fact>}
    </>
  );
}

function Trust({ practice, visit }: PracticeProps) {
  const text = useText();
  const listed = useListed();
  const languages = practice.sourceLanguages.map((code) =>
    code === 'mul' ? text('practice.severalLanguages') : languageName(text.lang, code),
  );
  const goals = [...Map.groupBy(practice.sdgTargets, goalOf)];
  return (
    <>
      {practice.type === 'good-practice' && (
        <Fact name="evidence">
          <EvidenceSteps level={practice.evidence} /> <HelpLink about="evidence" visit={visit} />
        </Fact>
      )}
      <Fact name="sdg">
        {goals.length === 0
          ? listed([])
          : goals.map(([goal, targets], at) => (
              <Fragment key={goal}>
                {at > 0 && '; '}
                <a href={`${visit.addressOf('practicas')}?sdg=${goal}`}>{`${goal}. ${text(`taxonomy.sdg.${goal}`)}`}</a>
                {text('practice.sdgTargets', { count: targets.length, targets: listed(targets, 'sentence') })}
              </Fragment>
            ))}
      </Fact>
      <Fact name="languages">{sentenceCase(text.lang, listed(languages, 'sentence'))}</Fact>
    </>
  );
}

/** What whoever handed it in agreed to; nothing where nobody did. */
function Terms({ practice: { terms }, visit }: PracticeProps) {
  const text = useText();
  if (terms === null) return null;
  const version = String(terms.version);
  return (
    <>
      {' '}
      <a href={visit.addressOf(`condiciones/${version}`)}>{text('practice.terms', { version })}</a>,{' '}
      {text('practice.termsAccepted', { date: dateInWords(text.lang, terms.acceptedAt, visit.network.zone) })}
    </>
  );
}

function Record({ practice, visit, addresses }: PracticeProps & Known) {
  const text = useText();
  const missing = notRecorded(practice).map((field) => text(`practice.field.${field}`));
  const licence = licenceAddress(practice.licence);
  const identifier = persistentAddress(practice, visit);
  const owner = practice.owner ?? visit.network.name;
  const date = dateInWords(text.lang, practice.publishedAt, visit.network.zone);
  return (
    <>
      <Fact name="owner">
        <OrganizationNames names={[owner]} addresses={addresses} />
        {practice.onBehalf && <small className="minor"> {text('practice.onBehalf', { owner })}</small>}
      </Fact>
      <Fact name="licence">
        {licence === null ? (
          practice.licence
        ) : (
          <a href={licence} rel="license noopener">
            {licenceName(practice.licence)}
          </a>
        )}
        . {text('practice.granted', { owner })}
        <Terms practice={practice} visit={visit} />
      </Fact>
      <Fact name="identifier">
        <a className="identifier" href={identifier}>
          {identifier}
        </a>
      </Fact>
      <Fact name="record">
        {text('practice.version', { version: String(practice.version), date })}{' '}
        {practice.verifiedAt !== null && practice.verifiedAt !== practice.publishedAt && (
          <>{text('versions.verified', { date: dateInWords(text.lang, practice.verifiedAt, visit.network.zone) })} </>
        )}
        {practice.confirmedAt !== null && (
          <>{text('versions.confirmed', { date: dateInWords(text.lang, practice.confirmedAt, visit.network.zone) })} </>
        )}
        <a href={visit.addressOf(`practicas/${practice.slug}/versiones`)}>{text('versions.all')}</a>.
        {missing.length > 0 && ` ${text('practice.notRecorded', { fields: listOf(text.lang, missing) })}`}
      </Fact>
    </>
  );
}

/** Facts of the record, and how far they can be relied on. */
export function FactsPanel({ practice, visit, addresses, children }: PracticeProps & Known & { readonly children?: ReactNode }) {
  const text = useText();
  return (
    <>
      <dl>
        <Subject practice={practice} addresses={addresses} />
        <Trust practice={practice} visit={visit} />
        {children}
        <Record practice={practice} visit={visit} addresses={addresses} />
      </dl>
      <section className="buttons" hidden data-needs-script>
        <button className="button second" type="button" data-print>
          {text('practice.print')}
        </button>
      </section>
    </>
  );
}

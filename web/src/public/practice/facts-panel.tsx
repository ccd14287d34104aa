import type { ReactNode } from 'react';
import { dateInWords } from '../../shared/format/dates.js';
import { inList, listOf, sentenceCase } from '../../shared/format/lists.js';
import { countryName, languageName } from '../../shared/format/names.js';
import { EvidenceSteps } from '../../shared/parts/evidence-steps.js';
import { placeInWords } from '../../shared/parts/place-in-words.js';
import { useText } from '../../shared/texts/use-text.js';
import { persistentAddress } from '../citations/reference.js';
import { licenceAddress, licenceName } from './licence.js';
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

function Subject({ practice }: Pick<PracticeProps, 'practice'>) {
  const text = useText();
  const listed = useListed();
  const { lang } = text;
  const isDated = practice.startYear !== null || practice.endYear !== null;
  const countries = practice.countries.map((code) => countryName(lang, code));
  const populations = inList(
    lang,
    practice.populations.map((one) => text(`taxonomy.population.${one}`)),
  );
  return (
    <>
      <Fact name="where">
        {placeInWords({ place: practice.place, countries, international: text('results.international') })}
        <SmallMap countries={practice.countries} />
      </Fact>
      <Fact name="when">{isDated ? whenInWords(text, practice) : listed([])}</Fact>
      <Fact name="who">{listed(practice.organizations)}</Fact>
      <Fact name="forWhom">{listed(populations)}</Fact>
    </>
  );
}

function Trust({ practice }: Pick<PracticeProps, 'practice'>) {
  const text = useText();
  const listed = useListed();
  const languages = practice.sourceLanguages.map((code) =>
    code === 'mul' ? text('practice.severalLanguages') : languageName(text.lang, code),
  );
  return (
    <>
      {practice.type === 'good-practice' && (
        <Fact name="evidence">
          <EvidenceSteps level={practice.evidence} />
        </Fact>
      )}
      <Fact name="sdg">{listed(practice.sdgTargets, 'sentence')}</Fact>
      <Fact name="languages">{sentenceCase(text.lang, listed(languages, 'sentence'))}</Fact>
    </>
  );
}

function Record({ practice, visit }: PracticeProps) {
  const text = useText();
  const missing = notRecorded(practice).map((field) => text(`practice.field.${field}`));
  const licence = licenceAddress(practice.licence);
  const identifier = persistentAddress(practice, visit);
  const owner = practice.owner ?? visit.network.name;
  const date = dateInWords(text.lang, practice.publishedAt, visit.network.zone);
  return (
    <>
      <Fact name="owner">{owner}</Fact>
      <Fact name="licence">
        {licence === null ? (
          practice.licence
        ) : (
          <a href={licence} rel="license noopener">
            {licenceName(practice.licence)}
          </a>
        )}
        . {text('practice.granted', { owner })}
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
        <a href={visit.addressOf(`practicas/${practice.slug}/versiones`)}>{text('versions.all')}</a>.
        {missing.length > 0 && ` ${text('practice.notRecorded', { fields: listOf(text.lang, missing) })}`}
      </Fact>
    </>
  );
}

/** Facts of the record, and how far they can be relied on. */
export function FactsPanel({ practice, visit, children }: PracticeProps & { readonly children?: ReactNode }) {
  const text = useText();
  return (
    <>
      <dl>
        <Subject practice={practice} />
        <Trust practice={practice} />
        {children}
        <Record practice={practice} visit={visit} />
      </dl>
      <section className="buttons" hidden data-needs-script>
        <button className="button second" type="button" data-print>
          {text('practice.print')}
        </button>
      </section>
    </>
  );
}

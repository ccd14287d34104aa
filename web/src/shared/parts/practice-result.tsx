import type { FoundPractice } from '@alianza/contracts/repository/search';
import { countryName } from '../format/names.js';
import { sentenceCase } from '../format/lists.js';
import { FiveRs } from '../mark/five-rs.js';
import { useText } from '../texts/use-text.js';
import { EvidenceSteps } from './evidence-steps.js';
import { Highlighted } from './highlighted.js';
import { placeInWords } from './place-in-words.js';

/** A record beside another says nothing of its replications. */
type Shown = Omit<FoundPractice, 'replications'> & Partial<Pick<FoundPractice, 'replications'>>;

interface Props {
  readonly practice: Shown;
  readonly href: string;
  readonly level: 2 | 3;
}

function Found({ practice, field }: { practice: Shown; field: 'title' | 'summary' }) {
  const found = practice.highlights.find((one) => one.field === field && one.text === practice[field]);
  return <Highlighted text={practice[field]} ranges={found?.ranges ?? []} />;
}

/** Where the words are neither in the title nor in the summary: a passage of the field that has them, under its name. */
function Passage({ practice }: { practice: Shown }) {
  const text = useText();
  const found = practice.highlights.find(({ field }) => field !== 'title' && field !== 'summary');
  if (found === undefined) return null;
  const { before = false, after = false } = found.cut ?? {};
  return (
    <p className="quiet-text">
      {text(`practiceForm.field.${found.field}`)}:{' '}
      <span lang={practice.languages[found.field]}>
        {before && '… '}
        <Highlighted text={found.text} ranges={found.ranges} />
        {after && ' …'}
      </span>
    </p>
  );
}

function Facts({ practice }: { practice: Shown }) {
  const text = useText();
  const { lang } = text;
  const countries = practice.countries.map((code) => countryName(lang, code));
  const { replications: repeated = 0 } = practice;
  const verbs = practice.fiveRs.map((arm) => text(`taxonomy.fiveR.${arm}`).toLocaleLowerCase(lang));
  return (
    <p className="facts">
      <span>{placeInWords({ place: practice.place, countries, international: text('results.international') })}</span>
      <span>{practice.startYear ?? text('results.noYear')}</span>
      {verbs.length > 0 && <span>{sentenceCase(lang, verbs.join(', '))}</span>}
      {practice.type === 'good-practice' && <EvidenceSteps level={practice.evidence} named />}
      {repeated > 0 && <span>{text('replications.fact.times', { count: repeated })}</span>}
    </p>
  );
}

/** A practice that was found: its mark in the margin, kind, title, two lines, facts. */
export function PracticeResult({ practice, href, level }: Props) {
  const text = useText();
  const Heading = level === 2 ? 'h2' : 'h3';
  const languages = practice.languages;
  return (
    <li className="result">
      <FiveRs touched={practice.fiveRs} />
      <div>
        <p className="kind">{text(`taxonomy.practiceType.${practice.type}`)}</p>
        <Heading lang={languages.title}>
          <a href={href} hrefLang={languages.title}>
            <Found practice={practice} field="title" />
          </a>
        </Heading>
        <p lang={languages.summary}>
          <Found practice={practice} field="summary" />
        </p>
        <Passage practice={practice} />
        <Facts practice={practice} />
      </div>
    </li>
  );
}

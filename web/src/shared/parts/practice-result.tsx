import type { FoundPractice, Highlight } from '@alianza/contracts/repository/search';
import { countryName } from '../format/names.js';
import { sentenceCase } from '../format/lists.js';
import { FiveRs } from '../mark/five-rs.js';
import { useText } from '../texts/use-text.js';
import { EvidenceSteps } from './evidence-steps.js';
import { Highlighted } from './highlighted.js';
import { placeInWords } from './place-in-words.js';

interface Props {
  readonly practice: FoundPractice;
  readonly href: string;
  readonly level: 2 | 3;
}

function Found({ practice, field }: { practice: FoundPractice; field: Highlight['field'] }) {
  const found = practice.highlights.find((one) => one.field === field && one.text === practice[field]);
  return <Highlighted text={practice[field]} ranges={found?.ranges ?? []} />;
}

function Facts({ practice }: { practice: FoundPractice }) {
  const text = useText();
  const { lang } = text;
  const countries = practice.countries.map((code) => countryName(lang, code));
  const verbs = practice.fiveRs.map((arm) => text(`taxonomy.fiveR.${arm}`).toLocaleLowerCase(lang));
  return (
    <p className="facts">
      <span>{placeInWords({ place: practice.place, countries, international: text('results.international') })}</span>
      <span>{practice.startYear ?? text('results.noYear')}</span>
      {verbs.length > 0 && <span>{sentenceCase(lang, verbs.join(', '))}</span>}
      {practice.type === 'good-practice' && <EvidenceSteps level={practice.evidence} named />}
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
        <Facts practice={practice} />
      </div>
    </li>
  );
}

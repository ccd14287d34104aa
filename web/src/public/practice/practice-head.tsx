import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import { conceptKey } from '@alianza/texts/network-text';
import { countryName } from '../../shared/format/names.js';
import { FiveRsFigure } from '../../shared/mark/five-rs-figure.js';
import { EvidenceSteps } from '../../shared/parts/evidence-steps.js';
import { placeInWords } from '../../shared/parts/place-in-words.js';
import { useText } from '../../shared/texts/use-text.js';
import { whenInWords } from './when-in-words.js';

/** "Bronx, Nueva York, Estados Unidos", then "Nivel: Comunitario", unless the place says it. */
function Where({ place, countries, level }: Pick<PublishedPractice, 'place' | 'countries' | 'level'>) {
  const text = useText();
  const named = countries.map((code) => countryName(text.lang, code));
  const isSaid = level === null || (level === 'international' && countries.length === 0);
  return (
    <>
      <span>{placeInWords({ place, countries: named, international: text('results.international') })}</span>
      {!isSaid && <span>{text('practice.level', { level: text(conceptKey('level', level)) })}</span>}
    </>
  );
}

/** What it is, in a title, a few lines and the mark. */
export function PracticeHead({ practice }: { practice: PublishedPractice }) {
  const text = useText();
  const { languages } = practice;
  return (
    <header className="title-block">
      <div>
        <p className="kicker">{text(`taxonomy.practiceType.${practice.type}`)}</p>
        <h1 lang={languages.title}>{practice.title}</h1>
        <p className="lede" lang={languages.summary}>
          {practice.summary}
        </p>
        <p className="facts">
          <Where place={practice.place} countries={practice.countries} level={practice.level} />
          <span>{whenInWords(text, practice)}</span>
          {practice.type === 'good-practice' && <EvidenceSteps level={practice.evidence} named />}
        </p>
      </div>
      {practice.fiveRs.length > 0 && <FiveRsFigure touched={practice.fiveRs} />}
    </header>
  );
}

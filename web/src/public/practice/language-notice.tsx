import { languageName } from '../../shared/format/names.js';
import { useText } from '../../shared/texts/use-text.js';
import { writeAddress } from '../addresses.js';
import type { PracticeProps } from './practice-page.js';

/** To the page in which nothing is foreign, if the portal speaks that language. */
function Original({ practice, visit, lang }: PracticeProps & { lang: string }) {
  const text = useText();
  if (lang !== 'es' && lang !== 'en') return null;
  const href = writeAddress({ network: visit.network.code, lang, rest: ['practicas', practice.slug] });
  return (
    <a href={href} lang={lang} hrefLang={lang}>
      {text(`practice.language.original.${lang}`)}
    </a>
  );
}

/** Says which language the reader will meet, where a record is not translated. */
export function LanguageNotice({ practice, visit }: PracticeProps) {
  const text = useText();
  const [first] = Object.values(practice.languages);
  if (first === undefined) return null;
  const isWhole = 'title' in practice.languages && 'summary' in practice.languages;
  return (
    <p className="notice">
      {text(isWhole ? 'practice.language.all' : 'practice.language.some', { language: languageName(text.lang, first) })}{' '}
      <Original practice={practice} visit={visit} lang={first} />
    </p>
  );
}

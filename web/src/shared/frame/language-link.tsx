import type { PortalLanguage } from '@alianza/contracts/shapes';
import { useText } from '../texts/use-text.js';

export const otherLanguage = (lang: string): PortalLanguage => (lang === 'es' ? 'en' : 'es');

/** To the same page in the other language, named in that language. */
export function LanguageLink({ href }: { href: string }) {
  const text = useText();
  const other = otherLanguage(text.lang);
  return (
    <a href={href} lang={other} hrefLang={other}>
      {text(`frame.language.${other}`)}
    </a>
  );
}

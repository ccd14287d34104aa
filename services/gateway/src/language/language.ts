import { PortalLanguage } from '@alianza/contracts/shapes';

interface Wish {
  lang: string;
  weight: number;
}

function wishesOf(header: string): Wish[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
      return { lang: tag.trim().split('-')[0] ?? '', weight: quality === undefined ? 1 : Number(quality.slice(2)) };
    });
}

const spoken = (lang: unknown): PortalLanguage | undefined => {
  const result = PortalLanguage.safeParse(lang);
  return result.success ? result.data : undefined;
};

/** What Accept-Language (RFC 9110 §12.5.4) likes best among the languages of the portal. */
export function accepted(header: string | undefined): PortalLanguage | undefined {
  const wishes = wishesOf(header ?? '').filter(({ lang, weight }) => spoken(lang) !== undefined && weight > 0);
  return spoken(wishes.sort((one, other) => other.weight - one.weight)[0]?.lang);
}

export interface LanguageSources {
  /** `?lang`, which may come repeated or be anything. */
  readonly asked?: unknown;
  /** Of the person signed in. */
  readonly preferred?: PortalLanguage | undefined;
  readonly acceptLanguage?: string | undefined;
  /** Of the network, its default first. */
  readonly network?: readonly PortalLanguage[] | undefined;
}

/** ?lang → the person's preference → Accept-Language → the network's default; Spanish where nothing is said. */
export const chooseLanguage = ({ asked, preferred, acceptLanguage, network }: LanguageSources): PortalLanguage =>
  spoken(asked) ?? preferred ?? accepted(acceptLanguage) ?? network?.[0] ?? 'es';

/** A page speaks the language of its address: `/agc/en/practicas`, or `/en`. */
export function languageOfPage(pathname: string): PortalLanguage {
  const [first, second] = pathname.split('/').slice(1);
  return first === 'en' || second === 'en' ? 'en' : 'es';
}

import { IntlMessageFormat } from 'intl-messageformat';

export type Messages = { readonly [key: string]: string | Messages };
/** Catalogs of one language by area: `{ home: { title: 'Prácticas' } }` holds the key `home.title`. */
export type Catalogs = Readonly<Record<string, Messages>>;
export type Params = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;

/** `text('home.found', { count: 3 })`: an ICU message in one language. An unknown key throws: a reader must never see a key. */
export interface Text {
  (key: string, params?: Params): string;
  readonly lang: string;
  /** Whether the key exists, for families of keys whose last part is data. */
  has(key: string): boolean;
}

function lookUp(catalogs: Catalogs, key: string): string | undefined {
  let found: string | Messages | undefined = catalogs;
  for (const part of key.split('.')) found = typeof found === 'object' && Object.hasOwn(found, part) ? found[part] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** Messages are parsed when first needed and kept. */
export function makeText(lang: string, catalogs: Catalogs): Text {
  const parsed = new Map<string, IntlMessageFormat>();
  const message = (key: string) => {
    const source = lookUp(catalogs, key);
    if (source === undefined) throw new Error(`no text ${key} in ${lang}`);
    const made = new IntlMessageFormat(source, lang, undefined, { ignoreTag: true });
    parsed.set(key, made);
    return made;
  };
  const text = (key: string, params?: Params) => String((parsed.get(key) ?? message(key)).format(params));
  return Object.assign(text, { lang, has: (key: string) => lookUp(catalogs, key) !== undefined });
}

/** Mail offices that anybody may have an address at: it says nothing of whose it is. */
const shared = new Set(
  (
    'gmail.com googlemail.com hotmail.com hotmail.es outlook.com outlook.es live.com live.com.mx msn.com yahoo.com yahoo.es yahoo.com.mx yahoo.com.ar ' +
    'ymail.com icloud.com me.com mac.com aol.com gmx.com gmx.net gmx.es proton.me protonmail.com tutanota.com mail.com zoho.com yandex.com prodigy.net.mx'
  ).split(' '),
);

/** Sites on which many organisations have a page of their own: neither does the name of the site tell them apart. */
const hosting = ['facebook.com', 'instagram.com', 'linkedin.com', 'twitter.com', 'x.com', 'youtube.com', 'linktr.ee', 'sites.google.com'];

/** Labels under which a country registers others: `gob.mx`, `gov.br`, `org.uk` are nobody's own. */
const registry = new Set('gob gov gouv gub govt go gv gc com org net edu ac co or mil'.split(' '));
/** Portals that stand beside the addresses of their government's offices, not above them. */
const portals: ReadonlyMap<string, string> = new Map([['argentina.gob.ar', 'gob.ar']]);
const government = new Set('gob gov gouv gub govt go'.split(' '));

/** Others stand below it that have nothing to do with each other. */
function isRegistry(domain: string): boolean {
  const [label = '', country = '', ...rest] = domain.split('.');
  return rest.length === 0 && country.length === 2 && registry.has(label);
}

const isOwn = (domain: string): boolean =>
  domain.includes('.') &&
  !isRegistry(domain) &&
  !portals.has(domain) &&
  !shared.has(domain) &&
  !hosting.some((site) => domain === site || domain.endsWith(`.${site}`));

/** What the first step of a government's portal is when it is not an office: a language, or the portal's own order. */
const order = new Set('government gobierno governo tramites noticias temas search buscador pt-br es-es en-us'.split(' '));
/** Steps behind which the office comes: `gob.pe/institucion/mimp`. */
const offices = new Set('institucion instituciones orgaos orgao'.split(' '));

/** Where the offices of a government have their addresses whose one portal it is. */
function governmentOf(host: string): string | null {
  return portals.get(host) ?? (government.has(host.split('.')[0] ?? '') && isRegistry(host) ? host : null);
}

/** A government's one portal gives each office a path: `gob.mx/inmujeres` is who has addresses at `inmujeres.gob.mx`. */
function officeOf(host: string, path: string): string | null {
  if (governmentOf(host) === null) return null;
  const [first = '', second = ''] = path.toLowerCase().split('/').slice(1);
  const office = offices.has(first) ? second : first;
  return office.length < 3 || order.has(office) || office.includes('.') ? null : `${office}.${host}`;
}

const hostOf = (url: URL): string => url.hostname.toLowerCase().replace(/^www\./, '');

/** `https://www.Red-Ejemplo.org/quienes` → `red-ejemplo.org`; null where the site is not theirs alone. */
export function domainOfSite(website: string | null | undefined): string | null {
  if (!website || !URL.canParse(website)) return null;
  const url = new URL(website);
  const host = hostOf(url);
  return isOwn(host) ? host : officeOf(host, url.pathname);
}

/** `contacto@Red-Ejemplo.org` → `red-ejemplo.org`; null of an office that anybody may have an address at. */
export function domainOfAddress(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return isOwn(domain) ? domain : null;
}

/** Whether a page of a government's one portal is all that an office of it names: which of its addresses are the office's own, nobody can tell from that. */
export function isOfThatGovernment(website: string | null | undefined, email: string): boolean {
  if (!website || !URL.canParse(website)) return false;
  const of = governmentOf(hostOf(new URL(website)));
  return of !== null && domainOfSite(website) !== null && email.toLowerCase().endsWith(`.${of}`);
}

/** Whether one is the other, or stands below it: `correo.red-ejemplo.org` and `red-ejemplo.org`. */
export const isWithin = (one: string, other: string): boolean => one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

/** Mail offices that anybody may have an address at: it says nothing of whose it is. */
const shared = new Set(
  (
    'gmail.com googlemail.com hotmail.com hotmail.es outlook.com outlook.es live.com live.com.mx msn.com yahoo.com yahoo.es yahoo.com.mx yahoo.com.ar ' +
    'ymail.com icloud.com me.com mac.com aol.com gmx.com gmx.net gmx.es proton.me protonmail.com tutanota.com mail.com zoho.com yandex.com prodigy.net.mx'
  ).split(' '),
);

/** Sites on which many organisations have a page of their own: neither does the name of the site tell them apart. */
const hosting = ['facebook.com', 'instagram.com', 'linkedin.com', 'twitter.com', 'x.com', 'youtube.com', 'linktr.ee', 'sites.google.com'];
const isOwn = (domain: string): boolean =>
  domain.includes('.') && !shared.has(domain) && !hosting.some((site) => domain === site || domain.endsWith(`.${site}`));

/** `https://www.Red-Ejemplo.org/quienes` → `red-ejemplo.org`; null where the site is not theirs alone. */
export function domainOfSite(website: string | null | undefined): string | null {
  if (!website || !URL.canParse(website)) return null;
  const host = new URL(website).hostname.toLowerCase().replace(/^www\./, '');
  return isOwn(host) ? host : null;
}

/** `contacto@Red-Ejemplo.org` → `red-ejemplo.org`; null of an office that anybody may have an address at. */
export function domainOfAddress(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return isOwn(domain) ? domain : null;
}

/** Whether one is the other, or stands below it: `correo.red-ejemplo.org` and `red-ejemplo.org`. */
export const isWithin = (one: string, other: string): boolean => one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

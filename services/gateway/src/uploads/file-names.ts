const longest = 120;
/** Controls, and marks that turn the direction of writing. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu;
const forbidden = /[/\\:*?"<>|]/g;

/** The base name of a file as a person gave it, without what could mislead a reader or a file system, ending as its type does. */
export function safeName(given: string, extension: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = base.replace(unseen, '').replace(forbidden, '_').replaceAll(/\s+/g, ' ').trim();
  const ending = `.${extension}`;
  const stem = clean.toLowerCase().endsWith(ending) ? clean.slice(0, -ending.length) : clean;
  const visible = stem.replace(/^[. ]+/, '').trim();
  return `${[...(visible || 'archivo')].slice(0, longest - ending.length).join('')}${ending}`;
}

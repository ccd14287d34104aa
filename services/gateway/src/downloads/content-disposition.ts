/** What a quoted string of an old client may hold (RFC 6266 §4.3, appendix D). */
const plain = /[^\x20-\x7e]|["\\%]/g;
/** Left as they are by RFC 8187 §3.2.1; encodeURIComponent leaves some more. */
const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** `attachment` with the file's name, in ASCII for old clients and whole for the others. */
export function attachment(name: string): string {
  const whole = name.toWellFormed();
  const ascii = whole.normalize('NFKD').replaceAll(/\p{M}/gu, '').replace(plain, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encode(whole)}`;
}

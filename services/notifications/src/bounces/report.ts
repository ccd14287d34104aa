import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { kindOf } from './delivery-status.js';
import type { BounceKind } from '@alianza/contracts/notifications/mails';

export interface Failed {
  readonly kind: BounceKind;
  readonly status: string | null;
}

/** Nothing that a report needs is deeper or longer; whatever is, is refused before it costs anything. */
const limits = { maxNestingDepth: 10, maxHeadersSize: 64 * 2 ** 10, maxRfc822NestingDepth: 0, forceRfc822Attachments: true } as const;
/** So many lines a report that returns a whole mail has at most; each costs the parser more than its text. */
const mostLines = 20_000;
/** Characters of a report's own words in which a status is looked for. */
const read = 20_000;
const statusForm = /^[45]\.\d{1,3}\.\d{1,3}$/;
const statusInWords = /(?:^|[\s(#])([45]\.\d{1,3}\.\d{1,3})(?=[\s,;:).]|$)/m;

/** Not a report on a mail that failed. */
export class NoReport extends Error {}

/**
 * What a report says of the one mail that it is about: RFC 3464, or the plain words of a server that writes no such reports and, as RFC 5321
 * §4.5.5 wants it, from nobody. Null where the mail is only late, or arrived. Throws `NoReport` for everything else: answers of people and of
 * their absence among them.
 */
export async function readReport(raw: Uint8Array, fromNobody: boolean): Promise<Failed | null> {
  const email = await parse(raw);
  const status = email.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (status) return failedIn(groupsOf(wordsOf(status)));
  if (!fromNobody || isAutomaticReply(email)) throw new NoReport('not a report on delivery');
  const said = statusInWords.exec((email.text ?? '').slice(0, read))?.[1] ?? null;
  return { kind: kindOf(said), status: said };
}

const newLine = 0x0a;

async function parse(raw: Uint8Array): Promise<Email> {
  if (raw.reduce((lines, byte) => lines + Number(byte === newLine), 0) > mostLines) throw new NoReport('too many lines');
  try {
    return await PostalMime.parse(raw, limits);
  } catch {
    throw new NoReport('not a letter that can be read');
  }
}

function isAutomaticReply({ headers }: Email): boolean {
  const value = (name: string) => headers.find(({ key }) => key === name)?.value.toLowerCase() ?? '';
  return value('auto-submitted').startsWith('auto-replied') || value('x-autoreply') !== '' || value('precedence') === 'auto_reply';
}

const wordsOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content.slice(0, read) : new TextDecoder().decode(content.slice(0, read));

type Fields = ReadonlyMap<string, string>;

/** Groups of fields: the first is of the report itself, each other one of a recipient (RFC 3464 §2.1). */
function groupsOf(text: string): Fields[] {
  return text.split(/\r?\n\r?\n/).map((group) => {
    const lines = group.replaceAll(/\r?\n[ \t]/g, ' ').split(/\r?\n/);
    return new Map(
      lines.flatMap((line): [string, string][] => {
        const colon = line.indexOf(':');
        return colon === -1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
      }),
    );
  });
}

/** Each mail has one recipient, whatever other groups somebody wrote. */
function failedIn(groups: readonly Fields[]): Failed | null {
  const about = groups.find((fields) => fields.has('action'));
  if (!about) throw new NoReport('a report that says nothing of a recipient');
  if (about.get('action')?.toLowerCase() !== 'failed') return null;
  const [said = ''] = (about.get('status') ?? '').split(/[\s(]/);
  const status = statusForm.test(said) ? said : null;
  return { kind: kindOf(status), status };
}

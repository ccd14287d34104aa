import { textIn } from '@alianza/texts/server';
import { rules, type Rule } from './rules.js';

const text = textIn('es');
/** In the list of mails a subject shows where its words go in. */
const namesOfWords = { network: '{network}', organization: '{organization}', title: '{title}', days: '{days}', day: '{day}' };
const chosen = { kind: '', where: 'organization' };

const row = ({ event, recipients, kind, name, inApp }: Rule): string[] => [
  `\`${event.subject}\``,
  recipients,
  kind,
  text(`mails.${name}.subject`, { ...namesOfWords, ...chosen }),
  inApp ? 'yes' : 'no',
];
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** `docs/mails.md`, made from the rules. */
export function mailsReference(): string {
  const head = ['Event', 'Recipients', 'Kind', 'Subject (es)', 'Also in the portal'];
  const table = [line(head), line(head.map(() => '---')), ...rules.map((rule) => line(row(rule)))];
  return `# Mails

Made by \`npm run docs\` from \`services/notifications/src/notices/rules.ts\`; changes belong there.

A summons reaches whoever it concerns whatever their preferences, and says so. Tasks and news each come at once, in one summary a day (from seven in the
network's zone), or only in the portal, where they always appear; each such mail ends by one click (RFC 8058). What the secretariat writes to many
is a mail without a notice: people switch it off, unless it says why it goes to everybody. To an address that fails only summonses are sent.
Addresses and links are asked for when a mail is sent. Besides these the issuer mails a code or a link with which a password is chosen: the embedded one by
\`infra/local/identity/pages/code-mail.ts\`, Keycloak in the words of its realm file.

${table.join('\n')}
`;
}

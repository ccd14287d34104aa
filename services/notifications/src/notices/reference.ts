import { textIn } from '@alianza/texts/server';
import { rules, type Rule } from './rules.js';

const text = textIn('es');
/** In the list of mails a subject shows where its words go in. */
const namesOfWords = { network: '{network}', organization: '{organization}', title: '{title}', days: '{days}' };

const row = ({ event, recipients, kind, name, inApp }: Rule): string[] => [
  `\`${event.subject}\``,
  recipients,
  kind,
  text(`mails.${name}.subject`, namesOfWords),
  inApp ? 'yes' : 'no',
];
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** `docs/mails.md`, made from the rules. */
export function mailsReference(): string {
  const head = ['Event', 'Recipients', 'Kind', 'Subject (es)', 'Also in the portal'];
  const table = [line(head), line(head.map(() => '---')), ...rules.map((rule) => line(row(rule)))];
  return `# Mails

Made by \`npm run docs\` from \`services/notifications/src/notices/rules.ts\`; changes belong there.

A summons reaches whoever it concerns whatever their preferences. Tasks and news can each be switched off by mail; in the portal they always appear.
Addresses and links are asked for when a mail is sent.

${table.join('\n')}
`;
}

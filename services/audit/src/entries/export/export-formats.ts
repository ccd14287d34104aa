import type { AuditFilter, AuditFormat } from '@alianza/contracts/audit/entries';
import { byteOrderMark, csvLine, type CellValue } from '@alianza/platform/sheets/csv';
import { packWorkbook } from '@alianza/platform/sheets/workbook-thread';
import type { Text } from '@alianza/texts/text';
import type { Head } from '../../chain/chain.queries.js';
import type { FoundEntry } from '../entries.queries.js';
import { beginning } from '../../chain/link.js';

export const exportTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl; charset=utf-8',
} as const satisfies Record<AuditFormat, string>;

export interface Taken {
  readonly networkId: string;
  readonly takenAt: Date;
  readonly filter: AuditFilter;
  /** Where the chain ended then. */
  readonly head: Head;
  readonly first: number | null;
  readonly last: number | null;
  /** The newest first. */
  readonly entries: readonly FoundEntry[];
  readonly text: Text;
}

/** All that a cell of a workbook can hold. */
const longest = 32_767;

const instant = (value: string) => new Date(value).toISOString();

/** What happened, in the words of the page; an event without words is told by its name. */
function happened(subject: string, text: Text): string {
  const [, , noun = '', verb = ''] = subject.split('.');
  const key = `secretariat.event.${noun}-${verb}`;
  return text.has(key) ? text(key) : subject;
}

/** Columns of the table, by their names in the texts. All that the hash covers is among them. */
const columns: readonly (readonly [name: string, cell: (entry: FoundEntry, text: Text) => CellValue])[] = [
  ['position', ({ position }) => Number(position)],
  ['at', ({ occurredAt }) => instant(occurredAt)],
  ['what', ({ subject }, text) => happened(subject, text)],
  ['person', ({ actor }) => actor.personId],
  ['organization', ({ actor }) => actor.organizationId],
  ['service', ({ actor }) => actor.service],
  ['thing', ({ aggregateId }) => aggregateId],
  ['version', ({ aggregateVersion }) => aggregateVersion],
  ['data', ({ data }) => JSON.stringify(data)],
  ['freeText', ({ text }) => text && JSON.stringify(text)],
  ['event', ({ subject }) => subject],
  ['eventId', ({ eventId }) => eventId],
  ['cause', ({ cause }) => cause],
  ['recordedAt', ({ recordedAt }) => instant(recordedAt)],
  ['freeTextDigest', ({ freeTextDigest }) => freeTextDigest],
  ['previous', ({ previous }) => previous ?? beginning],
  ['hash', ({ hash }) => hash],
];

const heads = (text: Text) => columns.map(([name]) => text(`auditLog.column.${name}`));
const rowOf = (entry: FoundEntry, text: Text) => columns.map(([, cell]) => cell(entry, text));

const csvOf = ({ entries, text }: Taken): Buffer =>
  Buffer.from(byteOrderMark + csvLine(heads(text)) + entries.map((entry) => csvLine(rowOf(entry, text))).join(''));

const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
const inCell = (value: CellValue) => (typeof value === 'string' ? value.slice(0, longest) : typeof value === 'object' ? null : value);

/** Texts are texts there, whatever they begin with. The second sheet says what the first one is a part of. */
function workbookOf({ entries, text, head, first, last, takenAt, filter }: Taken): Promise<Buffer> {
  const about = [
    [text('auditLog.about.takenAt'), takenAt.toISOString()],
    [text('auditLog.about.entries'), entries.length],
    [text('auditLog.about.first'), first],
    [text('auditLog.about.last'), last],
    [text('auditLog.about.head'), head.position],
    [text('auditLog.about.headHash'), head.hash],
    [text('auditLog.about.filter'), JSON.stringify(filter)],
  ];
  return packWorkbook([
    {
      data: [heads(text).map(bold), ...entries.map((entry) => rowOf(entry, text).map(inCell))],
      sheet: text('auditLog.about.sheet'),
      stickyRowsCount: 1,
    },
    { data: about, sheet: text('auditLog.about.title') },
  ]);
}

/** One entry as the chain holds it: `hash` is the SHA-256 of `previous`, a line break and the canonical JSON of `link`. */
function line(networkId: string, entry: FoundEntry): string {
  const { position, eventId, subject, aggregateId, aggregateVersion, actor, cause, data, freeTextDigest, hash, previous, salt, text } =
    entry;
  const times = { recordedAt: instant(entry.recordedAt), occurredAt: instant(entry.occurredAt) };
  const link = { networkId, position: Number(position), ...times, eventId, subject, aggregateId, aggregateVersion, actor, cause, data };
  return JSON.stringify({ link: { ...link, freeTextDigest }, previous: previous ?? beginning, hash, freeText: text && { salt, text } });
}

function linesOf({ networkId, takenAt, filter, head, first, last, entries }: Taken): Buffer {
  const about = { networkId, takenAt: takenAt.toISOString(), filter, entries: entries.length, first, last, head };
  return Buffer.from(`${[JSON.stringify(about), ...entries.map((entry) => line(networkId, entry))].join('\n')}\n`);
}

/** What was taken, as a file. */
export async function fileOf(format: AuditFormat, taken: Taken): Promise<Buffer> {
  if (format === 'xlsx') return workbookOf(taken);
  return format === 'csv' ? csvOf(taken) : linesOf(taken);
}

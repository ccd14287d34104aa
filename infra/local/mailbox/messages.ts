import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

const most = 500;
/** Bytes; larger letters are read from disk each time, so that what is kept in memory stays small. */
const keptInMemory = 64 * 2 ** 10;
const idForm = /^\d{15}-[\da-f]{8}$/;

export interface Message {
  readonly id: string;
  /** To whom it was delivered, which the `To` of a letter need not say. */
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  /** When it arrived here, ISO. */
  readonly date: string;
  readonly text: string;
  readonly html: string | null;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Every address of the text and of the HTML part, in order, once each. */
  readonly links: readonly string[];
}

/** One file per message, named so that names sort by arrival; the newest 500 are kept. */
export class MailFolder {
  private last = 0;
  /** Letters as read, by id: a file never changes, and whoever waits for a mail asks again and again. */
  private readonly parsed = new Map<string, Promise<Message>>();

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  keep(raw: Buffer, recipients: readonly string[]): string {
    this.last = Math.max(Date.now(), this.last + 1); // two in one millisecond keep their order
    const id = `${String(this.last).padStart(15, '0')}-${randomBytes(4).toString('hex')}`;
    const delivered = recipients.map((recipient) => `Delivered-To: ${recipient.replaceAll(/[\r\n]/g, '')}\r\n`).join('');
    writeFileSync(this.fileOf(id), Buffer.concat([Buffer.from(delivered), raw]), { mode: 0o600 });
    for (const old of this.ids().slice(most)) rmSync(this.fileOf(old), { force: true });
    return id;
  }

  /** Newest first; `to` narrows to one recipient. */
  async list(to?: string): Promise<Message[]> {
    const ids = this.ids();
    this.forgetAllBut(ids);
    const all = await Promise.all(ids.map((id) => this.read(id)));
    return to === undefined ? all : all.filter((message) => message.to.includes(to.toLowerCase()));
  }

  async find(id: string): Promise<Message | null> {
    return idForm.test(id) && this.ids().includes(id) ? this.read(id) : null;
  }

  private ids(): string[] {
    const names = readdirSync(this.folder).filter((name) => name.endsWith('.eml'));
    return names
      .map((name) => name.slice(0, -'.eml'.length))
      .filter((id) => idForm.test(id))
      .sort()
      .reverse();
  }

  private fileOf(id: string): string {
    return path.join(this.folder, `${id}.eml`);
  }

  private forgetAllBut(ids: readonly string[]): void {
    const there = new Set(ids);
    for (const id of this.parsed.keys()) if (!there.has(id)) this.parsed.delete(id);
  }

  private async read(id: string): Promise<Message> {
    const known = this.parsed.get(id);
    if (known) return known;
    const raw = readFileSync(this.fileOf(id));
    const message = messageOf(id, raw);
    if (raw.length <= keptInMemory) this.parsed.set(id, message);
    return message;
  }
}

async function messageOf(id: string, raw: Buffer): Promise<Message> {
  const email = await PostalMime.parse(raw);
  const text = email.text ?? '';
  return {
    id,
    to: email.headers.filter(({ key }) => key === 'delivered-to').map(({ value }) => value.toLowerCase()),
    from: sender(email),
    subject: email.subject ?? '',
    date: new Date(Number(id.slice(0, 15))).toISOString(),
    text,
    html: email.html ?? null,
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    links: linksOf(text, email.html ?? ''),
  };
}

const sender = ({ from }: Email): string => {
  const { name = '', address = '' } = from ?? {};
  return name ? `${name} <${address}>` : address;
};

const unescaped = (address: string) => address.replaceAll('&amp;', '&');

function linksOf(text: string, html: string): string[] {
  const written = [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([address]) => address.replace(/[.,;:)]$/, ''));
  const linked = [...html.matchAll(/href="(https?:[^"]+)"/g)].map(([, address = '']) => unescaped(address));
  return [...new Set([...written, ...linked])];
}

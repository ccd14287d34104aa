import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

const most = 500;
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
export class Messages {
  private last = 0;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  keep(raw: Buffer, recipients: readonly string[]): string {
    this.last = Math.max(Date.now(), this.last + 1); // two in one millisecond keep their order
    const id = `${String(this.last).padStart(15, '0')}-${randomBytes(4).toString('hex')}`;
    const delivered = recipients.map((recipient) => `Delivered-To: ${recipient.replaceAll(/[\r\n]/g, '')}\r\n`).join('');
    writeFileSync(path.join(this.folder, `${id}.eml`), Buffer.concat([Buffer.from(delivered), raw]), { mode: 0o600 });
    for (const old of this.ids().slice(most)) rmSync(path.join(this.folder, `${old}.eml`), { force: true });
    return id;
  }

  /** Newest first; `to` narrows to one recipient. */
  async list(to?: string): Promise<Message[]> {
    const all = await Promise.all(this.ids().map((id) => this.read(id)));
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

  private async read(id: string): Promise<Message> {
    const email = await PostalMime.parse(readFileSync(path.join(this.folder, `${id}.eml`)));
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

import { applyForMembership } from '@alianza/contracts/membership/applications';
import { listNotices } from '@alianza/contracts/notifications/notices';
import { addAttachment, openAttachment } from '@alianza/contracts/repository/files/attachments';
import type { Attachment } from '@alianza/contracts/repository/files/record-files';
import { draftPractice, editPractice, getPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { listReviews, publishPractice } from '@alianza/contracts/repository/reviews';
import { searchPractices } from '@alianza/contracts/repository/search';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sendUpload, smallPdf } from '../builders/files/uploads.js';
import { completeContent } from '../builders/practices.js';
import type { Asked } from '../edge.js';
import type { Person } from '../people.js';
import { asReviewer, asTitular, openSetting, type Setting } from '../setting.js';
import type { World } from '../world.js';
import { Client } from './client.js';
import { Ledger } from './ledger.js';

export interface LoadOptions {
  /** Clients that ask at the same time, each one thing after the other. */
  readonly clients?: number;
}

/** A setting in which everybody is there whom the load's events concern. */
export async function openStaffed(world: World): Promise<Setting> {
  const setting = await openSetting(world);
  await asTitular(setting);
  await asReviewer(setting);
  return setting;
}

const running = new Set<Load>();

/** Ends what a spec that failed left at work in this process. */
export async function dropLoads(): Promise<void> {
  await Promise.all([...running].map((load) => load.drop()));
}

/** A file and what it weighs: more than comes in one piece. */
const someFile = () => Buffer.concat([smallPdf, randomBytes(100_000)]);
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Uploaded for a practice; nobody has taken it over yet. */
export async function sendFile(
  client: Client,
  { world, network }: Setting,
  by: Person,
  bytes = someFile(),
): Promise<{ uploadId: string } | null> {
  const send = (person: Asked) => sendUpload(world, network.code, bytes, { name: 'guia.pdf', purpose: 'practice-file', person });
  const sent = await client.change({ what: 'an upload', asked: by, send });
  if (sent) client.ledger.uploads.set(sent.uploadId, digestOf(bytes));
  return sent;
}

/** Of what everybody does, every third time somebody does it with all there is. */
const isThird = (round: number) => round % 3 === 0;

/** People at work: practices from their first draft to publication, files, applications, and reading between. */
export class Load {
  readonly ledger = new Ledger();
  private stopping = false;
  private dropped = false;
  private readonly working: Promise<unknown>;

  private constructor(
    private readonly setting: Setting,
    private readonly titular: Person,
    private readonly reviewer: Person,
    { clients = 4 }: LoadOptions,
  ) {
    this.working = Promise.all(Array.from({ length: clients }, (_none, first) => this.work(first)));
    this.working.catch(() => undefined); // told when it stops
  }

  /** Whoever starts one stops it, or leaves it to `dropLoads`. */
  static async start(setting: Setting, options: LoadOptions = {}): Promise<Load> {
    const load = new Load(setting, await asTitular(setting), await asReviewer(setting), options);
    running.add(load);
    return load;
  }

  /** Lets everybody finish what they are at. */
  async stop(): Promise<Ledger> {
    this.stopping = true;
    await this.working.finally(() => running.delete(this));
    this.ledger.end();
    return this.ledger;
  }

  /** Everybody drops what they are at. */
  async drop(): Promise<void> {
    this.dropped = true;
    await this.stop().catch(() => undefined);
  }

  /** Writes so far. */
  get acknowledged(): number {
    return this.ledger.acknowledged.length;
  }

  private async work(first: number): Promise<void> {
    const { world } = this.setting;
    const client = new Client(world.edge, world.people, this.ledger, () => this.dropped);
    for (let round = first; !this.stopping; round++) {
      await this.practice(client, isThird(round));
      if (isThird(round + 1)) await this.application(client);
      await client.read({ operation: searchPractices, input: { q: 'relevos' }, asked: { network: this.setting.network.code } });
    }
  }

  private async practice(client: Client, whole: boolean): Promise<void> {
    const title = `Relevos ${randomUUID()} (ficticia)`;
    const content = completeContent({ title: { original: 'es', es: title } });
    const { titles } = this.ledger;
    titles.set(title, null);
    const drafted = await client.write<EditablePractice>({ operation: draftPractice, input: { content }, asked: this.titular });
    if (!drafted) return;
    titles.set(title, drafted.id);
    const file = whole ? await this.file(client, drafted.id) : null;
    const attachments = file ? [{ ...file, title: 'Guía de relevos', language: 'es' }] : [];
    const edited = await this.change(client, editPractice, { ...drafted, content: { ...content, attachments, place: 'Otro valle' } });
    await client.read({ operation: listNotices, input: {}, asked: this.titular });
    const submitted = edited && (await this.change(client, submitPractice, edited));
    await client.read({ operation: listReviews, input: {}, asked: this.reviewer });
    const published = submitted && (await this.change(client, publishPractice, submitted));
    const { network } = this.reviewer;
    if (!published?.slug) return;
    await client.read({ operation: getPractice, input: { slug: published.slug }, asked: { network } });
    if (whole) await this.page(client, published.slug, title);
  }

  /** Sent, taken over by a practice, and taken home again: the same bytes. */
  private async file(client: Client, practice: string): Promise<Attachment | null> {
    const bytes = someFile();
    const sent = await sendFile(client, this.setting, this.titular, bytes);
    if (!sent) return null;
    const input = { id: practice, uploadId: sent.uploadId };
    const taken = await client.write<Attachment>({ operation: addAttachment, input, asked: this.titular });
    const home = taken && (await this.takeHome(client, taken));
    if (home && !bytes.equals(home)) this.ledger.refused.push(`a download of ${String(bytes.length)} bytes: ${String(home.length)} others`);
    return taken;
  }

  /** A ticket is good once: who was cut off asks for another. */
  private takeHome(client: Client, { id }: Attachment): Promise<Buffer | null> {
    const { edge } = this.setting.world;
    const send = async (asked: Asked) => {
      const { status, body } = await edge.send<{ url: string }>(openAttachment, { id }, asked);
      return status < 400 ? got(edge.origin + body.url, asked) : { status, body: Buffer.from(JSON.stringify(body)) };
    };
    return client.look({ what: 'a download', asked: this.titular, send });
  }

  /** As anybody sees it. */
  private async page(client: Client, slug: string, title: string): Promise<void> {
    const { world, network } = this.setting;
    const url = `${world.origin}/${network.code}/practicas/${slug}`;
    const html = await client.look({ what: 'a page', asked: {}, send: (asked) => got(url, asked) });
    if (html && !html.includes(title)) this.ledger.refused.push(`a page without its title: ${url}`);
  }

  private change(
    client: Client,
    operation: typeof editPractice | typeof submitPractice | typeof publishPractice,
    { id, version, content }: Pick<EditablePractice, 'id' | 'version' | 'content'>,
  ): Promise<EditablePractice | null> {
    const who = operation === publishPractice ? this.reviewer : this.titular;
    const input = operation === editPractice ? { id, content } : { id, ...(operation === submitPractice && { terms: 1 }) };
    return client.write<EditablePractice>({ operation, input, asked: { ...who, version } });
  }

  private async application(client: Client): Promise<void> {
    const organization = `Fundación ${randomUUID()} (ficticia)`;
    // one address may have five mails a day
    const input = { ...applyForMembership.example.input, organization, email: `${randomUUID()}@example.org` };
    this.ledger.applicants.set(organization, false);
    const done = await client.write({ operation: applyForMembership, input, asked: { network: this.setting.network.code } });
    if (done) this.ledger.applicants.set(organization, true);
  }
}

/** Whatever lies at an address, whole. */
async function got(url: string, { signal }: Asked): Promise<{ status: number; body: Buffer }> {
  const response = await fetch(url, { signal: signal ?? null, headers: { accept: 'text/html', 'accept-language': 'es' } });
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
}

import { applyForMembership } from '@alianza/contracts/membership/applications';
import { listNotices } from '@alianza/contracts/notifications/notices';
import { draftPractice, editPractice, getPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { listReviews, publishPractice } from '@alianza/contracts/repository/reviews';
import { searchPractices } from '@alianza/contracts/repository/search';
import { randomUUID } from 'node:crypto';
import { completeContent } from '../builders/practices.js';
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

/** People at work: practices from their first draft to publication, applications, and reading between. */
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
    this.working = Promise.all(Array.from({ length: clients }, () => this.work()));
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

  private async work(): Promise<void> {
    const { world } = this.setting;
    const client = new Client(world.edge, world.people, this.ledger, () => this.dropped);
    for (let round = 0; !this.stopping; round++) {
      await this.practice(client);
      if (round % 3 === 0) await this.application(client);
      await client.read({ operation: searchPractices, input: { q: 'relevos' }, asked: { network: this.setting.network.code } });
    }
  }

  private async practice(client: Client): Promise<void> {
    const title = `Relevos ${randomUUID()} (ficticia)`;
    const content = completeContent({ title: { original: 'es', es: title } });
    const { titles } = this.ledger;
    titles.set(title, null);
    const drafted = await client.write<EditablePractice>({ operation: draftPractice, input: { content }, asked: this.titular });
    if (!drafted) return;
    titles.set(title, drafted.id);
    const edited = await this.change(client, editPractice, { ...drafted, content: { ...content, place: 'Otro valle' } });
    await client.read({ operation: listNotices, input: {}, asked: this.titular });
    const submitted = edited && (await this.change(client, submitPractice, edited));
    await client.read({ operation: listReviews, input: {}, asked: this.reviewer });
    const published = submitted && (await this.change(client, publishPractice, submitted));
    const { network } = this.reviewer;
    if (published?.slug) await client.read({ operation: getPractice, input: { slug: published.slug }, asked: { network } });
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

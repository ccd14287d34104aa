import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@alianza/platform/run/service-definition';
import { Meilisearch, MeilisearchApiError, type EnqueuedTask, type Key } from 'meilisearch';
import { generateTenantToken } from 'meilisearch/token';
import { setTimeout as pause } from 'node:timers/promises';
import type { searchConfig, SearchConfig } from '../search.config.js';

/** Milliseconds. */
const patience = { request: 3000, task: 60_000, between: 30 };
const mostTenants = 1000;
const searchKey = 'alianza search';
/** Only our settings of today let an index be sorted by it: one of an earlier version of ours is made anew. */
const mark = 'firstPublishedAt';

/** The server did something else than it was told. */
export class TaskFailedError extends Error {}

/** The engine's server: what we may do there, and what a search of one network may. */
@Injectable()
export class MeilisearchServer {
  readonly index: string;
  /** Where the index is made anew before it takes the place of the other: it is there only while that goes on. */
  readonly next: string;
  private readonly all: Meilisearch | null;
  private key: Promise<Key> | null = null;
  private readonly tenants = new Map<string, Promise<Meilisearch>>();

  constructor(@Inject(CONFIG) private readonly config: Config<typeof searchConfig> | SearchConfig) {
    this.index = config.MEILI_INDEX;
    this.next = `${config.MEILI_INDEX}-next`;
    this.all = config.MEILI_URL === undefined ? null : this.client(config.MEILI_KEY);
  }

  get isConfigured(): boolean {
    return this.all !== null;
  }

  /** With everything that our key may do. */
  get admin(): Meilisearch {
    if (!this.all) throw new Error('MEILI_URL names no server');
    return this.all;
  }

  /** Sees the records of one network, whatever it asks for. */
  async tenant(network: string): Promise<Meilisearch> {
    if (this.config.MEILI_KEY === undefined) return this.admin;
    if (this.tenants.size >= mostTenants) this.tenants.clear();
    const known = this.tenants.get(network) ?? this.admit(network);
    this.tenants.set(network, known);
    known.catch(() => this.tenants.delete(network));
    return known;
  }

  /** Forgets what was made with keys that may be gone. */
  forget(): void {
    this.tenants.clear();
    this.key = null;
  }

  /** Resolves once the engine has done what it was given; a task that failed, was cancelled or does not end in so many milliseconds is an error. */
  async done(enqueued: Promise<EnqueuedTask>, patiently = patience.task): Promise<void> {
    const { taskUid } = await enqueued;
    const began = performance.now();
    for (;;) {
      const { status, error, type } = await this.admin.tasks.getTask(taskUid);
      if (status === 'succeeded') return;
      if (status !== 'enqueued' && status !== 'processing') throw new TaskFailedError(`${type} ${status}: ${error?.code ?? ''}`);
      if (performance.now() - began > patiently) throw new TaskFailedError(`${type} is ${status} still`);
      await pause(patience.between);
    }
  }

  async has(index: string): Promise<boolean> {
    return (await whereThere(this.admin.getRawIndex(index))) !== null;
  }

  /** How many records the index holds, whatever became of those that it was given. */
  async held(index: string): Promise<number> {
    return (await this.admin.index(index).getStats()).numberOfDocuments;
  }

  /** Whether the index is there with our settings: one that the engine made by itself has none, one of an earlier version of ours lacks some. */
  async isOurs(): Promise<boolean> {
    const sortable = await whereThere(this.admin.index(this.index).getSortableAttributes());
    return sortable?.includes(mark) === true;
  }

  private async admit(network: string): Promise<Meilisearch> {
    this.key ??= this.findKey();
    this.key.catch(() => (this.key = null));
    const { key: apiKey, uid: apiKeyUid } = await this.key;
    const searchRules = { [this.index]: { filter: `network = ${JSON.stringify(network)}` } };
    return this.client(await generateTenantToken({ apiKey, apiKeyUid, searchRules }));
  }

  /** Tokens are signed with a key that may search this index and nothing else. */
  private async findKey(): Promise<Key> {
    const name = `${searchKey} ${this.index}`;
    const { results } = await this.admin.getKeys({ limit: 1000 });
    const found = results.find((key) => key.name === name);
    return found ?? this.admin.createKey({ name, actions: ['search'], indexes: [this.index], expiresAt: null });
  }

  private client(apiKey: string | undefined): Meilisearch {
    return new Meilisearch({ host: this.config.MEILI_URL ?? '', timeout: patience.request, ...(apiKey === undefined ? {} : { apiKey }) });
  }
}

/** Null where the index is not there. */
async function whereThere<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return null;
    throw error;
  }
}

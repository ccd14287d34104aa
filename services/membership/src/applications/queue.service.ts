import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type {
  Application as ApplicationView,
  getApplication,
  getApplicationLetter,
  listApplications,
} from '@alianza/contracts/membership/applications';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { fromCursor, InstantAndId, toPage } from '@alianza/platform/data/cursors';
import { File } from '@alianza/platform/files/file.entity';
import { Files } from '@alianza/platform/files/files';
import { Person } from '../people/person.entity.js';
import { Application } from './application.entity.js';
import { viewApplication, viewRow, type Names } from './application.view.js';
import { ApplicationNotFoundError, LetterNotAttachedError } from './applications.errors.js';
import { countQueue, readQueue, type QueueWanted } from './applications.queries.js';

const whoseOf = (assigned: 'me' | 'nobody' | undefined, personId: string): QueueWanted['assigned'] =>
  assigned === 'me' ? { to: personId } : (assigned ?? 'all');

/** What the secretariat reads: the queue, one application, its letter. Unconfirmed ones do not exist for it. */
@Injectable()
export class QueueService {
  constructor(
    private readonly em: EntityManager,
    private readonly files: Files,
  ) {}

  async list(
    { status, assigned, cursor, limit }: InputOf<typeof listApplications>,
    { network: networkId, personId }: Call,
  ): Promise<AnswerOf<typeof listApplications>> {
    const narrowed = { networkId, status, assigned: whoseOf(assigned, personId) };
    const found = await readQueue(this.em, { ...narrowed, last: fromCursor(cursor, 2, InstantAndId), limit: limit + 1 });
    const names = await this.namesOf(found.map(({ assignedTo }) => assignedTo));
    const read = found.map((row) => viewRow(row, names));
    const { rows, nextCursor } = toPage(read, limit, (row) => [row.submittedAt, row.id]);
    return { items: rows, nextCursor, total: await countQueue(this.em, narrowed) };
  }

  async get({ id }: InputOf<typeof getApplication>, { network }: Call): Promise<ApplicationView> {
    return this.view(await this.load(id, network));
  }

  async letter({ id }: InputOf<typeof getApplicationLetter>, call: Call): Promise<AnswerOf<typeof getApplicationLetter>> {
    const file = await this.letterOf(await this.load(id, call.network));
    if (!file) throw new LetterNotAttachedError();
    return this.files.ticket(file, call);
  }

  async load(id: string, networkId: string): Promise<Application> {
    const application = await this.em.findOne(Application, { networkId, id, submittedAt: { $ne: null } });
    if (!application) throw new ApplicationNotFoundError();
    return application;
  }

  async view(application: Application): Promise<ApplicationView> {
    return viewApplication(application, await this.letterOf(application), await this.namesOf([application.assignedTo]));
  }

  private async namesOf(ids: readonly (string | null | undefined)[]): Promise<Names> {
    const asked = [...new Set(ids.filter((id) => typeof id === 'string'))];
    const people = asked.length === 0 ? [] : await this.em.find(Person, { id: asked });
    return new Map(people.map(({ id, name }) => [id, name]));
  }

  private async letterOf({ networkId, letterFileId }: Application): Promise<File | null> {
    return letterFileId ? this.em.findOne(File, { networkId, id: letterFileId }) : null;
  }
}

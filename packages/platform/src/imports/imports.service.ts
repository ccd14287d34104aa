import { Injectable } from '@nestjs/common';
import { EntityManager, type RequiredEntityData } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { claimUpload } from '@alianza/contracts/gateway/uploads';
import type { Call } from '../calls/call.js';
import { Clock } from '../clock.js';
import { record } from '../events/record.js';
import { newId } from '../ids.js';
import { OperationsClient } from '../nats/operations.client.js';
import { importActs } from './import-acts.js';
import type { SheetImport } from './import-entity.js';
import { ImportJobs } from './steps/import-jobs.service.js';
import { ImportSteps, type Within } from './steps/import-steps.service.js';
import { viewImport } from './import-views.js';
import { ImportNotFoundError, ImportStaleError } from './import.errors.js';
import { SheetKind, type Asked } from './sheet-kind.js';

/** What is read and checked while one waits: bytes of a file, rows of a sheet. More is done in the background. */
const atOnce = { bytes: 128 * 1024, rows: 150 };

const here: Within = (work) => work();

/** A sheet becomes records: read, its columns named, checked, confirmed. */
@Injectable()
export class Imports {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly operations: OperationsClient,
    private readonly steps: ImportSteps,
    private readonly jobs: ImportJobs,
    private readonly kind: SheetKind,
  ) {}

  async begin({ uploadId }: { uploadId: string }, call: Call) {
    const claimed = await this.operations.ask(claimUpload, { uploadId, purpose: this.kind.purpose }, call.network);
    const { key, name, type, size, sha256 } = claimed;
    const begun = {
      ...{ id: newId(), networkId: call.network, status: 'reading' as const, name, type, size, sha256, stagedKey: key },
      ...{ failure: null, columns: [], rows: 0, mapping: null, counts: null, digest: null, done: 0, result: null, reportKey: null },
      ...{ fallback: call.fallback, begunBy: call.personId, begunAt: await this.clock.now(this.em) },
      ...{ confirmedBy: null, confirmedAt: null, finishedAt: null, stoppedIn: null, tries: null, checkedBy: null },
    };
    const entity = this.em.create(this.kind.entity, begun as unknown as RequiredEntityData<SheetImport>); // its version is the ORM's to give
    await this.em.persist(entity).flush();
    record(this.em, call, this.kind.events.begun, factOf(entity));
    if (size <= atOnce.bytes) await this.steps.read(ofImport(entity), here);
    else await this.jobs.later(entity, 'reading');
    if (entity.status === 'failed') throw new DomainError(generalErrors['upload-not-found']);
    return this.view(entity, call);
  }

  async get(id: string, call: Call) {
    return this.view(await this.load(id, call), call);
  }

  async map(asked: Asked, call: Call) {
    const { id, mapping } = asked;
    await this.kind.expectMapping(mapping, call.network);
    const entity = await this.load(id, call);
    importActs.map(entity, mapping);
    await this.em.flush();
    if (entity.rows <= atOnce.rows) await this.steps.check(ofImport(entity), here);
    else await this.jobs.later(entity, 'checking');
    await this.kind.noteMapped(asked, entity.columns, call);
    return this.view(entity, call);
  }

  /** Nothing else than what the check showed: not of other columns, not by other terms, not over records or names that changed since. */
  async confirm({ id, digest }: { id: string; digest: string }, call: Call) {
    const entity = await this.load(id, call);
    const { print: checkedBy } = await this.kind.terms(call.network);
    importActs.confirm(entity, { digest, checkedBy }, { by: call.personId, at: await this.clock.now(this.em) });
    if (await this.kind.hasChanged(ofImport(entity))) throw new ImportStaleError();
    await this.em.flush();
    const { mapping, counts } = entity;
    if (!mapping || !counts) throw new Error('an import was checked without columns');
    record(this.em, call, this.kind.events.confirmed, factOf(entity, { ...mapping, counts }));
    await this.jobs.later(entity, 'applying');
    return this.view(entity, call);
  }

  /** What could not go on does from where it stopped; rows that could not be written are tried again. */
  async resume(id: string, call: Call) {
    const entity = await this.load(id, call);
    const stopped = entity.stoppedIn ?? null;
    const { print } = await this.kind.terms(call.network);
    importActs.resume(entity, print, { by: call.personId, at: await this.clock.now(this.em) });
    if (stopped === null) throw new Error('an import goes on that stopped nowhere');
    await this.em.flush();
    const waiting = await this.kind.tables.awaitFailed(this.em, ofImport(entity));
    if (waiting > 0) await this.kind.tables.noteMoreDone(this.em, ofImport(entity), -waiting);
    record(this.em, call, this.kind.events.resumed, factOf(entity));
    await this.jobs.later(entity, stopped);
    return this.view(entity, call);
  }

  private view(entity: SheetImport, call: Call) {
    return viewImport(entity, this.kind.words(call.lang));
  }

  private async load(id: string, call: Call): Promise<SheetImport> {
    const entity = await this.steps.load({ networkId: call.network, importId: id });
    if (!entity) throw new ImportNotFoundError();
    return entity;
  }
}

const ofImport = ({ id, networkId }: SheetImport) => ({ importId: id, networkId });

const factOf = ({ id, version, sha256 }: SheetImport, more: object = {}) => ({
  aggregateId: id,
  aggregateVersion: version,
  data: { ...more, sha256 },
});

import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { claimUpload } from '@alianza/contracts/gateway/uploads';
import type { InputOf } from '@alianza/contracts/operation';
import { importBegun, importConfirmed } from '@alianza/contracts/repository/imports';
import type { beginImport, confirmImport, mapImport, PracticeImport } from '@alianza/contracts/repository/imports';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { ImportNotFoundError, ImportStaleError } from '@alianza/platform/sheets/import.errors';
import { Import } from './import.entity.js';
import { ImportSteps, type Within } from './steps/import-steps.service.js';
import { ImportJobs } from './steps/imports.jobs.js';
import { recordsChanged } from './imports.queries.js';
import { viewImport } from './reading/imports.views.js';
import { KeptMappings } from './mapping/kept-mappings.service.js';

/** What is read and checked while one waits: bytes of a file, rows of a sheet. More is done in the background. */
const atOnce = { bytes: 128 * 1024, rows: 150 };

const here: Within = (work) => work();

/** A sheet becomes records: read, its columns named, checked, confirmed. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly operations: OperationsClient,
    private readonly steps: ImportSteps,
    private readonly jobs: ImportJobs,
    private readonly kept: KeptMappings,
  ) {}

  async begin({ uploadId }: InputOf<typeof beginImport>, call: Call): Promise<PracticeImport> {
    const { key, name, type, size, sha256 } = await this.operations.ask(claimUpload, { uploadId, purpose: 'practice-sheet' }, call.network);
    const begun = {
      ...{ id: newId(), networkId: call.network, status: 'reading' as const, name, type, size, sha256, stagedKey: key },
      ...{ failure: null, columns: [], rows: 0, mapping: null, counts: null, digest: null, done: 0, result: null, reportKey: null },
      ...{ fallback: call.fallback, begunBy: call.personId, begunAt: await this.clock.now(this.em) },
      ...{ confirmedBy: null, confirmedAt: null, finishedAt: null },
    };
    const entity = this.em.create(Import, begun);
    await this.em.persist(entity).flush();
    record(this.em, call, importBegun, { aggregateId: entity.id, aggregateVersion: entity.version, data: { sha256 } });
    const of = ofImport(entity);
    if (size <= atOnce.bytes) await this.steps.read(of, here);
    else await this.jobs.later(entity, 'read');
    return viewImport(entity, call);
  }

  async get(id: string, call: Call): Promise<PracticeImport> {
    return viewImport(await this.load(id, call), call);
  }

  async map({ id, mapping, rememberAs }: InputOf<typeof mapImport>, call: Call): Promise<PracticeImport> {
    const entity = await this.load(id, call);
    entity.map(mapping);
    await this.em.flush();
    if (rememberAs !== undefined) await this.kept.keep(call.network, rememberAs, entity.columns, mapping);
    const of = ofImport(entity);
    if (entity.rows <= atOnce.rows) await this.steps.check(of, here);
    else await this.jobs.later(entity, 'check');
    return viewImport(entity, call);
  }

  /** Nothing else than what the check showed: not of other columns, not over records that changed since. */
  async confirm({ id, digest }: InputOf<typeof confirmImport>, call: Call): Promise<PracticeImport> {
    const entity = await this.load(id, call);
    entity.confirm(digest, { by: call.personId, at: await this.clock.now(this.em) });
    const of = ofImport(entity);
    if (await recordsChanged(this.em, of)) throw new ImportStaleError();
    await this.em.flush();
    const { mapping, counts, sha256, version: aggregateVersion } = entity;
    if (!mapping || !counts) throw new Error('an import was checked without columns');
    record(this.em, call, importConfirmed, { aggregateId: id, aggregateVersion, data: { sha256, as: mapping.as, counts } });
    await this.jobs.later(entity, 'apply');
    return viewImport(entity, call);
  }

  private async load(id: string, call: Call): Promise<Import> {
    const entity = await this.em.findOne(Import, { id, networkId: call.network });
    if (!entity) throw new ImportNotFoundError();
    return entity;
  }
}

const ofImport = ({ id, networkId }: Import) => ({ importId: id, networkId });

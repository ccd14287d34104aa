import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { claimUpload } from '@alianza/contracts/gateway/uploads';
import {
  memberImportBegun,
  memberImportConfirmed,
  type beginMemberImport,
  type confirmMemberImport,
  type mapMemberImport,
  type MemberImport as ImportView,
} from '@alianza/contracts/membership/imports';
import type { InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { OperationsClient } from '@alianza/platform/nats/operations.client';
import { ImportNotFoundError, ImportStaleError } from '@alianza/platform/sheets/import.errors';
import { Network } from '../networks/network.entity.js';
import { membersChanged } from './imports.queries.js';
import { MemberImport } from './member-import.entity.js';
import { viewImport } from './reading/imports.views.js';
import { ImportSteps, type Within } from './steps/import-steps.service.js';
import { ImportJobs } from './steps/imports.jobs.js';

/** What is read and checked while one waits: bytes of a file, rows of a sheet. More is done in the background. */
const atOnce = { bytes: 128 * 1024, rows: 150 };

const here: Within = (work) => work();

/** A sheet becomes members: read, its columns named, checked, confirmed. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly operations: OperationsClient,
    private readonly steps: ImportSteps,
    private readonly jobs: ImportJobs,
  ) {}

  async begin({ uploadId }: InputOf<typeof beginMemberImport>, call: Call): Promise<ImportView> {
    const { key, name, type, size, sha256 } = await this.operations.ask(claimUpload, { uploadId, purpose: 'member-sheet' }, call.network);
    const begun = {
      ...{ id: newId(), networkId: call.network, status: 'reading' as const, name, type, size, sha256, stagedKey: key },
      ...{ failure: null, columns: [], rows: 0, mapping: null, counts: null, digest: null, done: 0, result: null, reportKey: null },
      ...{ fallback: call.fallback, begunBy: call.personId, begunAt: await this.clock.now(this.em) },
      ...{ confirmedBy: null, confirmedAt: null, finishedAt: null },
    };
    const entity = this.em.create(MemberImport, begun);
    await this.em.persist(entity).flush();
    record(this.em, call, memberImportBegun, { aggregateId: entity.id, aggregateVersion: entity.version, data: { sha256 } });
    if (size <= atOnce.bytes) await this.steps.read(ofImport(entity), here);
    else await this.jobs.later(entity, 'read');
    return viewImport(entity, call);
  }

  async get(id: string, call: Call): Promise<ImportView> {
    return viewImport(await this.load(id, call), call);
  }

  async map({ id, mapping }: InputOf<typeof mapMemberImport>, call: Call): Promise<ImportView> {
    if (mapping.category !== null) (await this.em.findOneOrFail(Network, { id: call.network })).expectCategory(mapping.category);
    const entity = await this.load(id, call);
    entity.map(mapping);
    await this.em.flush();
    if (entity.rows <= atOnce.rows) await this.steps.check(ofImport(entity), here);
    else await this.jobs.later(entity, 'check');
    return viewImport(entity, call);
  }

  /** Nothing else than what the check showed: not of other columns, not over members that changed since. */
  async confirm({ id, digest }: InputOf<typeof confirmMemberImport>, call: Call): Promise<ImportView> {
    const entity = await this.load(id, call);
    entity.confirm(digest, { by: call.personId, at: await this.clock.now(this.em) });
    if (await membersChanged(this.em, ofImport(entity))) throw new ImportStaleError();
    await this.em.flush();
    const { counts, sha256, version: aggregateVersion } = entity;
    if (!counts) throw new Error('an import was checked without counting');
    record(this.em, call, memberImportConfirmed, { aggregateId: id, aggregateVersion, data: { sha256, counts } });
    await this.jobs.later(entity, 'apply');
    return viewImport(entity, call);
  }

  private async load(id: string, call: Call): Promise<MemberImport> {
    const entity = await this.em.findOne(MemberImport, { id, networkId: call.network });
    if (!entity) throw new ImportNotFoundError();
    return entity;
  }
}

const ofImport = ({ id, networkId }: MemberImport) => ({ importId: id, networkId });

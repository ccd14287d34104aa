import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { ActorMapping } from '@alianza/contracts/membership/imports/actors';
import { ofKind } from '@alianza/platform/imports/import-rows';
import type { Writing as SheetWriting, Written } from '@alianza/platform/imports/sheet-kind';
import { Actor } from '../../../actors/actor.entity.js';
import { Organization } from '../../../organizations/organization.entity.js';
import { OrganizationRows, type Became, type Standing } from '../../writing/organization-rows.js';
import { ActorImportIdentity } from '../actor-import.entities.js';
import type { PlannedActor } from '../actor-imports.queries.js';
import { sitesInUse } from '../rows/known-actors.js';
import type { ActorPlan } from '../rows/plan.js';
import { ActorWriting, type Writing } from './actor-writing.service.js';

interface StandingActor extends Standing<ActorPlan> {
  readonly actor: Actor;
}

/** Does what a check of actors showed, for some rows at once. */
@Injectable()
export class ActorRowsWriting extends OrganizationRows<ActorPlan, Writing, StandingActor> {
  protected readonly identities = ActorImportIdentity;
  protected readonly table = 'actor_import';

  constructor(
    em: EntityManager,
    private readonly actors: ActorWriting,
  ) {
    super(em);
  }

  write(rows: readonly PlannedActor[], { networkId, at, origin }: SheetWriting<ActorMapping>): Promise<Written<ActorPlan>> {
    return this.writeRows(rows, { networkId, at, origin });
  }

  /** Somebody of its web domain came since. */
  protected override async isTakenOtherwise(rows: readonly PlannedActor[], { networkId }: Writing) {
    const sitesOf = ({ plan }: PlannedActor) => ofKind(plan.identities, 'site');
    const inUse = await sitesInUse(this.em, networkId, rows.flatMap(sitesOf));
    return (row: PlannedActor) => sitesOf(row).some((site) => inUse.has(site));
  }

  protected async create(rows: readonly PlannedActor[], writing: Writing): Promise<readonly Became[]> {
    const newcomers = rows.map(({ plan: { content, identities } }) => {
      if (!content) throw new Error('a row would make an actor of nothing');
      return { content, slug: ofKind(identities, 'slug')[0] ?? null };
    });
    const made = await this.actors.create(newcomers, writing);
    return made.map(({ actor, organization }) => ({ recordId: actor.id, organizationId: organization.id }));
  }

  /** Those that are outside still. */
  protected async standing(rows: readonly PlannedActor[], { networkId }: Writing): Promise<readonly StandingActor[]> {
    const found = await this.em.find(Actor, { networkId, id: { $in: rows.map(({ plan }) => plan.target?.id ?? '') } });
    const ids = found.map(({ organizationId }) => organizationId);
    const outside = await this.em.find(Organization, { networkId, id: { $in: ids }, kind: 'actor' });
    const organizations = new Map(outside.map((organization) => [organization.id, organization]));
    const actors = new Map(found.map((actor) => [actor.id, actor]));
    return rows.flatMap((row) => {
      const actor = actors.get(row.plan.target?.id ?? '');
      const organization = organizations.get(actor?.organizationId ?? '');
      const isAsChecked = actor !== undefined && actor.state !== 'member' && actor.version === row.plan.target?.version;
      return isAsChecked && organization ? [{ row, recordId: actor.id, organization, actor }] : [];
    });
  }

  protected async change(rows: readonly StandingActor[], writing: Writing): Promise<void> {
    const changes = rows.flatMap(({ actor, organization, row: { plan } }) =>
      plan.content ? [{ actor, organization, content: plan.content }] : [],
    );
    await this.actors.change(changes, writing);
  }
}

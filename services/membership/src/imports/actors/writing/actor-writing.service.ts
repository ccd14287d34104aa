import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from '@alianza/contracts/event';
import { actorAdded, actorEdited } from '@alianza/contracts/membership/directory/actors';
import { originalOf } from '@alianza/platform/data/localized';
import { recordAll } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import type { Writing as SheetWriting } from '@alianza/platform/imports/sheet-kind';
import { ActorOrganizations } from '../../../actors/actor-organizations.service.js';
import { Actor, identified } from '../../../actors/actor.entity.js';
import { slugOf } from '../../../organizations/names.js';
import type { Organization } from '../../../organizations/organization.entity.js';
import { Settling } from '../../../organizations/settling.service.js';
import { freeAddresses } from '../../writing/free-addresses.js';
import type { ActorContent } from '../rows/plan.js';

export type Writing = Pick<SheetWriting, 'networkId' | 'at' | 'origin'>;

export interface Newcomer {
  readonly content: ActorContent;
  /** The name in addresses that the sheet gives it. */
  readonly slug: string | null;
}

interface Known {
  readonly actor: Actor;
  readonly organization: Organization;
}
export interface Changing extends Known {
  readonly content: ActorContent;
}

/** Writes actors as a sheet tells them, many at a time, as the secretariat enters them one by one. */
@Injectable()
export class ActorWriting {
  constructor(
    private readonly em: EntityManager,
    private readonly organizations: ActorOrganizations,
    private readonly settling: Settling,
  ) {}

  async create(newcomers: readonly Newcomer[], writing: Writing): Promise<Known[]> {
    const { networkId, at, origin } = writing;
    const wanted = newcomers.map(({ content, slug }) => slug ?? slugOf(originalOf(content.name)));
    const addresses = await freeAddresses(this.em, networkId, wanted);
    const made = newcomers.map(({ content }, place): Known => {
      const organization = this.organizations.enterAt(content, { networkId, slug: addresses[place] ?? newId() });
      const { initiatives, sources, contact } = content;
      const keys = { id: newId(), networkId, organizationId: organization.id };
      const actor = this.em.create(Actor, { ...keys, ...identified(origin.actor.personId, at), initiatives, sources, contact });
      this.em.persist(actor);
      return { actor, organization };
    });
    await this.settling.settleAll(
      made.map(({ organization }) => [organization, { what: 'registered' }] as const),
      writing,
    );
    this.tell(actorAdded, made, writing);
    return made;
  }

  async change(changes: readonly Changing[], writing: Writing): Promise<void> {
    const edited = changes.map(({ actor, organization, content }) => {
      actor.say(content, writing.at);
      return [organization, { what: 'edited' as const, changes: this.organizations.describe(organization, content) }] as const;
    });
    await this.settling.settleAll(edited, writing);
    this.tell(actorEdited, changes, writing);
  }

  private tell(event: EventType<(typeof actorAdded)['data']>, known: readonly Known[], { origin }: Writing): void {
    const facts = known.map(({ actor: { id, version, state }, organization: { name } }) => ({
      aggregateId: id,
      aggregateVersion: version,
      data: { name, state, note: null },
    }));
    recordAll(this.em, origin, event, facts);
  }
}

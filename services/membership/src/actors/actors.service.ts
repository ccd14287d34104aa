import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import {
  actorAdded,
  actorEdited,
  actorMoved,
  type ActorFile,
  type addActor,
  type editActor,
  type moveActor,
  type recognizeActor,
} from '@alianza/contracts/membership/directory/actors';
import type { InputOf } from '@alianza/contracts/operation';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { newId } from '@alianza/platform/ids';
import { Organization } from '../organizations/organization.entity.js';
import { expectNameFree } from '../organizations/profiles/free-name.js';
import { Settling } from '../organizations/settling.service.js';
import { OrganizationNotFoundError } from '../organizations/standing/standing.errors.js';
import { ActorProgress } from './actor-progress.service.js';
import { Actor, identified } from './actor.entity.js';
import { ActorOrganizations } from './actor-organizations.service.js';
import { ActorIsMemberError, ActorNotFoundError } from './actors.errors.js';
import { ActorViews } from './reading/actor-views.service.js';

type Said = InputOf<typeof addActor>;

/** The secretariat's map of organisations that are not members. */
@Injectable()
export class ActorsService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly organizations: ActorOrganizations,
    private readonly progress: ActorProgress,
    private readonly settling: Settling,
    private readonly views: ActorViews,
  ) {}

  async get(id: string, call: Call): Promise<ActorFile> {
    return this.view(await this.load(id, call.network), call);
  }

  async add(said: Said, call: Call): Promise<ActorFile> {
    expectSources(said);
    await oneAtATime(this.em, 'organizations', call.network);
    await expectNameFree(this.em, call.network, said);
    const at = await this.clock.now(this.em);
    const organization = await this.organizations.enter(said, call);
    const { initiatives, sources, contact } = said;
    const keys = { id: newId(), networkId: call.network, organizationId: organization.id };
    const actor = this.em.create(Actor, { ...keys, ...identified(call.personId, at), initiatives, sources, contact });
    this.em.persist(actor);
    await this.progress.tell(actor, actorAdded, call);
    await this.settling.settle(organization, { what: 'registered' }, call);
    return this.view(actor, call);
  }

  async edit({ id, wasCalled, ...said }: InputOf<typeof editActor>, call: Call): Promise<ActorFile> {
    expectSources(said);
    await oneAtATime(this.em, 'organizations', call.network);
    const actor = await this.loadToChange(id, call);
    const organization = await this.organizationOf(actor);
    await expectNameFree(this.em, call.network, said, organization);
    actor.say(said, await this.clock.now(this.em));
    const changes = this.organizations.describe(organization, said, wasCalled);
    await this.progress.tell(actor, actorEdited, call);
    await this.settling.settle(organization, { what: 'edited', changes }, call);
    return this.view(actor, call);
  }

  async move({ id, to, note }: InputOf<typeof moveActor>, call: Call): Promise<ActorFile> {
    const actor = await this.loadToChange(id, call);
    actor.move({ to, note, by: call.personId, at: await this.clock.now(this.em) });
    await this.progress.tell(actor, actorMoved, call);
    return this.view(actor, call);
  }

  /** It is a member under another name: its own entry leaves the public directory. */
  async recognize({ id, organizationId }: InputOf<typeof recognizeActor>, call: Call): Promise<ActorFile> {
    const actor = await this.loadToChange(id, call);
    const member = await this.em.findOne(Organization, { networkId: call.network, id: organizationId });
    if (!member?.takesPart()) throw new OrganizationNotFoundError();
    actor.join(member.id, call.personId, await this.clock.now(this.em));
    const organization = await this.organizationOf(actor);
    await this.progress.tell(actor, actorMoved, call);
    const changes = organization.listed ? [{ field: 'listed' as const, before: 'true', after: 'false' }] : [];
    organization.show(false);
    await this.settling.settle(organization, { what: 'edited', changes }, call);
    return this.view(actor, call);
  }

  async load(id: string, networkId: string): Promise<Actor> {
    const actor = await this.em.findOne(Actor, { networkId, id });
    if (!actor) throw new ActorNotFoundError();
    return actor;
  }

  /** As it was read, and outside still: whoever came in by a sheet is a member too. */
  async loadToChange(id: string, call: Call): Promise<Actor> {
    const actor = await this.load(id, call.network);
    const organization = await this.organizationOf(actor);
    if (organization.kind === 'member') throw new ActorIsMemberError();
    actor.expectOutside();
    expectVersion(actor, call);
    return actor;
  }

  async view(actor: Actor, call: Call): Promise<ActorFile> {
    await this.em.flush();
    return this.views.view(actor, await this.organizationOf(actor), call);
  }

  private organizationOf({ networkId, organizationId }: Actor): Promise<Organization> {
    return this.em.findOneOrFail(Organization, { networkId, id: organizationId });
  }
}

/** What is said in public of who did not say it itself has a source. */
function expectSources({ shown, sources }: Pick<Said, 'shown' | 'sources'>): void {
  if (shown && sources.length === 0)
    throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '/sources', reason: 'source-missing' }]);
}

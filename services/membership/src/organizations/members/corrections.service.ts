import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { correctMember } from '@alianza/contracts/membership/directory/members';
import type { InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { nameKeyOf } from '../names.js';
import type { Organization } from '../organization.entity.js';
import { calledOtherwise, changesBetween } from '../profiles/changes.js';
import { expectNameFree } from '../profiles/free-name.js';
import { LogosService } from '../profiles/logos.service.js';
import { plainOf } from '../publication.js';
import { Settling } from '../settling.service.js';
import { OrganizationNotFoundError } from '../standing/standing.errors.js';
import { StandingService } from '../standing/standing.service.js';

type Wanted = InputOf<typeof correctMember>;

/** The secretariat puts right what an organisation is called and is; what it shows in public stays its own to say. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly em: EntityManager,
    private readonly standing: StandingService,
    private readonly logos: LogosService,
    private readonly settling: Settling,
  ) {}

  async correct({ id, reason, logoUploadId, name, acronym, wasCalled, ...said }: Wanted, call: Call): Promise<Organization> {
    await oneAtATime(this.em, 'organizations', call.network);
    const organization = await this.standing.load(id, call);
    if (organization.kind !== 'member') throw new OrganizationNotFoundError();
    await expectNameFree(this.em, call.network, { name }, organization);
    const description = { ...said, shows: [...organization.shown()], listed: organization.listed };
    const renamed = calledOtherwise(organization, { name, acronym });
    const changes = [...renamed, ...changesBetween(organization, description)];
    if (renamed.length > 0)
      organization.rename({ name, acronym, nameKey: nameKeyOf({ name }), plain: plainOf({ name, acronym }), wasCalled });
    if (changes.length > renamed.length) organization.describe(description);
    if (logoUploadId !== undefined && (await this.logos.put(organization, logoUploadId, call)))
      changes.push({ field: 'logo', before: null, after: null });
    if (changes.length > 0) await this.settling.settle(organization, { what: 'edited', reason, changes }, call);
    return organization;
  }
}

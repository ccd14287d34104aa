import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { DomainError } from '@alianza/contracts/errors';
import { applicationErrors } from '@alianza/contracts/membership/applications';
import type { correctMember } from '@alianza/contracts/membership/directory/members';
import { organizationEdited } from '@alianza/contracts/membership/directory/profiles';
import type { InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { originalOf } from '@alianza/platform/data/localized';
import { oneAtATime } from '@alianza/platform/data/one-at-a-time';
import { record } from '@alianza/platform/events/record';
import { HistoryService } from '../history/history.service.js';
import { plain } from '../names.js';
import { Organization } from '../organization.entity.js';
import { calledOtherwise, changesBetween } from '../profiles/changes.js';
import { LogosService } from '../profiles/logos.service.js';
import { plainOf, Publication } from '../publication.js';
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
    private readonly publication: Publication,
    private readonly history: HistoryService,
  ) {}

  async correct({ id, reason, logoUploadId, name, acronym, wasCalled, ...said }: Wanted, call: Call): Promise<Organization> {
    await oneAtATime(this.em, 'organizations', call.network);
    const organization = await this.standing.load(id, call);
    if (organization.kind !== 'member') throw new OrganizationNotFoundError();
    const nameKey = plain(originalOf(name));
    await this.expectFree(organization, nameKey, originalOf(name));
    const description = { ...said, shows: [...organization.shown()], listed: organization.listed };
    const renamed = calledOtherwise(organization, { name, acronym });
    const changes = [...renamed, ...changesBetween(organization, description)];
    if (renamed.length > 0) organization.rename({ name, acronym, nameKey, plain: plainOf({ name, acronym }), wasCalled });
    if (changes.length > renamed.length) organization.describe(description);
    if (logoUploadId !== undefined && (await this.logos.put(organization, logoUploadId, call)))
      changes.push({ field: 'logo', before: null, after: null });
    if (changes.length > 0) await this.settle(organization, { reason, changes }, call);
    return organization;
  }

  private async expectFree({ networkId, id }: Organization, nameKey: string, name: string): Promise<void> {
    const known = await this.em.findOne(Organization, { networkId, nameKey });
    if (known && known.id !== id) throw new DomainError(applicationErrors['organization-name-taken'], { name });
  }

  private async settle(
    organization: Organization,
    { reason, changes }: { reason: string; changes: ReturnType<typeof changesBetween> },
    call: Call,
  ): Promise<void> {
    await this.em.flush();
    await this.publication.refresh(organization);
    await this.history.note(organization, { what: 'edited', reason, changes }, call);
    const { id, version, name, sector, status, country = null, category = null } = organization;
    const data = { name, sector, status, country, category };
    record(this.em, call, organizationEdited, { aggregateId: id, aggregateVersion: version, data });
    await this.em.flush();
  }
}

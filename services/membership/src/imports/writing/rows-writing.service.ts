import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { MemberMapping } from '@alianza/contracts/membership/imports/members';
import { ofKind } from '@alianza/platform/imports/import-rows';
import type { Writing as SheetWriting, Written } from '@alianza/platform/imports/sheet-kind';
import { defaultLanguage, Network } from '../../networks/network.entity.js';
import { Organization } from '../../organizations/organization.entity.js';
import type { PlannedMember } from '../imports.queries.js';
import { MemberImportIdentity } from '../member-import.entities.js';
import type { MemberPlan } from '../rows/plan.js';
import { MemberWriting, type Writing } from './member-writing.service.js';
import { TitularInviting } from './titular-inviting.service.js';
import { OrganizationRows, type Became, type Standing } from './organization-rows.js';

/** Does what a check of members showed, for some rows at once. */
@Injectable()
export class RowsWriting extends OrganizationRows<MemberPlan, Writing> {
  protected readonly identities = MemberImportIdentity;
  protected readonly table = 'member_import';

  constructor(
    em: EntityManager,
    private readonly members: MemberWriting,
    private readonly titulars: TitularInviting,
  ) {
    super(em);
  }

  async write(rows: readonly PlannedMember[], writing: SheetWriting<MemberMapping>): Promise<Written<MemberPlan>> {
    const network = await this.em.findOneOrFail(Network, { id: writing.networkId });
    await this.titulars.hold(rows, writing.networkId);
    const written = await this.writeRows(rows, { ...writing, zone: network.zone });
    return this.titulars.invite(rows, written, { ...writing, language: defaultLanguage(network) });
  }

  protected async create(rows: readonly PlannedMember[], writing: Writing): Promise<readonly Became[]> {
    const newcomers = rows.map(({ plan: { content, granted, identities } }) => {
      if (!content || !granted) throw new Error('a row would make a member of nothing');
      return { content, granted, slug: ofKind(identities, 'slug')[0] ?? null };
    });
    return (await this.members.create(newcomers, writing)).map(({ id }) => ({ recordId: id, organizationId: id }));
  }

  protected async standing(rows: readonly PlannedMember[], { networkId }: Writing): Promise<readonly Standing<MemberPlan>[]> {
    const targets = rows.map(({ plan }) => plan.target?.id ?? '');
    const found = await this.em.find(Organization, { networkId, id: { $in: targets } });
    const byId = new Map(found.map((organization) => [organization.id, organization]));
    return rows.flatMap((row) => {
      const organization = byId.get(row.plan.target?.id ?? '');
      return organization?.version === row.plan.target?.version && organization ? [{ row, recordId: organization.id, organization }] : [];
    });
  }

  protected async change(rows: readonly Standing<MemberPlan>[], writing: Writing): Promise<void> {
    const changes = rows.flatMap(({ organization, row: { plan } }) =>
      plan.content ? [{ organization, content: plan.content, granted: plan.granted }] : [],
    );
    await this.members.change(changes, writing);
  }
}

import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { Letter as LetterView } from '@alianza/contracts/membership/representation/letters';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { resolve } from '@alianza/platform/data/localized';
import { File } from '@alianza/platform/files/file.entity';
import { Organization } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { Letter } from './letter.entity.js';
import { viewLetter } from './letter.view.js';

/** Letters with whom they designate, and for whom. */
@Injectable()
export class LetterViews {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
  ) {}

  async one(letter: Letter, call: Call): Promise<LetterView> {
    const [view] = await this.all([letter], call);
    if (!view) throw new Error('a letter has a view');
    return view;
  }

  async all(letters: readonly Letter[], call: Call): Promise<LetterView[]> {
    const networkId = call.network;
    const now = await this.clock.now(this.em);
    const files = byId(await this.em.find(File, { networkId, id: letters.flatMap(({ fileId }) => fileId ?? []) }));
    const people = byId(await this.em.find(Person, { id: letters.map(({ personId }) => personId) }));
    const organizations = byId(await this.em.find(Organization, { networkId, id: letters.map(({ organizationId }) => organizationId) }));
    const beside = await this.besideClosed(letters, networkId);
    return letters.flatMap((letter) => {
      const { roleId, role, personId, organizationId, fileId } = letter;
      const organization = organizations.get(organizationId);
      if (!organization) return [];
      const names = { person: people.get(personId)?.name ?? '', organization: resolve(organization.name, call).text };
      const view = viewLetter(letter, { file: files.get(fileId ?? ''), letters: beside, now });
      return [{ ...view, roleId, role, personId, organizationId, organizationStatus: organization.status, ...names }];
    });
  }

  /** What tells of closed ones why they are: the others of their roles. */
  private async besideClosed(letters: readonly Letter[], networkId: string): Promise<Letter[]> {
    const closed = letters.filter(({ status }) => status === 'closed');
    return closed.length === 0 ? [] : this.em.find(Letter, { networkId, roleId: closed.map(({ roleId }) => roleId) });
  }
}

const byId = <Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [row.id, row]));

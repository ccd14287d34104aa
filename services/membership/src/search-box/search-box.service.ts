import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { FoundGroup, FoundKind, Hit } from '@alianza/contracts/search/found';
import type { findInMembership } from '@alianza/contracts/search/search-box';
import type { Call } from '@alianza/platform/calls/call';
import { resolve } from '@alianza/platform/data/localized';
import { shownPlace } from '../organizations/organization.entity.js';
import {
  findActors,
  findApplications,
  findOrganizations,
  findPeople,
  type Asked,
  type FoundActor,
  type FoundOrganization,
  type FoundPerson,
} from './search-box.queries.js';

/** Membership's part of the search box: what whoever asks may see anyway. */
@Injectable()
export class SearchBoxService {
  constructor(private readonly em: EntityManager) {}

  async find({ q, limit }: InputOf<typeof findInMembership>, call: Call): Promise<AnswerOf<typeof findInMembership>> {
    const asked = { networkId: call.network, q, limit };
    const organizations = [await this.organizations(asked, call), await this.actors(asked, call)];
    const groups = [...organizations, await this.people(asked, call), await this.applications(asked, call)];
    return { groups: groups.filter((group) => group !== null) };
  }

  private async organizations(asked: Asked, call: Call): Promise<FoundGroup | null> {
    const staff = call.principal.permissions.includes('organizations:read');
    const found = await findOrganizations(this.em, asked, staff ? 'every' : 'present');
    return groupOf('organization', found, (one) => ({
      ...presented(staff ? one : { ...one, country: shownPlace(one).country }, call),
      place: placeOf(one, staff),
    }));
  }

  /** Who stands on the map of actors takes no part: the secretariat alone looks after it. */
  private async actors(asked: Asked, call: Call): Promise<FoundGroup | null> {
    if (!call.principal.permissions.includes('organizations:read')) return null;
    const found = await findActors(this.em, asked);
    return groupOf('actor', found, (one) => ({ ...presented(one, call), place: `secretaria/actores?abierta=${one.id}` }));
  }

  /** Everybody for those who look after the network; for the others the people of the organisation acted for. */
  private async people(asked: Asked, call: Call): Promise<FoundGroup | null> {
    const { permissions, actingFor } = call.principal;
    const staff = permissions.includes('organizations:read');
    if (!staff && (actingFor === null || !permissions.includes('representatives:read'))) return null;
    const found = await findPeople(this.em, asked, staff ? null : actingFor);
    return groupOf('person', found, (one) => ({
      ...{ id: `${one.id} ${one.organizationId ?? ''}`.trim(), title: one.name, lang: null },
      ...{ excerpt: one.organization && resolve(one.organization, call).text, place: placeOfPerson(one, staff) },
    }));
  }

  private async applications(asked: Asked, call: Call): Promise<FoundGroup | null> {
    if (!call.principal.permissions.includes('applications:read')) return null;
    const country = new Intl.DisplayNames(call.lang, { type: 'region', fallback: 'code' });
    return groupOf('application', await findApplications(this.em, asked), (one) => ({
      ...{ id: one.id, title: one.organization, lang: null, excerpt: country.of(one.country) ?? one.country },
      place: `secretaria/solicitudes?abierta=${one.id}`,
    }));
  }
}

function presented(one: FoundActor | FoundOrganization, call: Call): Omit<Hit, 'place'> {
  const name = resolve(one.name, call);
  const country = new Intl.DisplayNames(call.lang, { type: 'region', fallback: 'code' });
  const excerpt = [one.acronym, one.country && country.of(one.country)].filter(Boolean).join(' · ');
  return { id: one.id, title: name.text, lang: name.lang === call.lang ? null : name.lang, excerpt: excerpt || null };
}

function placeOf({ id, slug, listed, name }: FoundOrganization, staff: boolean): string {
  if (staff) return `secretaria/integrantes?abierta=${id}`;
  return listed ? `organizaciones/${slug}` : `miembro/organizaciones?q=${encodeURIComponent(name[name.original] ?? '')}`;
}

function placeOfPerson({ organizationId }: FoundPerson, staff: boolean): string {
  if (!staff) return 'miembro/personas';
  return organizationId === null ? 'secretaria/papeles' : `secretaria/integrantes/${organizationId}/personas`;
}

/** Nothing where nothing was found. */
function groupOf<Row extends { readonly total: number }>(
  kind: FoundKind,
  found: readonly Row[],
  hit: (row: Row) => Hit,
): FoundGroup | null {
  const total = found[0]?.total ?? 0;
  return total === 0 ? null : { kind, total, items: found.map(hit) };
}

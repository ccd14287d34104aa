import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Likeness, Likenesses } from '@alianza/contracts/membership/application-desk';
import { languages } from '@alianza/contracts/shapes';
import { resolve, type Reader } from '@alianza/platform/data/localized';
import { allNames } from '../../organizations/names.js';
import { readOrganizations, type KnownOrganization } from './duplicates.queries.js';
import { alikeBy, traitsOf, type Known, type Traits } from './likeness.js';

/** More would help nobody to decide. */
const most = 20;

export interface Alike<T> {
  readonly known: T;
  readonly by: Likeness[];
}

/** Those that are alike, the most alike first. */
export function among<T>(all: readonly T[], traits: Traits, say: (known: T) => Known): Alike<T>[] {
  const alike = all.map((known) => ({ known, by: alikeBy(traits, traitsOf(say(known))) })).filter(({ by }) => by.length > 0);
  return alike.sort((one, other) => other.by.length - one.by.length).slice(0, most);
}

export const namesIn = (name: KnownOrganization['name']): string[] => languages.flatMap((lang) => name[lang] ?? []);
/** Also by what it was called before. */
const ofOrganization = ({ name, acronym, formerNames, website }: KnownOrganization): Known => ({
  names: [{ name }, ...(formerNames ?? [])].flatMap(allNames),
  acronym,
  website,
});

interface Whose {
  readonly networkId: string;
  readonly known: Known;
  /** Itself, where it is an organisation already. */
  readonly except?: string;
  /** The one that was invited, whatever it calls itself now. */
  readonly invited?: string | null;
}

type AlikeOrganization = Alike<KnownOrganization>;

/** Whoever was invited is asked about first, alike or not. */
function withInvited(alike: readonly AlikeOrganization[], invited: KnownOrganization | undefined): readonly AlikeOrganization[] {
  if (!invited) return alike;
  const by = alike.find(({ known }) => known === invited)?.by ?? [];
  return [{ known: invited, by: [...by, 'invitation'] }, ...alike.filter(({ known }) => known !== invited)];
}

/** Organisations of the network that may be the same as somebody. */
export async function likeOrganizations(
  em: SqlEntityManager,
  { networkId, known, except, invited = null }: Whose,
  reader: Reader,
): Promise<Likenesses['organizations']> {
  const others = (await readOrganizations(em, networkId)).filter(({ id }) => id !== except);
  const alike = among(others, traitsOf(known), ofOrganization);
  return withInvited(
    alike,
    others.find(({ id }) => id === invited),
  ).map(({ known: { name, kind, actorId, ...one }, by }) => {
    const { id, slug, status } = one;
    return { id, slug, name: resolve(name, reader).text, kind, status, actorId: kind === 'actor' ? actorId : null, by };
  });
}

import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Call, Origin } from '@alianza/platform/calls/call';
import { PersonNotFoundError } from '../people/people.errors.js';
import { PersonNetwork } from '../people/person-network.entity.js';
import { Person } from '../people/person.entity.js';

/** Who asks, where they take part: nobody has mails of a network sent in which they are nobody. */
export async function ownPerson(em: SqlEntityManager, call: Call): Promise<Person> {
  const { personId, network: networkId } = call;
  if (!(await em.findOne(PersonNetwork, { personId, networkId }))) throw new PersonNotFoundError();
  return em.findOneOrFail(Person, { id: personId });
}

/** What is done in a person's name where no session says so: by their link, or when their time has come. */
export const inNameOf = (personId: string, { cause, networkId }: Pick<Origin, 'cause' | 'networkId'>): Origin => ({
  networkId,
  cause,
  actor: { personId, organizationId: null, service: null },
});

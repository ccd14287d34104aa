import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { Account } from '../people/account.entity.js';
import { Person } from '../people/person.entity.js';
import type { IdentityDirectory } from './identity-directory.js';

/** Decisions of one person while one of them is told: more are no haste, but a mistake. */
const most = 10;

/**
 * Tells the provider, outside of every transaction, what holds here, and looks again afterwards. Of several who tell at once, whoever comes last has
 * told what was decided last: no lock is needed while the provider takes its time. Answers what was told last, and what the provider said to it; null
 * where nothing is to be told.
 */
export async function tellWhatHolds<T, R>(read: () => Promise<T | null>, tell: (held: T) => Promise<R>): Promise<[T, R] | null> {
  let held = await read();
  for (let turn = 0; held !== null && turn < most; turn++) {
    const [told, answer] = [held, await tell(held)];
    held = await read();
    if (JSON.stringify(held) === JSON.stringify(told)) return [told, answer];
  }
  if (held === null) return null;
  throw new Error('what holds changed each time it was told to the identity provider');
}

/** By their subjects, in an order that stays. */
export async function subjectsOf(em: SqlEntityManager, personId: string): Promise<string[]> {
  const accounts = await em.find(Account, { personId }, { orderBy: { issuer: 'asc', subject: 'asc' } });
  return accounts.map(({ subject }) => subject);
}

/** Whether a person may sign in, and nowhere any more where not. */
export async function tellStanding(em: SqlEntityManager, identity: IdentityDirectory, personId: string): Promise<void> {
  const read = () =>
    inNetwork(em, { networkId: null, readOnly: true }, async (within) => {
      const person = await within.findOne(Person, { id: personId });
      return person && { disabled: Boolean(person.disabledAt), subjects: await subjectsOf(within, personId) };
    });
  await tellWhatHolds(read, async ({ disabled, subjects }) => {
    for (const subject of subjects) {
      if (!disabled) await identity.enable(subject);
      else {
        await identity.disable(subject);
        await identity.endSessions(subject);
      }
    }
  });
}

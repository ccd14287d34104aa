import type { AnswerOf } from '@alianza/contracts/operation';
import { getAccount } from '@alianza/contracts/membership/account/account';
import { changeAddress } from '@alianza/contracts/membership/account/addresses';
import { askCopy, askErasure } from '@alianza/contracts/membership/account/personal-data';
import { randomUUID } from 'node:crypto';
import { secretFor } from './applications.js';
import { eventually } from '../eventually.js';
import type { Person } from '../people.js';
import { rowsOf } from '../rows.js';
import type { Setting } from '../setting.js';

export type Account = AnswerOf<typeof getAccount>;

/** Somebody asks to be written to elsewhere; the secret is that of the mail. */
export async function askedAddress(setting: Setting, person: Person, email = `otra-${randomUUID().slice(0, 8)}@example.org`) {
  await setting.world.edge.call(changeAddress, { email }, person);
  const [row] = await rowsOf<{ id: string }>(
    'membership',
    'select id from address_change where person_id = $1 and withdrawn_at is null order by id desc limit 1',
    [person.id],
  );
  return { email, changeId: row?.id ?? '', addressSecret: await secretFor(setting, 'confirm-address', row?.id ?? '') };
}

/** The copy of somebody's data, once it is made. */
export async function copiedData(setting: Setting, person: Person): Promise<Account> {
  await setting.world.edge.call(askCopy, {}, person);
  return eventually(async () => {
    const account = await setting.world.edge.call<Account>(getAccount, {}, person);
    return account.copy?.state === 'ready' && account;
  }, 15_000);
}

type State = (setting: Setting, caller: Person | null) => Promise<Readonly<Record<string, string | number>>>;

/** Only for whoever takes part here: a stranger and an operator have nothing of the kind. */
const own =
  (make: (setting: Setting, caller: Person) => Promise<unknown>): State =>
  async (setting, caller) => {
    if (caller?.id) await make(setting, caller);
    return {};
  };

/** What somebody's own account may be in. */
export const accountStates: Readonly<Record<string, State>> = {
  'asked-address': async (setting) => {
    const person = await setting.world.people.enrol('editor', setting.network, setting.organization);
    const { addressSecret } = await askedAddress(setting, person);
    return { addressSecret };
  },
  'copy-of-data': own(copiedData),
  'asked-erasure': own((setting, caller) => setting.world.edge.send(askErasure, {}, caller)),
  'notice-in-force': async (setting) => {
    const query = `select (statements -> 'privacy' ->> 'version')::int as version from network where id = $1`;
    const [row] = await rowsOf<{ version: number }>('membership', query, [setting.network.id]);
    return { noticeVersion: row?.version ?? 1 };
  },
};

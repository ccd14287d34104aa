import { acceptApplication, applyForMembership } from '@alianza/contracts/membership/applications';
import { addAttachment } from '@alianza/contracts/repository/files/attachments';
import { draftPractice, submitPractice } from '@alianza/contracts/repository/practices';
import { uploadFor } from '@alianza/testing/builders/files/record-files';
import { completeContent, drafted } from '@alianza/testing/builders/practices';
import type { Client, Wish } from '@alianza/testing/faults/client';
import type { Processes } from '@alianza/testing/faults/processes';
import { asSecretariat, asTitular, type Setting } from '@alianza/testing/setting';
import { randomUUID } from 'node:crypto';

/** A record that stands at its first version, and the command that brings it to its second. */
export interface Step {
  readonly id: string;
  readonly wish: Wish;
}

/** A service that is killed at its work. */
export interface Interrupted {
  readonly service: 'repository' | 'membership';
  /** Where its records are. */
  readonly table: 'practice' | 'application';
  /** A command that begins a record, sent by nobody yet. */
  readonly first: (setting: Setting) => Promise<Wish>;
  readonly second: (setting: Setting, world: Processes) => Promise<Step>;
  /** A command on a record that gives it no version; sent by nobody yet. */
  readonly other?: (setting: Setting) => Promise<Wish>;
  /** How a record stands after the second. */
  readonly status: string;
}

const repository: Interrupted = {
  service: 'repository',
  table: 'practice',
  status: 'submitted',
  first: async (setting) => ({ operation: draftPractice, input: { content: completeContent() }, asked: await asTitular(setting) }),
  second: async (setting) => {
    const { id, version } = await drafted(setting);
    return { id, wish: { operation: submitPractice, input: { id, terms: 1 }, asked: { ...(await asTitular(setting)), version } } };
  },
  other: async (setting) => {
    const [{ id }, asked] = [await drafted(setting), await asTitular(setting)];
    return { operation: addAttachment, input: { id, uploadId: await uploadFor(setting, asked, 'practice-file') }, asked };
  },
};

const application = () => ({
  ...applyForMembership.example.input,
  organization: `Fundación ${randomUUID()} (ficticia)`,
  email: `${randomUUID()}@example.org`, // one address may have five mails a day
});

/** Of an applicant whose address is taken for confirmed. */
async function confirmed(world: Processes, { network }: Setting): Promise<{ id: string; version: number }> {
  const input = application();
  await world.edge.call(applyForMembership, input, { network: network.code });
  const sql = `update application set status = 'submitted', submitted_at = filed_at where network_id = $1 and organization = $2 returning id, version`;
  const [row] = await world.rows<{ id: string; version: number }>('membership', sql, [network.id, input.organization]);
  if (!row) throw new Error('the application was not kept');
  return row;
}

/** An application and a decision, which makes an organisation and an invitation. */
const membership: Interrupted = {
  service: 'membership',
  table: 'application',
  status: 'accepted',
  first: async ({ network }) => ({ operation: applyForMembership, input: application(), asked: { network: network.code } }),
  second: async (setting, world) => {
    const { id, version } = await confirmed(world, setting);
    const input = { id, category: 'member', reference: 'Acuerdo 7', grantedOn: '2026-02-27' };
    return { id, wish: { operation: acceptApplication, input, asked: { ...(await asSecretariat(setting)), version } } };
  },
};

export const interrupted = { repository, membership };

/** So many, half of them of each kind; of those that begin a record half are others, where there are such. */
export async function wishes(
  { first, second, other = first }: Interrupted,
  world: Processes,
  setting: Setting,
  many: number,
): Promise<Wish[]> {
  const pair = async (turn: number) => [await (turn % 2 === 0 ? first : other)(setting), (await second(setting, world)).wish];
  return (await Promise.all(Array.from({ length: many / 2 }, (_none, turn) => pair(turn)))).flat();
}

/** Sends them all, each under a key of its own; asked again with the same keys, they answer what they answered first. */
export function send(client: Client, all: readonly Wish[]) {
  const keyed = all.map((wish) => ({ wish, key: randomUUID() }));
  for (const { operation, input } of all)
    if (operation === applyForMembership) client.ledger.applicants.set(String(input.organization), true); // all are answered in the end
  const ask = () => Promise.all(keyed.map(({ wish, key }) => client.write<{ id?: string; version?: number; status?: string }>(wish, key)));
  const answers = ask();
  return { answers, again: ask };
}

import { addActor, getActor, inviteActor, listActors, moveActor } from '@alianza/contracts/membership/directory/actors';
import type { Api } from '../api.js';
import type { DemoActor } from '../demo-data.js';

interface ActorLoad {
  readonly api: Api;
  readonly tokenOf: (email: string) => Promise<string>;
  /** Whether mails end in the local mailbox: without it nobody is invited, since addresses of examples would be written to. */
  readonly mailbox: boolean;
}

/** An organisation that does not exist, on the map of actors, and how far the secretariat came with it; what is there already stays, what a broken load left goes on. */
export async function loadActor(
  { api, tokenOf, mailbox }: ActorLoad,
  { network, secretariat, noted, invited, said }: DemoActor,
): Promise<void> {
  const by = { network, token: await tokenOf(secretariat) };
  const name = said.name.es ?? '';
  const { items } = await api.call(listActors, { q: name, state: [], sector: [], country: [] }, by);
  const found = items.find((actor) => actor.name === name);
  let actor = found ? await api.call(getActor, { id: found.id }, by) : await api.call(addActor, said, by);
  if (noted !== null && actor.state === 'identified') {
    const input = { id: actor.id, to: 'contacted' as const, note: noted };
    actor = await api.call(moveActor, input, { ...by, version: actor.version });
  }
  const invitable = actor.state === 'identified' || actor.state === 'contacted';
  if (invited && mailbox && invitable && actor.inviteFrom === null)
    await api.call(inviteActor, { id: actor.id }, { ...by, version: actor.version });
}

import { addActor, inviteActor, type ActorFile } from '@alianza/contracts/membership/directory/actors';
import { randomUUID } from 'node:crypto';
import { asSecretariat, type Setting } from '../setting.js';
import { secretFor } from './applications.js';

type Values = Readonly<Record<string, string | number>>;

/** An organisation on the map of actors, with somebody to write to. */
export async function charted(setting: Setting, over: object = {}): Promise<ActorFile> {
  const mark = randomUUID().slice(0, 8);
  const { contact, ...said } = addActor.example.input as Record<string, object>;
  const input = {
    ...said,
    name: { original: 'es', es: `Observatorio ${mark} (ficticio)` },
    contact: { ...contact, email: `direccion@${mark}.example.org` },
    website: `https://${mark}.example.org/`,
    ...over,
  };
  return setting.world.edge.call<ActorFile>(addActor, input, await asSecretariat(setting));
}

export async function invitedActor(setting: Setting, over: object = {}): Promise<ActorFile> {
  const { id, version } = await charted(setting, over);
  return setting.world.edge.call<ActorFile>(inviteActor, { id }, { ...(await asSecretariat(setting)), version });
}

const valuesOf = ({ id, version, title }: ActorFile): Values => ({ actorId: id, version, actorName: title });

/** By the name that examples give as `given`. */
export const actorStates: Readonly<Record<string, (setting: Setting) => Promise<Values>>> = {
  actor: async (setting) => valuesOf(await charted(setting)),
  'actor-and-member': async (setting) => {
    const { id: organizationId } = await setting.world.people.openOrganization(setting.network);
    return { ...valuesOf(await charted(setting)), organizationId };
  },
  'invited-actor': async (setting) => {
    const actor = await invitedActor(setting);
    return { ...valuesOf(actor), actorSecret: await secretFor(setting, 'apply-as-actor', actor.id) };
  },
};

import { registerOrganization } from '@alianza/contracts/membership/organizations';
import { importPractice } from '@alianza/contracts/repository/imports';
import { getPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { draftReplication, tellReplication, type Replication, type ReplicationContent } from '@alianza/contracts/repository/replications';
import { randomUUID } from 'node:crypto';
import type { Person } from '../people.js';
import { asTitular, type Setting } from '../setting.js';
import { completeContent, published } from './practices.js';

/** Everything a replication must say before it is told. */
export const replicationContent = (over: Partial<ReplicationContent> = {}): ReplicationContent => ({
  country: 'CO',
  place: 'Ladera Imaginaria',
  startYear: 2025,
  endYear: null,
  adaptation: { original: 'es', es: 'Los turnos son de medio día, porque el mercado abre de madrugada.' },
  result: { original: 'es', es: 'En seis meses se cuidaron 300 horas por turnos.' },
  source: { title: 'Cuaderno de turnos (ficticio)', url: null, publisher: null },
  ...over,
});

const once = <T>(make: (setting: Setting) => Promise<T>) => {
  const made = new WeakMap<Setting, Promise<T>>();
  return (setting: Setting): Promise<T> => {
    const known = made.get(setting) ?? make(setting);
    made.set(setting, known);
    return known;
  };
};

/** A record of the network itself, for which no organisation answers. */
export const networkPractice = once(async (setting): Promise<{ id: string; slug: string }> => {
  const slug = `registro-${randomUUID().slice(0, 8)}`;
  const operator = { network: setting.network.code, token: await setting.world.people.operator() };
  await setting.world.edge.call(importPractice, { slug, content: completeContent() }, operator);
  const { id } = await setting.world.edge.call<{ id: string }>(getPractice, { slug }, { network: setting.network.code });
  return { id, slug };
});

/** A published practice of the setting's organisation. */
export const originPractice = once((setting): Promise<EditablePractice> => published(setting));

/** The titular of another organisation, which repeats what others do. */
export const replicator = once(async (setting): Promise<Person> => {
  const slug = `replicadora-${randomUUID().slice(0, 8)}`;
  const name = { original: 'es', es: `Cooperativa ${slug} (ficticia)` };
  const input = { ...registerOrganization.example.input, slug, name };
  const operator = { network: setting.network.code, token: await setting.world.people.operator() };
  const { id } = await setting.world.edge.call<{ id: string }>(registerOrganization, input, operator);
  return setting.world.people.enrol('titular', setting.network, { id, slug });
});

export const draftedBy = (setting: Setting, person: Person, practiceId: string, over?: Partial<ReplicationContent>): Promise<Replication> =>
  setting.world.edge.call<Replication>(draftReplication, { practiceId, content: replicationContent(over) }, person);

export async function toldBy(
  setting: Setting,
  person: Person,
  practiceId: string,
  over?: Partial<ReplicationContent>,
): Promise<Replication> {
  const { id, version } = await draftedBy(setting, person, practiceId, over);
  return setting.world.edge.call<Replication>(tellReplication, { id }, { ...person, version });
}

/** By the setting's organisation, of a record of the network. */
export const draftedReplication = async (setting: Setting): Promise<Replication> =>
  draftedBy(setting, await asTitular(setting), (await networkPractice(setting)).id);

/** Of a practice of the setting's organisation, told by another: its titular is to confirm it. */
export const toldReplication = async (setting: Setting): Promise<Replication> =>
  toldBy(setting, await replicator(setting), (await originPractice(setting)).id);

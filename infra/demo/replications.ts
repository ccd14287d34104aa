import { getPractice } from '@alianza/contracts/repository/practices';
import {
  confirmReplication,
  draftReplication,
  listOwnReplications,
  readReplication,
  tellReplication,
  type ReplicationStatus,
} from '@alianza/contracts/repository/replications';
import type { Api, Options } from './api.js';
import type { DemoReplication } from './demo-data.js';

export interface ReplicationLoad {
  readonly api: Api;
  readonly tokenOf: (email: string) => Promise<string>;
  /** Slug in the network → id. */
  readonly idOf: (network: string, slug: string) => string;
}

/** Tells a replication and has it confirmed as far as the data says, from wherever an earlier load left it. */
export async function loadReplication(load: ReplicationLoad, replication: DemoReplication): Promise<void> {
  const { network, by, organization, state } = replication;
  const teller = { network, token: await load.tokenOf(by), actingFor: load.idOf(network, organization) };
  const { id, status } = await foundOrDrafted(load.api, replication, teller);
  if (status === 'draft') await load.api.call(tellReplication, { id }, { ...teller, version: await versionOf(load.api, id, teller) });
  if (state === 'confirmed' && (status === 'draft' || status === 'told')) await confirm(load, id, replication);
}

async function foundOrDrafted(
  api: Api,
  { network, practice: slug, content }: DemoReplication,
  teller: Options,
): Promise<{ id: string; status: ReplicationStatus }> {
  const practice = await api.call(getPractice, { slug }, { network });
  const { items } = await api.call(listOwnReplications, { limit: 100 }, teller);
  for (const row of items) {
    const found = await api.call(readReplication, { id: row.id }, teller);
    if (found.practice.id === practice.id) return row;
  }
  return api.call(draftReplication, { practiceId: practice.id, content }, teller);
}

async function confirm({ api, tokenOf }: ReplicationLoad, id: string, { network, secretariat }: DemoReplication): Promise<void> {
  if (secretariat === null) throw new Error('data/live.json: nobody confirms a replication that is confirmed');
  const asSecretariat = { network, token: await tokenOf(secretariat) };
  await api.call(confirmReplication, { id }, { ...asSecretariat, version: await versionOf(api, id, asSecretariat) });
}

const versionOf = async (api: Api, id: string, asked: Options): Promise<number> => (await api.call(readReplication, { id }, asked)).version;

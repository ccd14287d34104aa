import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Language, Localized } from '@alianza/contracts/shapes';

export interface KnownNetwork {
  id: string;
  code: string;
  name: Localized;
  language: Language;
  demo: boolean;
  version: number;
}

const put = `insert into network (network_id, code, name, language, demo, version) values (?, ?, ?, ?, ?, ?)
  on conflict (network_id) do update set code = excluded.code, name = excluded.name, language = excluded.language,
    demo = excluded.demo, version = excluded.version where network.version < excluded.version`;

/** Keeps the higher version, whatever comes in which order. */
export async function putNetwork(em: SqlEntityManager, { id, code, name, language, demo, version }: KnownNetwork): Promise<void> {
  await em.execute(put, [id, code, JSON.stringify(name), language, demo, version]);
}

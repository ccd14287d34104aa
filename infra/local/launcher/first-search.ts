import { StartFailure } from '../servers/start-failure.js';

const patience = 10_000;

/** One real search through every hop: only then can one say that it is ready. Where no network is open yet, their empty list has to do. */
export async function firstSearch(origin: string): Promise<void> {
  const [network] = await itemsAt<{ code: string }>(`${origin}/api/v1/networks`);
  if (network) await itemsAt(`${origin}/api/v1/${network.code}/practices?q=cuidados`);
}

async function itemsAt<Item>(address: string): Promise<Item[]> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw new StartFailure(`Todo se inició, pero la primera pregunta (${address}) respondió ${answer.status}.`);
  const { items } = (await answer.json()) as { items?: Item[] };
  if (!Array.isArray(items)) throw new StartFailure(`Todo se inició, pero la primera pregunta (${address}) no respondió una lista.`);
  return items;
}

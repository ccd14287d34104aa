import { StartFailure } from '../servers/start-failure.js';

const patience = 10_000;

/** One real search through every hop: only then can one say that it is ready. */
export async function firstSearch(origin: string): Promise<void> {
  const address = `${origin}/api/v1/agc/practices?q=cuidados`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw new StartFailure(`Todo se inició, pero la primera búsqueda (${address}) respondió ${answer.status}.`);
  const { items } = (await answer.json()) as { items?: unknown[] };
  if (!Array.isArray(items)) throw new StartFailure(`Todo se inició, pero la primera búsqueda (${address}) no respondió una lista.`);
}

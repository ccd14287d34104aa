import { setTimeout as pause } from 'node:timers/promises';

const between = 20;

/** Asks until there is an answer that is neither null, undefined nor false; throws after `within` milliseconds. */
export async function eventually<T>(
  read: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  within = 8000,
): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    const value = await read();
    if (value !== null && value !== undefined && value !== false) return value;
    if (performance.now() > end) throw new Error(`did not happen within ${String(within)} ms`);
    await pause(between);
  }
}

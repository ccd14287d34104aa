import { setTimeout as pause } from 'node:timers/promises';

const between = 20;

/**
 * Milliseconds: a promised second, and one to spare. That nothing older than a second is given again is judged without any allowance, by a clock that
 * is set forward: `recent.spec.ts`, `public-answers.spec.ts` and, behind two gateways, `disabling.int.spec.ts`.
 */
export const aSecondAndOneToSpare = 2000;

/**
 * Asks until it holds. Answers how many milliseconds from the call to the last question that was still answered otherwise: what is promised
 * within a time is promised by when somebody asks, however long a busy machine takes to answer. Judge it with a second to spare (`aSecondAndOneToSpare`): the
 * machine may also stand still between the question and the clock of whoever answers.
 */
export async function lastOtherwise(holds: () => Promise<boolean>): Promise<number> {
  const began = performance.now();
  let last = 0;
  await eventually(async () => {
    const asked = performance.now() - began;
    const held = await holds();
    if (!held) last = asked;
    return held;
  });
  return last;
}

/**
 * Asks until there is an answer that is neither null, undefined nor false; throws after `within` milliseconds, of which no step counts for more than
 * a second: while a machine stands still, nothing can happen either.
 */
export async function eventually<T>(
  read: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  within = 20_000,
): Promise<T> {
  for (let left = within; ;) {
    const began = performance.now();
    const value = await read();
    if (value !== null && value !== undefined && value !== false) return value;
    if (left <= 0) throw new Error(`did not happen within ${String(within)} ms`);
    await pause(between);
    left -= Math.min(performance.now() - began, 1000);
  }
}

import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { setTimeout as wait } from 'node:timers/promises';

async function within<T>(longest: number, work: () => Promise<T>): Promise<T> {
  const ended = new AbortController();
  const late = wait(longest, undefined, { signal: ended.signal }).then(() => {
    throw new DomainError(generalErrors.unavailable);
  });
  return Promise.race([work(), late]).finally(() => {
    ended.abort();
  });
}

/**
 * A line in which work stands: each begins when the one before has ended, so that many at once do not fill the memory. What takes longer than
 * `longest` milliseconds from its beginning is refused, and the next begins.
 */
export function oneByOne(longest = 60_000): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(() => within(longest, work));
    last = mine.catch(() => undefined);
    return mine;
  };
}

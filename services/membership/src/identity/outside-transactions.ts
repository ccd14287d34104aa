import { opening } from '@alianza/platform/data/dialect';
import type { IdentityDirectory } from './identity-directory.js';

type Ask = (...given: unknown[]) => unknown;

/** A provider that is slow or away keeps no transaction open: whoever asks it inside of one is mistaken, and hears so at once. */
export function outsideTransactions(directory: IdentityDirectory): IdentityDirectory {
  const guarded =
    (ask: Ask): Ask =>
    (...given) =>
      opening.getStore()
        ? Promise.reject(new Error('the identity provider is asked outside of transactions'))
        : ask.apply(directory, given);
  return new Proxy(directory, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' && !Object.hasOwn(target, name) ? guarded(value as Ask) : value;
    },
  });
}

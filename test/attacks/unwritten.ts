import { expect } from '@jest/globals';
import type { ServiceName } from '@alianza/contracts/access';
import { census } from '@alianza/testing/rows';

/** Does something that must leave no row behind: the tables of a service hold before and after the same. */
export async function unwritten(service: ServiceName, attack: () => Promise<void>): Promise<void> {
  const before = await census(service);
  await attack();
  expect(await census(service)).toEqual(before);
}

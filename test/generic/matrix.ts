import { isInternal, permissionsOf, type Access } from '@alianza/contracts/access';
import { operations } from '@alianza/contracts/registry';
import type { Operation } from '@alianza/contracts/operation';
import type { Person } from '@alianza/testing/people';
import { networkRoles, type Setting } from '@alianza/testing/setting';
import { filled, states, type Values } from '@alianza/testing/builders/states';

/** What goes over HTTP. */
export const routed: readonly Operation[] = operations.filter(({ access }) => !isInternal(access));

export const callers = ['nobody', 'stranger', ...networkRoles, 'operator'] as const;
export type Caller = (typeof callers)[number];

/** Whether the contract lets this caller in; the one table of `access.ts` says it, and this is its reading. */
export function mayCall(access: Access, caller: Caller): boolean {
  if (access === 'public' || access === 'link') return true;
  if (caller === 'nobody') return false;
  if (access === 'signed-in') return true;
  if (caller === 'stranger') return false;
  if (access === 'member') return true;
  if (access === 'operator') return caller === 'operator';
  return typeof access === 'object' && 'permission' in access && permissionsOf([caller]).includes(access.permission);
}

/** Somebody to call as; null for nobody. The member role of an operator is given where an operation needs one. */
export async function personOf(setting: Setting, caller: Caller): Promise<Person | null> {
  if (caller === 'nobody') return null;
  if (caller !== 'stranger') return setting.as(caller);
  const known = strangers.get(setting) ?? strangerTo(setting);
  strangers.set(setting, known);
  return known;
}

const strangers = new WeakMap<Setting, Promise<Person>>();

async function strangerTo(setting: Setting): Promise<Person> {
  const { token, email } = await setting.world.people.stranger();
  return { network: setting.network.code, token, actingFor: undefined, id: '', email };
}

export interface Prepared {
  readonly input: Record<string, unknown>;
  readonly version: number | undefined;
}

/** The example of an operation, ready to send. */
export async function prepare(operation: Operation, setting: Setting, caller: Person | null): Promise<Prepared> {
  const { given, input } = operation.example;
  const state = given === undefined ? undefined : states[given];
  if (given !== undefined && state === undefined) throw new Error(`${operation.id}: no state is named ${given}`);
  const values: Values = state ? await state(setting, caller) : {};
  return { input: filled(input, values) as Record<string, unknown>, version: operation.edits ? Number(values.version ?? 0) : undefined };
}

/** Any caller the contract lets in. */
export function someCaller(operation: Operation): Caller {
  if (operation.access === 'public' || operation.access === 'link') return 'nobody';
  if (operation.example.as !== undefined) return operation.example.as;
  return networkRoles.find((role) => mayCall(operation.access, role)) ?? 'operator';
}

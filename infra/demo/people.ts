import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { grantRole } from '@alianza/contracts/membership/people';

type Grant = z.input<(typeof grantRole)['input']>;

/** A role of the demo, never a natural person. The subject is fixed, so that accounts and roles find each other after any restart. */
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly language: Grant['person']['language'];
  readonly secondFactor: boolean;
  readonly operator: boolean;
  readonly subject: string;
  /** `organization` is a slug of the network; null where the role is the network's own. */
  readonly roles: readonly { readonly network: string; readonly role: Grant['role']; readonly organization: string | null }[];
}

const file = new URL('data/people.json', import.meta.url);
const read = JSON.parse(readFileSync(file, 'utf8')) as { password: string; people: DemoPerson[] };

/** One for all, and known to everybody: the embedded issuer refuses production. */
export const demoPassword: string = read.password;
export const demoPeople: readonly DemoPerson[] = read.people;

/** Opens networks and enters what they begin with. */
export const demoOperator: DemoPerson = demoPerson(({ operator }) => operator);

function demoPerson(wanted: (person: DemoPerson) => boolean): DemoPerson {
  const found = read.people.find(wanted);
  if (!found) throw new Error(`data/people.json lacks a person that the demo needs`);
  return found;
}

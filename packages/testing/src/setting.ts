import type { Role } from '@alianza/contracts/access';
import { roles } from '@alianza/contracts/access';
import { editPreferences } from '@alianza/contracts/notifications/notices';
import type { Person, TestNetwork, TestOrganization } from './people.js';
import type { World } from './world.js';

type NetworkRole = Exclude<Role, 'operator'>;

/** A network with two organisations and one person of every role: the member's roles at `organization`, the others at `secretariat`. */
export interface Setting {
  readonly world: World;
  readonly network: TestNetwork;
  readonly organization: TestOrganization;
  readonly secretariat: TestOrganization;
  /** Somebody of this role; enrolled when first asked for. */
  as(role: Role): Promise<Person>;
}

const noMails = { taskMail: 'never', newsMail: 'never', mailings: true };
const memberRoles: readonly Role[] = ['titular', 'suplente', 'editor'];
export const networkRoles = roles.filter((role): role is NetworkRole => role !== 'operator');

/** `quiet`: whoever `as` enrols takes no news of what is done there by mail, which nobody would look at. */
export async function openSetting(world: World, { quiet = false } = {}): Promise<Setting> {
  const { people } = world;
  const network = await people.openNetwork();
  const organization = await people.openOrganization(network);
  const secretariat = await people.openOrganization(network, { sector: 'international-organization' });
  const enrolled = new Map<Role, Promise<Person>>();
  const enrol = async (role: Role): Promise<Person> => {
    if (role === 'operator') return { network: network.code, token: await people.operator(), actingFor: undefined, id: '', email: '' };
    const person = await people.enrol(role, network, memberRoles.includes(role) ? organization : secretariat);
    if (quiet) await world.edge.call(editPreferences, noMails, { ...person, version: 0 });
    return person;
  };
  const as = (role: Role) => {
    const known = enrolled.get(role) ?? enrol(role);
    enrolled.set(role, known);
    return known;
  };
  return { world, network, organization, secretariat, as };
}

/** `asSecretariat(setting)` and its like read better in specs. */
export const asSecretariat = (setting: Setting): Promise<Person> => setting.as('secretariat');
export const asTitular = (setting: Setting): Promise<Person> => setting.as('titular');
export const asReviewer = (setting: Setting): Promise<Person> => setting.as('reviewer');

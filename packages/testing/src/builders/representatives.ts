import { issueInvitation, type InvitationRow } from '@alianza/contracts/membership/invitations';
import { accreditLetter, fileLetter, type Letter } from '@alianza/contracts/membership/representation/letters';
import type { Person } from '../people.js';
import { rowsOf } from '../rows.js';
import { asSecretariat, asTitular, type Setting } from '../setting.js';
import { sendUpload, smallPdf } from './files/uploads.js';

type Values = Readonly<Record<string, string | number>>;

interface HeldNow {
  roleId: string;
  version: number;
}

/** The role that somebody holds now; of several, the first they were given. */
export async function roleOf(setting: Setting, { id }: Pick<Person, 'id'>): Promise<HeldNow> {
  const [row] = await rowsOf<HeldNow>(
    'membership',
    'select id as "roleId", version from role where network_id = $1 and person_id = $2 and until is null order by since, id',
    [setting.network.id, id],
  );
  if (!row) throw new Error('nobody holds a role there');
  return row;
}

export async function letterUpload(setting: Setting, person: Person, name = 'Oficio de designación.pdf'): Promise<string> {
  const sent = { name, purpose: 'designation-letter', person } as const;
  const { status, body } = await sendUpload(setting.world, setting.network.code, smallPdf, sent);
  if (status !== 201) throw new Error(`the upload was refused: ${JSON.stringify(body)}`);
  return body.uploadId;
}

/** A letter for this person's role, filed by whoever is named; by themself where nobody is. */
export async function filedLetter(setting: Setting, person: Person, over: object = {}, by = person): Promise<Letter> {
  const said = { dated: '2026-01-15', validUntil: '2099-12-31', office: 'Presidencia del patronato', ...over };
  const { roleId } = await roleOf(setting, person);
  return setting.world.edge.call<Letter>(fileLetter, { roleId, uploadId: await letterUpload(setting, by), ...said }, by);
}

export async function accreditedLetter(setting: Setting, person: Person, over: object = {}): Promise<Letter> {
  const { id, version } = await filedLetter(setting, person, over);
  return setting.world.edge.call<Letter>(accreditLetter, { id }, { ...(await asSecretariat(setting)), version });
}

const accredited = new WeakMap<Setting, Promise<Letter>>();

/** The setting's titular, with a letter that holds. */
export async function accreditedTitular(setting: Setting): Promise<Person> {
  const titular = await asTitular(setting);
  const letter = accredited.get(setting) ?? accreditedLetter(setting, titular);
  accredited.set(setting, letter);
  await letter;
  return titular;
}

async function elsewhere(setting: Setting): Promise<Values> {
  const { people } = setting.world;
  const organization = await people.openOrganization(setting.network);
  await people.enrol('titular', setting.network, organization);
  const { id: personId } = await people.enrol('suplente', setting.network, organization);
  return { organizationId: organization.id, personId };
}

const enrolled = async (setting: Setting, role: 'suplente' | 'editor'): Promise<Values> => ({
  ...(await roleOf(setting, await setting.world.people.enrol(role, setting.network, setting.organization))),
});

/** By the name that examples give as `given`. */
export const representativeStates: Readonly<Record<string, (setting: Setting) => Promise<Values>>> = {
  'editor-role': (setting) => enrolled(setting, 'editor'),
  'suplente-role': async (setting) => {
    await accreditedTitular(setting);
    return enrolled(setting, 'suplente');
  },
  'role-and-letter': async (setting) => {
    const titular = await asTitular(setting);
    return { ...(await roleOf(setting, titular)), uploadId: await letterUpload(setting, titular) };
  },
  'filed-letter': async (setting) => {
    const { id, version } = await filedLetter(setting, await asTitular(setting));
    return { letterId: id, version };
  },
  'letter-task': async (setting) => ({ letterId: (await filedLetter(setting, await asTitular(setting))).id, version: 1 }),
  'titular-with-letter': async (setting) => {
    await accreditedTitular(setting);
    return { organizationId: setting.organization.id };
  },
  'suplente-elsewhere': elsewhere,
  'open-invitation': async (setting) => {
    const input = { ...issueInvitation.example.input, organizationId: setting.organization.id };
    const { id } = await setting.world.edge.call<InvitationRow>(issueInvitation, input, await asTitular(setting));
    return { invitationId: id };
  },
};

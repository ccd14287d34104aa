import { editProfile } from '@alianza/contracts/membership/directory/profiles';
import { suspendOrganization } from '@alianza/contracts/membership/organizations';
import { disablePerson, getMe } from '@alianza/contracts/membership/people';
import { listNotices } from '@alianza/contracts/notifications/notices';
import { addConcept, type EditedConcept } from '@alianza/contracts/repository/taxonomy';
import { randomUUID } from 'node:crypto';
import { actorStates } from './actors.js';
import { accountStates } from './account.js';
import { accepted, applied, asked, confirmed, secretFor } from './applications.js';
import { importStates } from './imports.js';
import { mailingStates } from './mailings.js';
import { memberImportStates } from './member-imports.js';
import { openInquiry, sentInquiry } from './inquiries.js';
import { networkStates } from './networks/network-states.js';
import { eventually } from '../eventually.js';
import type { Person } from '../people.js';
import { commented, drafted, due, entered, known, published, revised, submitted, withdrawn } from './practices.js';
import { draftedWithFiles, publishedWithFiles, uploadFor } from './files/record-files.js';
import { representativeStates } from './representatives.js';
import { draftedReplication, networkPractice, toldReplication } from './replications.js';
import { rowsOf } from '../rows.js';
import { actorImportStates } from './sheets/actor-imports.js';
import type { Setting } from '../setting.js';
import { upload } from './files/uploads.js';

/** Values for the placeholders of an example; `version` for its If-Match. */
export type Values = Readonly<Record<string, string | number>>;

/** Makes the state that an operation's example starts from, for the person who is going to call it. */
type State = (setting: Setting, caller: Person | null) => Promise<Values>;

const applicationValues = async (application: { applicationId: string; followSecret: string }): Promise<Values> => {
  const [row] = await rowsOf<{ version: number }>('membership', 'select version from application where id = $1', [
    application.applicationId,
  ]);
  return { ...application, version: row?.version ?? 0 };
};

/** A member of its own for whoever decides about one. */
async function member(setting: Setting, status: 'active' | 'suspended' = 'active'): Promise<Values> {
  const { id, slug } = await setting.world.people.openOrganization(setting.network);
  const lead = { ...(await setting.as('secretariat-lead')), version: 1 };
  const input = { id, reason: 'Dos sesiones sin asistencia.' };
  if (status === 'suspended') await setting.world.edge.call(suspendOrganization, input, lead);
  return { organizationId: id, organizationName: `Organización ${slug} (ficticia)`, version: status === 'suspended' ? 2 : 1 };
}

/** The organisation bears a logo, which its titular gave it. */
async function withLogo(setting: Setting): Promise<Values> {
  const { id } = setting.organization;
  const query = 'select version, logo is not null as bears from organization where id = $1';
  const [row] = await rowsOf<{ version: number; bears: boolean }>('membership', query, [id]);
  if (row?.bears) return {};
  const titular = await setting.as('titular');
  const input = { ...editProfile.example.input, logoUploadId: await uploadFor(setting, titular, 'organization-logo') };
  await setting.world.edge.call(editProfile, input, { ...titular, version: row?.version ?? 0 });
  return {};
}

const practiceValues = ({ id, version, slug }: { id: string; version: number; slug: string | null }): Values => ({
  practiceId: id,
  version,
  slug: slug ?? '',
});

const practiceAndUpload = async (setting: Setting, purpose: 'practice-picture' | 'practice-file'): Promise<Values> => ({
  ...practiceValues(await drafted(setting)),
  uploadId: await uploadFor(setting, await setting.as('titular'), purpose),
});

const replicationValues = ({ id, version }: { id: string; version: number }): Values => ({ replicationId: id, version });

/** By the name that examples give as `given`. */
export const states: Readonly<Record<string, State>> = {
  organization: (setting) => Promise.resolve({ organizationId: setting.organization.id }),
  'own-organization': async (setting) => {
    const [row] = await rowsOf<{ version: number }>('membership', 'select version from organization where id = $1', [
      setting.organization.id,
    ]);
    return { version: row?.version ?? 0 };
  },
  'organization-with-logo': withLogo,
  member: (setting) => member(setting),
  'suspended-member': (setting) => member(setting, 'suspended'),
  person: async (setting) => ({ personId: (await setting.world.people.enrol('editor', setting.network, setting.organization)).id }),
  'guarded-person': async (setting) => ({
    personId: (await setting.world.people.enrol('secretariat', setting.network, setting.secretariat)).id,
  }),
  'disabled-person': async (setting) => {
    const { id } = await setting.world.people.enrol('editor', setting.network, setting.organization);
    const operator = { token: await setting.world.people.operator(), network: setting.network.code };
    await setting.world.edge.call(disablePerson, { id, reason: 'Equipo perdido.' }, operator);
    return { personId: id };
  },
  'unconfirmed-application': async (setting) => {
    const applicationId = await applied(setting);
    return { applicationId, confirmSecret: await secretFor(setting, 'confirm-application', applicationId) };
  },
  'submitted-application': async (setting) => applicationValues(await confirmed(setting)),
  'asked-application': async (setting) => asked(setting),
  'application-with-letter': async (setting) => {
    const letterUploadId = await upload(setting.world, setting.network.code);
    return applicationValues(await confirmed(setting, { letterText: undefined, letterUploadId }));
  },
  invitation: (setting) => accepted(setting),
  upload: async (setting) => ({ uploadId: await upload(setting.world, setting.network.code) }),
  'drafted-practice': async (setting) => practiceValues(await drafted(setting)),
  'complete-practice': async (setting) => practiceValues(await drafted(setting)),
  'known-organization': async (setting) => ({ organizationId: (await known(setting)).id }),
  'entered-practice': async (setting) => practiceValues(await entered(setting)),
  'practice-and-picture-upload': (setting) => practiceAndUpload(setting, 'practice-picture'),
  'practice-and-file-upload': (setting) => practiceAndUpload(setting, 'practice-file'),
  'practice-with-files': async (setting) => {
    const { practice, picture, attachment } = await draftedWithFiles(setting);
    return { ...practiceValues(practice), pictureId: picture.id, attachmentId: attachment.id };
  },
  'published-files': async (setting) => {
    const { practice, picture, attachment } = await publishedWithFiles(setting);
    return { ...practiceValues(practice), pictureHash: picture.hash, attachmentHash: attachment.hash };
  },
  'submitted-practice': async (setting) => practiceValues(await submitted(setting)),
  'published-practice': async (setting) => practiceValues(await published(setting)),
  'due-practice': async (setting) => practiceValues(await due(setting)),
  'commented-practice': async (setting) => {
    const practice = await commented(setting);
    return { ...practiceValues(practice), commentId: practice.comments[0]?.id ?? '' };
  },
  'practice-and-guest': async (setting) => {
    const guest = await setting.as('external-reviewer');
    return { ...practiceValues(await submitted(setting)), guestId: guest.id };
  },
  'open-task': async (setting) => ({ practiceId: (await published(setting)).id, version: 1 }),
  'begun-version': async (setting) => practiceValues(await revised(setting)),
  'withdrawn-practice': async (setting) => practiceValues(await withdrawn(setting)),
  'network-practice': async (setting) => ({ practiceId: (await networkPractice(setting)).id }),
  'drafted-replication': async (setting) => replicationValues(await draftedReplication(setting)),
  'told-replication': async (setting) => replicationValues(await toldReplication(setting)),
  'sent-inquiry': async (setting) => {
    const { inquiryId } = await sentInquiry(setting);
    return { inquiryId, confirmSecret: await secretFor(setting, 'confirm-inquiry', inquiryId) };
  },
  'open-inquiry': async (setting) => {
    const { inquiryId, version } = await openInquiry(setting);
    return { inquiryId, version };
  },
  'unused-label': () => Promise.resolve({ label: `Gente de mar ${randomUUID().slice(0, 8)}` }),
  'added-concept': async (setting) => {
    const label = `Gente de mar ${randomUUID().slice(0, 8)}`;
    const input = { ...addConcept.example.input, labels: { es: label, en: label } };
    const { id, version } = await setting.world.edge.call<EditedConcept>(addConcept, input, await setting.as('secretariat'));
    return { conceptId: id, version, label: `${label} y de río` };
  },
  ...actorStates,
  ...importStates,
  ...memberImportStates,
  ...actorImportStates,
  ...representativeStates,
  ...networkStates,
  ...accountStates,
  me: async (setting, caller) => {
    const answered = caller ? await setting.world.edge.send<{ version?: number }>(getMe, {}, caller) : null;
    return { version: answered?.body.version ?? 0 };
  },
  preferences: async (setting, caller) => {
    const [row] = await rowsOf<{ version: number }>(
      'notifications',
      'select version from preference where network_id = $1 and person_id = $2',
      [setting.network.id, caller?.id || randomUUID()],
    );
    return { version: row?.version ?? 0 };
  },
  ...mailingStates,
  notice: async (setting, caller) => {
    if (!caller?.id) return { noticeId: randomUUID() };
    const [row] = await rowsOf<{ id: string }>('notifications', insertNotice, [randomUUID(), setting.network.id, caller.id, randomUUID()]);
    return { noticeId: row?.id ?? '' };
  },
};

const insertNotice = `insert into notice (id, network_id, person_id, event_id, rule, kind, params, path, at)
  values ($1, $2, $3, $4, 'practice-to-review', 'task', '{"title":{"original":"es","es":"Relevos"}}', '/secretaria/practicas', now()) returning id`;

/** The example's input with the state's values in place. */
export function filled(input: unknown, values: Values): unknown {
  if (typeof input === 'string' && input.startsWith('{') && input.endsWith('}')) return values[input.slice(1, -1)];
  if (Array.isArray(input)) return input.map((item) => filled(item, values));
  if (typeof input === 'object' && input !== null)
    return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, filled(value, values)]));
  return input;
}

/** Waits until the notice list of a person shows something. */
export const untilNotified = (setting: Setting, person: Person) =>
  eventually(async () => {
    const { items } = await setting.world.edge.call<{ items: { title: string }[] }>(listNotices, {}, person);
    return items.length > 0 && items;
  });

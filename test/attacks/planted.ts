import { editProfile, getProfile, type Profile } from '@alianza/contracts/membership/directory/profiles';
import { editPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import { confirmReplication } from '@alianza/contracts/repository/replications';
import { publishPractice } from '@alianza/contracts/repository/reviews';
import { editConcept } from '@alianza/contracts/repository/taxonomy';
import { draftedWithFiles } from '@alianza/testing/builders/files/record-files';
import { openInquiry } from '@alianza/testing/builders/inquiries';
import { published } from '@alianza/testing/builders/practices';
import { replicator, toldBy } from '@alianza/testing/builders/replications';
import { asReviewer, asSecretariat, asTitular, type Setting } from '@alianza/testing/setting';
import { hostileHtml, hostileMarkdown } from './hostile.js';

const html = (turn: number, most = 200) => (hostileHtml[turn % hostileHtml.length] ?? '').slice(0, most);
const prose = (most: number) => ({ original: 'es' as const, es: hostileMarkdown.join('\n\n').slice(0, most) });

/** What its pictures show and whose they are, and what its files are called. */
async function withFiles(setting: Setting): Promise<string> {
  const { edge } = setting.world;
  const titular = await asTitular(setting);
  const { practice } = await draftedWithFiles(setting);
  const { id, version } = practice;
  const pictures = practice.content.pictures?.map((one) => ({ ...one, alt: { original: 'es' as const, es: html(1) }, credit: html(2) }));
  const attachments = practice.content.attachments?.map((one) => ({ ...one, title: html(3) }));
  const input = { id, content: { ...practice.content, pictures, attachments } };
  const edited = await edge.call<EditablePractice>(editPractice, input, { ...titular, version });
  const handedIn = await edge.call<EditablePractice>(submitPractice, { id, terms: 1 }, { ...titular, version: edited.version });
  const shown = await edge.call<EditablePractice>(publishPractice, { id }, { ...(await asReviewer(setting)), version: handedIn.version });
  return shown.slug ?? '';
}

async function withdrawn(setting: Setting): Promise<string> {
  const { id, slug } = await published(setting);
  const input = { id, cause: 'owner-request', reason: prose(1000) };
  await setting.world.edge.call(withdrawPractice, input, await asSecretariat(setting));
  return slug ?? '';
}

/** Told by another organisation, and confirmed. */
async function replicated(setting: Setting): Promise<{ slug: string; replicationId: string }> {
  const practice = await published(setting);
  const source = { title: html(4), url: null, publisher: html(5) };
  const texts = { place: html(6), adaptation: prose(3000), result: prose(3000), source };
  const { id, version } = await toldBy(setting, await replicator(setting), practice.id, texts);
  await setting.world.edge.call(confirmReplication, { id }, { ...(await asTitular(setting)), version });
  return { slug: practice.slug ?? '', replicationId: id };
}

/** What a concept is called, and a record that is marked with it. */
async function labelled(setting: Setting): Promise<string> {
  const { slug } = await published(setting, { populations: ['children'] });
  const said = { labels: { es: html(7, 120), en: html(8, 120) }, synonyms: { es: [html(9, 80)], en: [] } };
  const input = { scheme: 'population', id: 'children', ...said, from: null, until: null, retired: false };
  await setting.world.edge.call(editConcept, input, { ...(await asSecretariat(setting)), version: 0 });
  return slug ?? '';
}

/** What the setting's organisation says of itself, all of it in public. */
async function described(setting: Setting): Promise<void> {
  const titular = await asTitular(setting);
  const { version } = await setting.world.edge.call<Profile>(getProfile, {}, titular);
  const url = 'https://example.org/"><script>alert(1)</script>';
  const input = {
    ...editProfile.example.input,
    work: prose(2000),
    website: url,
    links: hostileHtml.slice(0, 8).map((text) => ({ title: text.slice(0, 120), url })),
    shows: ['country', 'work', 'website', 'links'],
  };
  await setting.world.edge.call(editProfile, input, { ...titular, version });
}

async function asked(setting: Setting): Promise<string> {
  const { slug } = await published(setting);
  const { inquiryId } = await openInquiry(setting, { slug: slug ?? '', text: prose(3000).es });
  return inquiryId;
}

/** An attack in each text that stands beside a record. All else of theirs is harmless: the mark on a page is of that text. */
export async function plant(setting: Setting) {
  const [files, gone, concept, inquiryId] = [
    await withFiles(setting),
    await withdrawn(setting),
    await labelled(setting),
    await asked(setting),
  ];
  await described(setting);
  return { files, gone, concept, inquiryId, ...(await replicated(setting)), organization: setting.organization.slug };
}

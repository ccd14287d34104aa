import { openBrowser, visit } from '@alianza/testing/browser';
import { invitedActor } from '@alianza/testing/builders/actors';
import { accepted, applied, asked, confirmed, secretFor } from '@alianza/testing/builders/applications';
import { checkedImport, csvOf } from '@alianza/testing/builders/imports';
import { openInquiry, sentInquiry } from '@alianza/testing/builders/inquiries';
import { checkedActorImport } from '@alianza/testing/builders/sheets/actor-imports';
import { checkedMemberImport } from '@alianza/testing/builders/member-imports';
import { mailingStates, subscriptionOf } from '@alianza/testing/builders/mailings';
import { filedLetter } from '@alianza/testing/builders/representatives';
import { drafted, due, published, submitted, withdrawn } from '@alianza/testing/builders/practices';
import { draftedReplication, networkPractice, replicator, toldBy, toldReplication } from '@alianza/testing/builders/replications';
import { operatorAccount, type Person } from '@alianza/testing/people';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { confirmReplication } from '@alianza/contracts/repository/replications';
import { requestChanges } from '@alianza/contracts/repository/reviews';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { giveCode, signIn } from './steps.js';

export type Lang = 'es' | 'en';
export const languages: readonly Lang[] = ['es', 'en'];

/** Who looks at a page: somebody without account, a titular, the lead of the secretariat, who operates the installation. */
export type Who = 'anyone' | 'titular' | 'lead' | 'operator';

/** One of everything that has a page. */
export interface Props {
  readonly publishedId: string;
  /** Published, and to be confirmed by its organisation. */
  readonly dueId: string;
  readonly slug: string;
  /** Of a practice of the network itself. */
  readonly networkSlug: string;
  /** Of a member with records and replications. */
  readonly organizationSlug: string;
  readonly withdrawnSlug: string;
  /** A letter that waits to be accredited. */
  readonly letterId: string;
  readonly draftId: string;
  readonly commentedId: string;
  readonly submittedId: string;
  readonly applicationId: string;
  readonly confirmSecret: string;
  readonly followSecret: string;
  readonly invitationSecret: string;
  readonly mistakeId: string;
  readonly inquirySecret: string;
  /** To be confirmed by the titular's organisation; to be confirmed by the secretariat. */
  readonly receivedId: string;
  readonly networkReplicationId: string;
  /** Of a sheet of which not every row holds. */
  readonly importId: string;
  readonly memberImportId: string;
  readonly actorImportId: string;
  /** Written to members; and the link by which one of them ends a kind of mail. */
  readonly mailingId: string;
  readonly subscriptionSecret: string;
  /** On the map of actors, invited to apply. */
  readonly actorId: string;
  readonly actorSecret: string;
}

/** A world with one of everything, and a browser in which everybody is signed in already. */
export interface Stage {
  readonly world: World;
  readonly setting: Setting;
  readonly network: string;
  readonly props: Props;
  readonly browser: Browser;
  readonly as: Readonly<Record<Who, BrowserContext>>;
  close(): Promise<void>;
}

async function makePractices(setting: Setting) {
  const { id: publishedId, slug } = await published(setting);
  const { id: dueId } = await due(setting, { type: 'toolkit', fiveRs: ['reward'], countries: ['CO'] });
  const draft = await drafted(setting, { lessons: null, sources: [] });
  const waiting = await submitted(setting);
  const returned = await submitted(setting);
  const input = { id: returned.id, comments: [{ field: 'results', text: '¿De dónde sale la cifra?' }] };
  await setting.world.edge.call(requestChanges, input, { ...(await setting.as('reviewer')), version: returned.version });
  const { slug: withdrawnSlug } = await withdrawn(setting);
  return {
    publishedId,
    dueId,
    slug: slug ?? '',
    withdrawnSlug: withdrawnSlug ?? '',
    draftId: draft.id,
    submittedId: waiting.id,
    commentedId: returned.id,
  };
}

async function makeReplications(setting: Setting) {
  await draftedReplication(setting);
  const { id: receivedId } = await toldReplication(setting);
  const { id, slug } = await networkPractice(setting);
  const ofNetwork = await toldBy(setting, await replicator(setting), id);
  const known = await toldReplication(setting);
  await setting.world.edge.call(confirmReplication, { id: known.id }, { ...(await setting.as('titular')), version: known.version });
  return { receivedId, networkReplicationId: ofNetwork.id, networkSlug: slug ?? '' };
}

const someSheet = csvOf([
  ['Título', 'Resumen', 'País', 'Año', 'Notas internas'],
  ['Relevos de la hoja (ficticia)', 'Un grupo de vecinas se turna para cuidar.', 'México', '2021', 'ver con coordinación'],
  ['Turnos de la hoja (ficticia)', 'Cuidan por turnos.', 'Atlántida', 'pronto', ''],
]);

const someMembers = csvOf([
  ['Clave', 'Organización', 'Sector', 'País', 'Notas internas'],
  ['1', 'Colectivo de la Hoja (ficticia)', 'Sociedad civil', 'Perú', 'ver con coordinación'],
  ['2', 'Mesa de la Hoja (ficticia)', 'pirata', 'Atlántida', ''],
]);

async function makeMails(setting: Setting): Promise<Pick<Props, 'mailingId' | 'subscriptionSecret'>> {
  const { mailingId } = await mailingStates.mailing(setting);
  return { mailingId, subscriptionSecret: await subscriptionOf(setting, await setting.as('titular')) };
}

async function makeProps(setting: Setting): Promise<Props> {
  const practices = await makePractices(setting);
  const { applicationId } = await confirmed(setting);
  const { followSecret } = await asked(setting);
  const { invitationSecret } = await accepted(setting);
  const confirmSecret = await secretFor(setting, 'confirm-application', await applied(setting));
  const actor = await invitedActor(setting, { shown: true });
  await openInquiry(setting);
  const { inquiryId: mistakeId } = await openInquiry(setting, { kind: 'mistake' });
  const inquirySecret = await secretFor(setting, 'confirm-inquiry', (await sentInquiry(setting)).inquiryId);
  return {
    ...practices,
    organizationSlug: setting.organization.slug,
    letterId: (await filedLetter(setting, await setting.as('titular'))).id,
    importId: (await checkedImport(setting, { bytes: someSheet, name: 'Prácticas de la región.csv' })).id,
    memberImportId: (await checkedMemberImport(setting, { bytes: someMembers, name: 'Padrón.csv' })).id,
    actorImportId: (await checkedActorImport(setting, { bytes: someMembers, name: 'Mapa de la región.csv' })).id,
    ...(await makeReplications(setting)),
    ...(await makeMails(setting)),
    mistakeId,
    inquirySecret,
    actorId: actor.id,
    actorSecret: await secretFor(setting, 'apply-as-actor', actor.id),
    applicationId,
    followSecret,
    invitationSecret,
    confirmSecret,
  };
}

/** Milliseconds after which what does not come is missing. */
const patience = 10_000;

/** Somebody's browser, on a wide screen. */
export async function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const { page, context } = await visit(browser, { viewport: { width: 1440, height: 900 }, ...options });
  await page.close();
  context.setDefaultTimeout(patience);
  return context;
}

/** Leaves a context in which this person is signed in. */
export async function enter(
  context: BrowserContext,
  home: string,
  { email }: Pick<Person, 'email'>,
  withCode = false,
): Promise<BrowserContext> {
  const page = await context.newPage();
  await page.goto(home);
  await signIn(page, email);
  if (withCode) await giveCode(page);
  await page.locator('.acting').waitFor();
  await page.close();
  return context;
}

export async function openStage(): Promise<Stage> {
  const world = await openWorld();
  const setting = await openSetting(world);
  const browser = await openBrowser();
  const props = await makeProps(setting);
  const home = `${world.origin}/${setting.network.code}/miembro`;
  const as = {
    anyone: await openContext(browser),
    titular: await enter(await openContext(browser), home, await setting.as('titular')),
    lead: await enter(await openContext(browser), home, await setting.as('secretariat-lead'), true),
    operator: await enter(await openContext(browser), `${world.origin}/operacion`, { email: operatorAccount.email }, true),
  };
  const close = async () => {
    await browser.close();
    await world.close();
  };
  return { world, setting, network: setting.network.code, props, browser, as, close };
}

import { openBrowser, visit } from '@alianza/testing/browser';
import { accepted, applied, asked, confirmed, secretFor } from '@alianza/testing/builders/applications';
import { drafted, published, submitted } from '@alianza/testing/builders/practices';
import type { Person } from '@alianza/testing/people';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { requestChanges } from '@alianza/contracts/repository/reviews';
import type { Browser, BrowserContext } from 'playwright-core';
import { giveCode, signIn } from './steps.js';

export type Lang = 'es' | 'en';
export const languages: readonly Lang[] = ['es', 'en'];

/** Who looks at a page: somebody without account, a titular, the lead of the secretariat. */
export type Who = 'anyone' | 'titular' | 'lead';

/** What there is to be seen: one of everything that has a page. */
interface Props {
  readonly slug: string;
  readonly draftId: string;
  readonly commentedId: string;
  readonly submittedId: string;
  readonly submittedTitle: string;
  readonly applicationId: string;
  readonly confirmSecret: string;
  readonly followSecret: string;
  readonly invitationSecret: string;
}

/** A world with one of everything, and a browser in which everybody is signed in already. */
export interface Stage {
  readonly world: World;
  readonly setting: Setting;
  readonly network: string;
  readonly props: Props;
  readonly browser: Browser;
  readonly as: (who: Who) => BrowserContext;
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

async function makeProps(setting: Setting): Promise<Props> {
  const { slug } = await published(setting);
  await published(setting, { type: 'toolkit', fiveRs: ['reward'], countries: ['CO'] });
  const draft = await drafted(setting, { lessons: null, sources: [] });
  const { id: submittedId, content } = await submitted(setting);
  const returned = await submitted(setting);
  const comments = [{ field: 'results' as const, text: '¿De dónde sale la cifra?' }];
  const reviewer = { ...(await setting.as('reviewer')), version: returned.version };
  await setting.world.edge.call(requestChanges, { id: returned.id, comments }, reviewer);
  const { applicationId } = await confirmed(setting);
  const { followSecret } = await asked(setting);
  const { invitationSecret } = await accepted(setting);
  const confirmSecret = await secretFor(setting, 'confirm-application', await applied(setting));
  return {
    slug: slug ?? '',
    draftId: draft.id,
    commentedId: returned.id,
    submittedId,
    submittedTitle: content.title.es ?? '',
    applicationId,
    confirmSecret,
    followSecret,
    invitationSecret,
  };
}

/** Leaves a context in which this person is signed in. */
export async function signInto(context: BrowserContext, home: string, person: Person, withCode = false): Promise<void> {
  const page = await context.newPage();
  await page.goto(home);
  await signIn(page, person.email);
  if (withCode) await giveCode(page);
  await page.locator('.acting').waitFor();
  await page.close();
}

export async function openStage(): Promise<Stage> {
  const world = await openWorld();
  const setting = await openSetting(world);
  const browser = await openBrowser();
  const home = `${world.origin}/${setting.network.code}/miembro`;
  const open = async (options: object = {}) => {
    const { page, context, complaints } = await visit(browser, { viewport: { width: 1440, height: 900 }, ...options });
    await page.close();
    return { context, complaints };
  };
  const props = await makeProps(setting);
  const opened = { anyone: await open(), titular: await open(), lead: await open() };
  await signInto(opened.titular.context, home, await setting.as('titular'));
  await signInto(opened.lead.context, home, await setting.as('secretariat-lead'), true);
  const close = async () => {
    await browser.close();
    await world.close();
  };
  return { world, setting, network: setting.network.code, props, browser, as: (who) => opened[who].context, complaints: [], close };
}

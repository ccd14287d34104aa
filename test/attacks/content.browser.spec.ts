import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { requestChanges } from '@alianza/contracts/repository/reviews';
import { applyForMembership } from '@alianza/contracts/membership/applications';
import { openBrowser } from '@alianza/testing/browser';
import { secretFor } from '@alianza/testing/builders/applications';
import { published, submitted } from '@alianza/testing/builders/practices';
import { messageTo } from '@alianza/testing/identity/messages';
import type { Person } from '@alianza/testing/people';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { enter, openContext } from '../browser/stage.js';
import { hostileHtml, hostileMarkdown, mark } from './hostile.js';
import { plant } from './planted.js';

let world: World;
let setting: Setting;
let browser: Browser;
let visitor: BrowserContext;
let titular: BrowserContext;
let lead: BrowserContext;
let planted: Awaited<ReturnType<typeof plant>>;
let shown: { slug: string; id: string; commentedId: string; applicationId: string; organization: string; applicant: string };

/** One text of each kind that is left, in turns, so that every field holds an attack and every attack stands in some field. */
function taking(texts: readonly string[]) {
  let next = 0;
  return () => texts[next++ % texts.length] ?? '';
}

function hostileContent(): Partial<PracticeContent> {
  const [html, markdown] = [taking(hostileHtml), taking(hostileMarkdown)];
  const all = hostileMarkdown.join('\n\n');
  const inBoth = (text: () => string) => ({ original: 'es' as const, es: text(), en: text() });
  return {
    title: inBoth(html),
    summary: inBoth(html),
    context: { original: 'es', es: all, en: all },
    actions: inBoth(markdown),
    results: inBoth(markdown),
    weaknesses: inBoth(markdown),
    lessons: inBoth(markdown),
    replicability: inBoth(markdown),
    place: html(),
    organizations: hostileHtml.map((text) => text.slice(0, 200)),
    sources: hostileHtml.map((text, index) => ({
      title: text.slice(0, 400),
      url: `https://example.org/${String(index)}?"><script>alert(1)</script>`,
      publisher: text.slice(0, 200),
    })),
  };
}

/** An application, an organisation and its people, a practice and a review: in every text the attack that fits it. */
async function makeHostile() {
  const { id, slug } = await published(setting, hostileContent());
  const returned = await submitted(setting, hostileContent());
  const comments = hostileMarkdown.map((text) => ({ field: 'results', text: text.slice(0, 2000) }));
  await world.edge.call(requestChanges, { id: returned.id, comments }, { ...(await setting.as('reviewer')), version: returned.version });
  const organization = (hostileHtml[0] ?? '').slice(0, 200);
  const applicant = 'hostil@example.org';
  const prose = hostileMarkdown.join('\n').slice(0, 1500);
  const form = {
    ...applyForMembership.example.input,
    organization,
    acronym: '<b onclick=x()>',
    email: applicant,
    work: prose,
    motivation: prose,
    letterText: prose,
  };
  await world.edge.call(applyForMembership, form, { network: setting.network.code });
  const [row] = await rowsOf<{ id: string }>('membership', 'select id from application where email = $1', [applicant]);
  const secret = await secretFor(setting, 'confirm-application', row?.id ?? '');
  await fetch(`${world.origin}/api/v1/${setting.network.code}/applications/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  return { slug: slug ?? '', id, commentedId: returned.id, applicationId: row?.id ?? '', organization, applicant };
}

/** A member whose own name, and whose organisation's, are attacks too. */
async function enrolHostile(): Promise<Person> {
  const name = { original: 'es' as const, es: (hostileHtml[1] ?? '').slice(0, 250) };
  const organization = await world.people.openOrganization(setting.network, {
    name,
    website: 'https://example.org/"><script>alert(1)</script>',
  });
  return world.people.enrol('titular', setting.network, organization);
}

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  await enrolHostile();
  shown = await makeHostile();
  planted = await plant(setting);
  browser = await openBrowser();
  const home = `${world.origin}/${setting.network.code}/miembro`;
  visitor = await openContext(browser);
  titular = await enter(await openContext(browser), home, await setting.as('titular'));
  lead = await enter(await openContext(browser), home, await setting.as('secretariat-lead'), true);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

interface Seen {
  readonly ran: unknown;
  readonly scripts: string[];
  readonly foreign: string[];
  readonly handlers: string[];
  readonly hrefs: string[];
}

/** What of an attack became part of the page: looked for in the document that the browser made of it. */
const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const inData = (element: Element) => element.getAttribute('type') === 'application/ld+json';
    return {
      ran: (globalThis as { __attacked?: unknown }).__attacked ?? null,
      scripts: [...document.scripts]
        .filter((script) => !inData(script) && script.getAttribute('src')?.startsWith('/') !== true)
        .map((script) => script.outerHTML),
      foreign: all
        .filter((one) => /^(?:iframe|object|embed|base|math|frame|applet|meta-refresh)$/i.test(one.tagName))
        .map((one) => one.outerHTML.slice(0, 100)),
      handlers: all.flatMap((one) =>
        one.getAttributeNames().filter((name) => name.startsWith('on') || name === 'srcdoc' || name === 'formaction'),
      ),
      hrefs: all
        .flatMap((one) => ['href', 'src', 'action', 'xlink:href'].map((name) => one.getAttribute(name)))
        .filter((value) => value !== null),
    };
  });

const allowedAddress = /^(?:https?:\/\/|\/(?!\/)|#|\?|mailto:|data:image\/)/;

async function visit(context: BrowserContext, path: string): Promise<{ seen: Seen; complaints: string[]; text: string; html: string }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url().includes('evil.example.org')) complaints.push(`fetched ${request.url()}`);
  });
  await page.goto(world.origin + path);
  await page
    .getByText(mark)
    .first()
    .waitFor({ state: 'attached', timeout: 15_000 })
    .catch(() => complaints.push('the attack is not on this page'));
  const result = { seen: await look(page), complaints, text: await page.locator('body').innerText(), html: await page.content() };
  await page.close();
  return result;
}

/** Nothing ran, nothing was fetched, nothing was even tried: a policy that had to refuse something would say so. */
function expectHarmless({ seen, complaints }: { seen: Seen; complaints: string[] }): void {
  expect(complaints).toEqual([]);
  expect({ ...seen, hrefs: seen.hrefs.filter((address) => !allowedAddress.test(address)) }).toEqual({
    ran: null,
    scripts: [],
    foreign: [],
    handlers: [],
    hrefs: [],
  });
}

const publicPages: readonly [string, () => string][] = [
  ['the practice', () => `/practicas/${shown.slug}`],
  ['the practice in English', () => `/en/practicas/${shown.slug}`],
  ['the results', () => '/practicas'],
  ['the results for a word', () => `/practicas?q=${mark}`],
  ['the results for an attack', () => `/practicas?q=${encodeURIComponent(`${mark} ${hostileHtml[0] ?? ''}`.slice(0, 190))}`],
  ['the directory', () => '/organizaciones'],
  ['the home', () => ''],
  ['pictures and files of a practice', () => `/practicas/${planted.files}`],
  ['why a practice was withdrawn', () => `/practicas/${planted.gone}`],
  ['what a concept is called', () => `/practicas/${planted.concept}`],
  ['what was replicated', () => `/practicas/${planted.slug}`],
  ['the replications', () => '/replicas'],
  ['an organisation', () => `/organizaciones/${planted.organization}`],
];

describe('a page for everybody', () => {
  it.each(publicPages)(
    'shows attacks as they were written: %s',
    async (_name, path) => {
      expectHarmless(await visit(visitor, `/${setting.network.code}${path()}`));
    },
    40_000,
  );

  it('tells machines the same, and its data ends where it should', async () => {
    const page = await fetch(`${world.origin}/${setting.network.code}/practicas/${shown.slug}`);
    const html = await page.text();
    const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    expect(scripts).toHaveLength(1);
    const data = JSON.parse(scripts[0]?.[1] ?? '') as { name: string; citation: { name: string; url: string }[] };
    expect(data.name).toBe(hostileHtml[0]);
    expect(data.citation.map(({ name }) => name)).toEqual(hostileHtml.map((text) => text.trim()));
    for (const [name, value] of page.headers)
      expect([name, value.includes('__attacked'), value.includes(mark)]).toEqual([name, false, false]);
  });
});

const workPages: readonly [string, () => BrowserContext, () => string][] = [
  ['own practices', () => titular, () => '/miembro/practicas'],
  ['a practice with the comments of its review', () => titular, () => `/miembro/practicas/${shown.commentedId}`],
  ['the same in English', () => titular, () => `/en/miembro/practicas/${shown.commentedId}`],
  ['the news', () => titular, () => '/miembro/avisos'],
  ['a replication', () => titular, () => `/miembro/replicas/${planted.replicationId}`],
  ['a question', () => titular, () => `/miembro/consultas?abierta=${planted.inquiryId}`],
  ['what the organisation says of itself', () => titular, () => '/miembro/organizacion'],
  ['the taxonomy', () => lead, () => '/secretaria/taxonomia?lista=population&abierta=children'],
  ['the queue of applications', () => lead, () => '/secretaria'],
  ['an application', () => lead, () => `/secretaria/solicitudes?abierta=${shown.applicationId}`],
];

describe('a page of a workspace', () => {
  it.each(workPages)(
    'shows attacks as they were written: %s',
    async (_name, who, path) => {
      expectHarmless(await visit(who(), `/${setting.network.code}${path()}`));
    },
    40_000,
  );
});

describe('the mailbox', () => {
  it('shows a mail about attacks, in its frame too, and nothing runs', async () => {
    const { id } = (await messageTo(world.mailbox.url, shown.applicant)) as unknown as { id: string };
    for (const path of [`/_correo/${id}`, `/_correo/${id}/html`, '/_correo']) {
      const page = await visitor.newPage();
      const complaints: string[] = [];
      page.on('dialog', (dialog) => complaints.push(dialog.message()));
      page.on('request', (request) => request.url().includes('evil.example.org') && complaints.push(request.url()));
      await page.goto(world.origin + path);
      expect([path, complaints, await page.evaluate(() => (globalThis as { __attacked?: unknown }).__attacked ?? null)]).toEqual([
        path,
        [],
        null,
      ]);
      await page.close();
    }
  });
});

it('an attack that works is seen by the same look', async () => {
  const page = await visitor.newPage();
  await page.setContent(`<p onclick="x()">a</p><iframe></iframe><script>window.__attacked = 1</script><a href="javascript:x()">b</a>`);
  const seen = await look(page);
  await page.close();
  expect({ ...seen, scripts: seen.scripts.length, foreign: seen.foreign.length }).toEqual({
    ran: 1,
    scripts: 1,
    foreign: 1,
    handlers: ['onclick'],
    hrefs: ['javascript:x()'],
  });
});

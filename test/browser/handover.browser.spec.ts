import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openBrowser } from '@alianza/testing/browser';
import { drafted } from '@alianza/testing/builders/practices';
import { smallPdf } from '@alianza/testing/builders/files/uploads';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { textIn } from '@alianza/texts/server';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { violations } from './axe.js';
import { enter, openContext } from './stage.js';
import { createPassword, linkIn, mailTo } from './steps.js';

jest.setTimeout(40_000);

const text = textIn('es');
const successor = `sucesion-${randomUUID().slice(0, 8)}@example.org`;

let world: World;
let setting: Setting;
let browser: Browser;
let titular: Page;
let lead: Page;

const at = (path: string) => `${world.origin}/${setting.network.code}/${path}`;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  browser = await openBrowser();
  const home = at('miembro');
  titular = await (await enter(await openContext(browser), home, await setting.as('titular'))).newPage();
  lead = await (await enter(await openContext(browser), home, await setting.as('secretariat-lead'), true)).newPage();
  await drafted(setting);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await world.close();
});

/** One journey: each step begins where the one before ended. */
describe('from one titular to the next', () => {
  it('what waits is counted as far as it is known, with the way to the rest', async () => {
    const own = ({ pathname }: URL) => pathname.endsWith('/own-practices');
    await titular.route(own, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), nextCursor: 'mas' } });
    });
    await titular.goto(at('miembro'));
    await titular.getByText(/^Más de 2 asuntos esperan/).waitFor();
    await titular.getByRole('link', { name: text('member.due.allPractices') }).waitFor();
    await titular.unroute(own);
  });

  it('the letter that is due is filed', async () => {
    await titular.goto(at('miembro'));
    expect(await titular.getByRole('link', { name: text('member.due.allPractices') }).count()).toBe(0);
    await titular.getByRole('link', { name: text('people.due.press') }).click();
    await titular.getByText(text('people.note.missing')).waitFor();
    await button(titular, text('people.file.pressOf', { person: 'titular' })).click();
    const dialog = titular.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles({ name: 'Oficio.pdf', mimeType: 'application/pdf', buffer: smallPdf });
    await dialog.getByText('Oficio.pdf').waitFor();
    await dialog.getByLabel(text('people.file.office')).fill('Presidencia del patronato');
    await dialog.getByLabel(text('people.file.dated')).fill('2026-01-15');
    await dialog.getByLabel(text('people.file.validUntil')).fill('2099-12-31');
    await dialog.getByRole('button', { name: text('people.file.send') }).click();
    await titular.getByText(text('people.note.waiting')).waitFor();
  });

  it('is accredited by the secretariat from its queue', async () => {
    await lead.goto(at('secretaria/oficios'));
    await lead.locator('tbody [data-row]').click();
    await button(lead, text('people.queue.accredit')).click();
    await lead.getByText('Vale hasta el 31 de diciembre de 2099').first().waitFor();
  });

  it('and the place of the titular is offered by mail', async () => {
    await titular.reload();
    await titular.getByText('Vale hasta el 31 de diciembre de 2099').waitFor();
    const dialog = titular.getByRole('dialog');
    const offered = async (email: string) => {
      await button(titular, text('people.handover.press')).click();
      await dialog.getByLabel(text('people.handover.who')).selectOption({ label: text('people.handover.other') });
      await dialog.getByRole('textbox', { name: text('people.invite.email') }).fill(email);
      await dialog.getByLabel(text('people.handover.suplente')).check();
      expect(await violations(titular)).toEqual([]);
      await dialog.getByRole('button', { name: text('people.handover.send') }).click();
      const cell = titular.getByRole('cell', { name: email, exact: true });
      await cell.waitFor();
      return cell;
    };
    const mistaken = await offered('equivocada@example.org');
    await button(titular, text('people.invited.revokeOf', { whom: 'equivocada@example.org' })).click();
    await dialog.getByText(text('people.invited.revokeHandover')).waitFor();
    expect(await violations(titular)).toEqual([]);
    await button(titular, text('people.invited.revokeSend')).click();
    await mistaken.waitFor({ state: 'detached' });
    await offered('tarde@example.org');
    const ended = `update invitation set expires_at = now() - interval '1 minute' where email = 'tarde@example.org' and network_id = $1 returning id`;
    await rowsOf('membership', ended, [setting.network.id]);
    await titular.goto(at('miembro'));
    await titular.getByText('El relevo ofrecido a tarde@example.org venció el').waitFor();
    await titular.getByRole('link', { name: text('people.due.handoverAgain') }).click();
    await dialog.getByRole('button', { name: text('states.form.cancel') }).click();
    await titular.waitForURL((url) => !url.search.includes('ofrecer'));
    await offered(successor);
    await titular.goto(at('miembro'));
    await titular.getByText(`El relevo ofrecido a ${successor} vale hasta el`).waitFor();
  });

  it('who accepts is titular in that moment, finds what is due, and is told so', async () => {
    const page = await (await openContext(browser)).newPage();
    await page.goto(linkIn(await mailTo(world, successor, /Invitación para representar/), '/invitacion'));
    await page.getByLabel(text('invitation.name')).fill('Sucesión, Red Ejemplo');
    await page.getByRole('button', { name: text('invitation.accept') }).click();
    await createPassword(world, page, successor);
    await page.locator('.acting').getByText('como titular').waitFor();
    for (const person of ['Sucesión, Red Ejemplo', 'titular']) await page.getByText(text('people.due.missing', { person })).waitFor();
    const { text: summary } = await mailTo(world, successor, /lo que está pendiente/);
    expect(summary).toContain('Borradores por terminar: 1');
    await page.close();
  });

  it('and who was titular is a suplente from the next request on', async () => {
    await titular.goto(at('miembro/personas'));
    await titular.getByText(text('people.suplente', { place: 1 })).waitFor();
    await titular.locator('.acting').getByText('como suplente').waitFor();
    expect(await button(titular, text('people.handover.press')).count()).toBe(0);
    expect((await mailTo(world, (await setting.as('titular')).email, /tiene titular nueva o nuevo/)).text).toContain('siguen ahí');
  });

  it('and the letter that ended with the role is still read among those of before', async () => {
    await titular.getByLabel(text('people.which')).selectOption({ label: text('people.before') });
    const said = text('people.letter.ended', { date: '31 de diciembre de 2099' });
    const [file] = await Promise.all([titular.waitForEvent('download'), titular.getByRole('button', { name: said }).click()]);
    expect(file.suggestedFilename()).toBe('Oficio.pdf');
  });
});

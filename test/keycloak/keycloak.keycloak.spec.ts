import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyForMembership } from '@alianza/contracts/membership/applications';
import { registerOrganization } from '@alianza/contracts/membership/organizations';
import { disablePerson, getMe, type Me } from '@alianza/contracts/membership/people';
import { draftPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { Browser as Visitor } from '@alianza/local/identity/spec-browser';
import { visit } from '@alianza/testing/browser';
import { completeContent } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { directoryContract } from '@alianza/testing/identity/directory-contract';
import { messageTo } from '@alianza/testing/identity/messages';
import { enter } from '@alianza/testing/keycloak/sign-in';
import { request } from 'node:http';
import type { Page } from 'playwright-core';
import { choosePassword, listenTo, registerTelephone, signIn } from './pages.js';
import { openStage, type Stage } from './stage.js';

const organization = 'Fundación Relevo (ficticia)';
const applicant = 'contacto@fundacion-relevo.example.org';
const secretary = 'secretaria@alianza.example.org';

let stage: Stage;
/** The titular's browser, from one step of the journey to the next. */
let titular: Page;
let heard: ReturnType<typeof listenTo>;
let complaints: string[];

beforeAll(async () => {
  stage = await openStage();
}, 360_000);
afterAll(() => stage.close());

const at = (path: string) => `${stage.origin}/${stage.network.code}${path}`;
const linkTo = async (email: string, subject: RegExp, part: string) => {
  const { links } = await messageTo(stage.mailbox, email, subject);
  return links.find((link) => link.includes(part)) ?? '';
};
async function somebody() {
  const { page, ...rest } = await visit(stage.browser);
  page.setDefaultTimeout(30_000);
  return { page, ...rest };
}

directoryContract('Keycloak', () => stage.provider);

describe('a journey on Keycloak', () => {
  it('the secretariat is asked for a second factor, registers one and accepts an application', async () => {
    await stage.provider.directory.ensureAccount(secretary);
    const { subject } = await stage.provider.setPassword(secretary);
    await stage.grant('secretariat-lead', { subject, email: secretary });
    const application = { ...applyForMembership.example.input, organization, email: applicant };
    await stage.edges[0].call(applyForMembership, application, { network: stage.network.code });

    const { page, complaints: faults } = await somebody();
    await page.goto(await linkTo(applicant, /Confirmar/, '/solicitud/confirmar#'));
    await page.getByRole('button', { name: 'Confirmar el correo' }).click();
    await messageTo(stage.mailbox, applicant, /recibió/);
    await page.goto(at('/secretaria'));
    await signIn(page, secretary);
    await page.getByRole('button', { name: 'Entrar con el código' }).click();
    await registerTelephone(page);
    await page.getByRole('link', { name: organization }).click();
    await page.getByRole('button', { name: 'Aceptar el ingreso' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Categoría').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Aceptar el ingreso' }).click();
    await page.getByText('Se aceptó el ingreso').waitFor();
    expect(faults).toEqual([]);
  }, 120_000);

  it('who is invited chooses a password by mail and is bound to the role', async () => {
    ({ page: titular, complaints } = await somebody());
    heard = listenTo(titular);
    await titular.goto(await linkTo(applicant, /Invitación/, '/invitacion#'));
    await titular.getByLabel('Nombre que se muestra').fill('Titular, Fundación Relevo');
    await titular.getByRole('button', { name: 'Aceptar y entrar' }).click();
    await choosePassword(titular, stage.mailbox, applicant);
    await titular.getByRole('heading', { name: 'Pendiente de nosotras' }).waitFor();
    await titular.getByText(organization).first().waitFor();
  }, 120_000);

  it('the session renews its token by itself and goes on', async () => {
    const before = heard.token;
    await eventually(async () => {
      for (const name of ['Nuestras prácticas', 'Preferencias'])
        await titular
          .getByRole('link', { name, exact: true })
          .first()
          .click({ timeout: 5000 })
          .catch(() => undefined);
      return heard.renewals > 0 && heard.token !== before;
    }, 45_000);
    const { body } = await stage.edges[1].send<Me>(getMe, {}, { token: heard.token });
    expect(body.networks).toMatchObject([{ code: stage.network.code, roles: ['titular'] }]);
  }, 60_000);

  it('signing out leaves nobody signed in', async () => {
    await titular.getByRole('button', { name: 'Salir' }).click();
    await titular.waitForURL(at(''));
    await titular.goto(at('/miembro'));
    await titular.locator('#username').waitFor();
    await signIn(titular, applicant);
    await titular.getByRole('heading', { name: 'Pendiente de nosotras' }).waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);

  it('a disabled person is refused at both gateways at once, and at Keycloak soon after', async () => {
    const visitor = new Visitor(stage.origin);
    await enter(visitor, applicant);
    await visitor.refresh();
    const asked = { token: visitor.accessToken, network: stage.network.code };
    const write = () => Promise.all(stage.edges.map((edge) => edge.send(draftPractice, { content: completeContent() }, asked)));
    expect((await write()).map(({ status }) => status)).toEqual([200, 200]);
    const { body: me } = await stage.edges[0].send<Me>(getMe, {}, asked);
    await stage.edges[0].call(disablePerson, { id: me.id, reason: 'Equipo perdido.' }, await stage.operator());
    expect((await write()).map(({ status }) => status)).toEqual([401, 401]);
    await eventually(
      () =>
        visitor.refresh().then(
          () => false,
          (error: unknown) => (error as Error).message === 'invalid_grant',
        ),
      30_000,
    );
    await titular.goto(at('/miembro'));
    await signIn(titular, applicant);
    await titular.getByText('Esta cuenta está inhabilitada').waitFor();
  }, 90_000);
});

describe('a script', () => {
  it('has of its client credentials exactly the rights that membership gave it', async () => {
    const answer = await fetch(`${stage.issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'alianza-script',
        client_secret: stage.keycloak.scriptSecret,
      }),
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string };
    const asked = { token, network: stage.network.code };
    const [edge] = stage.edges;
    expect((await edge.send(draftPractice, { content: completeContent() }, asked)).status).toBe(403);
    const { id: organizationId } = await edge.call<{ id: string }>(
      registerOrganization,
      registerOrganization.example.input,
      await stage.operator(),
    );
    await stage.grant('editor', { subject: sub, email: 'guion@alianza.example.org', organizationId });
    const { body, status } = await edge.send<EditablePractice>(draftPractice, { content: completeContent() }, asked);
    expect([status, body.id]).toEqual([200, expect.any(String)]);
    const submitted = await edge.send(submitPractice, { id: body.id }, { ...asked, version: body.version });
    expect(submitted.status).toBe(403);
  }, 60_000);
});

describe('what is reached of Keycloak from outside', () => {
  const statusOf = (path: string) =>
    new Promise<number>((resolve, reject) => {
      const { hostname, port } = new URL(stage.origin);
      request({ hostname, port, path }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  it('is the one realm, whatever an address pretends', async () => {
    expect(await statusOf('/realms/alianza/.well-known/openid-configuration')).toBe(200);
    const closed = ['/realms/master', '/admin/', '/realms/alianza/../master', '/realms/alianza/%2e%2e/master', '/resources/../admin/'];
    for (const path of closed) expect([path, await statusOf(path)]).toEqual([path, 404]);
    expect(await statusOf('/realms/alianza/..%2fmaster')).toBe(400); // Keycloak takes no such address
  });
});

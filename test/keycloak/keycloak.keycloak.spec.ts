import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyForMembership, listApplications } from '@alianza/contracts/membership/applications';
import { registerOrganization } from '@alianza/contracts/membership/organizations';
import { disablePerson, getMe, type Me } from '@alianza/contracts/membership/people';
import { editConcept } from '@alianza/contracts/repository/taxonomy';
import { draftPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { Browser as Visitor } from '@alianza/local/identity/spec-browser';
import { visit } from '@alianza/testing/browser';
import { completeContent } from '@alianza/testing/builders/practices';
import type { Edge } from '@alianza/testing/edge';
import { eventually } from '@alianza/testing/eventually';
import { directoryContract } from '@alianza/testing/identity/directory-contract';
import { messageTo } from '@alianza/testing/identity/messages';
import { enter, keycloakPassword, Telephone } from '@alianza/testing/keycloak/sign-in';
import { request } from 'node:http';
import type { Page } from 'playwright-core';
import { signWithAnotherKey } from './keys.js';
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

/** Keycloak is told by a job: soon after it renews no more. */
const goneFrom = (visitor: Visitor) =>
  eventually(
    () =>
      visitor.refresh().then(
        () => false,
        (error: unknown) => (error as Error).message === 'invalid_grant',
      ),
    30_000,
  );

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
    await dialog.getByLabel('Acuerdo o documento que lo respalda').fill('Acuerdo 7');
    await dialog.getByLabel('Fecha de ese acuerdo o documento').fill('2026-02-27');
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

  it('other sessions are closed from the account page, and the password is changed on Keycloak’s own', async () => {
    const elsewhere = new Visitor(stage.origin);
    await enter(elsewhere, applicant);
    await titular.goto(at('/miembro/cuenta'));
    await titular.getByRole('button', { name: 'Cerrar las demás sesiones' }).click();
    await titular.getByText(/^Se cerr(?:ó|aron)/).waitFor();
    await goneFrom(elsewhere);
    await titular.getByRole('button', { name: 'Cambiar la contraseña' }).click();
    await titular.locator('#password-new').fill(keycloakPassword);
    await titular.locator('#password-confirm').fill(keycloakPassword);
    await titular.getByRole('button', { name: 'Continuar' }).click();
    await titular.waitForURL(new RegExp(`${at('/miembro/cuenta')}$`));
    await titular.getByRole('heading', { name: 'Mi cuenta' }).waitFor();
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
    await goneFrom(visitor);
    await titular.goto(at('/miembro'));
    await signIn(titular, applicant);
    await titular.getByText('Esta cuenta está inhabilitada').waitFor();
  }, 90_000);
});

describe('whoever is of the secretariat', () => {
  const email = 'segunda-secretaria@alianza.example.org';
  const telephone = new Telephone();
  const asking = (token: string) => ({ token, network: stage.network.code });
  const said = { labels: { es: 'Niñez y crianza', en: 'Children' }, synonyms: { es: [], en: [] }, from: null, until: null, retired: false };
  const write = (edge: Edge, { accessToken }: Visitor) =>
    edge.send(editConcept, { scheme: 'population', id: 'children', ...said }, { ...asking(accessToken), version: 0 });

  it('is refused at both gateways, reading and writing, with the password alone', async () => {
    await stage.provider.directory.ensureAccount(email);
    const { subject } = await stage.provider.setPassword(email);
    await stage.grant('secretariat', { subject, email });
    const visitor = new Visitor(stage.origin);
    const told = async () => {
      const { claims } = await enter(visitor, email);
      const asked = asking(visitor.accessToken);
      const answers = stage.edges.flatMap((edge) => [edge.send(listApplications, {}, asked), write(edge, visitor)]);
      return { acr: claims.acr, codes: (await Promise.all(answers)).map(({ status, body }) => [status, (body as { code?: string }).code]) };
    };
    const refused = { acr: '1', codes: Array.from({ length: 4 }, () => [401, 'second-factor-required']) };
    expect(await told()).toEqual(refused);
    expect((await enter(new Visitor(stage.origin), email, telephone)).claims.acr).toBe('2');
    expect(await told()).toEqual(refused); // that a telephone is registered says nothing of who has the password
    expect((await stage.edges[0].send(getMe, {}, asking(visitor.accessToken))).status).toBe(200);
  }, 60_000);

  it('does not come in with a wrong code, and does with the right one after it', async () => {
    const visitor = new Visitor(stage.origin);
    await visitor.begin({ acr_values: '2', prompt: 'login' });
    await visitor.submit({ username: email, password: keycloakPassword });
    const right = telephone.code();
    await visitor.submit({ otp: right.replaceAll(/\d/g, (digit) => String((Number(digit) + 5) % 10)) });
    expect([visitor.landed, visitor.body]).toEqual([null, expect.stringContaining('name="otp"')]);
    await expect(visitor.tokens()).rejects.toThrow('no code at');
    await visitor.submit({ otp: right });
    expect((await visitor.tokens()).claims.acr).toBe('2');
    const statuses = await Promise.all(stage.edges.map((edge) => edge.send(listApplications, {}, asking(visitor.accessToken))));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200]);
    expect((await write(stage.edges[1], visitor)).status).toBe(200);
  }, 60_000);
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
    const submitted = await edge.send(submitPractice, { id: body.id, terms: 1 }, { ...asked, version: body.version });
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

describe('who is signed in goes on', () => {
  const email = 'edicion@alianza.example.org';
  let visitor: Visitor;

  /** Of reading and writing at both gateways. */
  const statuses = async (token = visitor.accessToken) => {
    const asked = { token, network: stage.network.code };
    const both = stage.edges.flatMap((edge) => [
      edge.send(getMe, {}, asked),
      edge.send(draftPractice, { content: completeContent() }, asked),
    ]);
    return (await Promise.all(both)).map(({ status }) => status);
  };
  const served = [200, 200, 200, 200];

  it('while Keycloak is away and starts, where nobody renews, and renews once it is back', async () => {
    const input = { ...registerOrganization.example.input, slug: 'red-de-turno' };
    const { id: organizationId } = await stage.edges[0].call<{ id: string }>(registerOrganization, input, await stage.operator());
    await stage.provider.directory.ensureAccount(email);
    const { subject } = await stage.provider.setPassword(email);
    await stage.grant('editor', { subject, email, organizationId });
    visitor = new Visitor(stage.origin);
    await enter(visitor, email);
    expect(await statuses()).toEqual(served);
    await stage.keycloak.stop();
    const { status } = await fetch(`${stage.issuer}/.well-known/openid-configuration`);
    expect([status, await statuses()]).toEqual([503, served]);
    await expect(visitor.refresh()).rejects.toThrow();
    expect((await Promise.all([statuses(), stage.keycloak.start()]))[0]).toEqual(served);
    await visitor.refresh();
    expect(await statuses()).toEqual(served);
  }, 120_000);

  it('by renewed tokens and by the one before, once the realm signs with another key', async () => {
    const { header: former } = await visitor.refresh();
    const before = visitor.accessToken;
    await signWithAnotherKey(stage.keycloak);
    const { header } = await visitor.refresh();
    expect([header.alg, header.kid === former.kid]).toEqual(['RS256', false]);
    expect(await statuses(before)).toEqual(served);
    // A gateway that fetched keys less than half a minute ago does not know it yet.
    await eventually(async () => (await statuses()).every((status) => status === 200), 45_000);
    expect(await statuses(before)).toEqual(served);
  }, 90_000);
});

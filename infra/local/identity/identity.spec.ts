import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@alianza/testing/eventually';
import { startMailbox, type Mailbox } from '../mailbox/mailbox.js';
import { temporaryFolder, type TemporaryFolder } from '../servers/spec-support.js';
import { startIdentity, type Identity } from './identity.js';
import { Browser, startProxy, type Proxy } from './spec-browser.js';

const people = [
  {
    subject: 'sub-titular',
    email: 'titular@example.org',
    name: 'Titular, Red Ejemplo',
    password: 'una frase bien larga',
    secondFactor: false,
  },
  { subject: 'sub-secretaria', email: 'secretaria@example.org', name: 'Secretaría', password: 'otra frase bien larga', secondFactor: true },
];

let folder: TemporaryFolder;
let proxy: Proxy;
let mailbox: Mailbox;
let identity: Identity;

const admin = (path: string, body: object | null, secret = identity.adminSecret) =>
  fetch(identity.adminUrl + path, { method: 'POST', headers: { authorization: `Bearer ${secret}` }, body: JSON.stringify(body) });

const browser = () => new Browser(proxy.origin);

beforeAll(async () => {
  folder = temporaryFolder();
  proxy = await startProxy();
  mailbox = await startMailbox(folder.path);
  identity = await startIdentity({ origin: proxy.origin, dataDir: folder.path, smtpUrl: mailbox.smtpUrl });
  proxy.target = identity.url;
  expect((await admin('/demo-accounts', people)).status).toBe(204);
}, 30_000);

afterAll(async () => {
  await identity.stop();
  await mailbox.stop();
  await proxy.stop();
  folder.remove();
});

it('signs in with a password, and the token says who and at which level', async () => {
  const visitor = browser();
  await visitor.begin({ login_hint: 'titular@example.org' });
  expect(visitor.body).toContain('value="titular@example.org"');
  await visitor.submit({ username: 'titular@example.org', password: 'una frase bien larga' });
  const { claims, header } = await visitor.tokens();
  expect(header).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
  expect(claims).toMatchObject({
    iss: `${proxy.origin}/realms/alianza`,
    aud: 'alianza-api',
    sub: 'sub-titular',
    email: 'titular@example.org',
    email_verified: true,
    name: 'Titular, Red Ejemplo',
    acr: '1',
  });
  expect(Number(claims.exp) - Number(claims.iat)).toBe(300);
});

it('asks secretariats for the code that the page shows', async () => {
  const visitor = browser();
  await visitor.begin();
  await visitor.submit({ username: 'SECRETARIA@example.org', password: 'otra frase bien larga' });
  await visitor.submit({ code: '000000x' });
  expect(visitor.status).toBe(401);
  await visitor.submit({ code: visitor.demoCode() });
  expect((await visitor.tokens()).claims).toMatchObject({ sub: 'sub-secretaria', acr: '2' });
});

it('asks who signed in with a password for the code alone when level 2 is wanted', async () => {
  const visitor = browser();
  await visitor.begin();
  await visitor.submit({ username: 'titular@example.org', password: 'una frase bien larga' });
  await visitor.tokens();
  await visitor.begin({ acr_values: '2' });
  await visitor.submit({ code: visitor.demoCode() });
  expect((await visitor.tokens()).claims).toMatchObject({ sub: 'sub-titular', acr: '2' });
});

it('answers a wrong password and an unknown address alike, and refuses after ten', async () => {
  const visitor = browser();
  await visitor.begin();
  const answers: string[] = [];
  for (const username of ['titular@example.org', 'nadie-aqui@example.org']) {
    await visitor.submit({ username, password: 'equivocada' });
    answers.push(visitor.body.replaceAll(username, ''));
  }
  expect(answers[0]).toBe(answers[1]);
  for (let attempt = 0; attempt < 9; attempt++) await visitor.submit({ username: 'nadie-aqui@example.org', password: 'equivocada' });
  expect(visitor.status).toBe(401);
  await visitor.submit({ username: 'nadie-aqui@example.org', password: 'equivocada' });
  expect(visitor.status).toBe(429);
  await visitor.submit({ username: 'titular@example.org', password: 'una frase bien larga' });
  await visitor.tokens();
}, 30_000);

it('lets who reads the mail set a password and goes on with the same sign-in', async () => {
  expect((await admin('/accounts', { email: 'Nueva@example.org', name: 'Nueva' })).status).toBe(204);
  const visitor = browser();
  await visitor.begin();
  await visitor.visit('/password');
  await visitor.submit({ username: 'desconocida@example.org' });
  const forUnknown = visitor.body.replaceAll('desconocida@', '');
  await visitor.visit('/password');
  await visitor.submit({ username: 'nueva@example.org' });
  expect(visitor.body.replaceAll('nueva@', '')).toBe(forUnknown);
  const code = await eventually(async () => {
    const found = (await (await fetch(`${mailbox.url}/_correo/api/messages?to=nueva@example.org`)).json()) as { text: string }[];
    return /\d{6}/.exec(found[0]?.text ?? '')?.[0];
  });
  const fields = { username: 'nueva@example.org', step: 'set' };
  await visitor.submit({ ...fields, code, password: 'corta', repeat: 'corta' });
  expect([visitor.status, visitor.body.includes('menos de 12')]).toEqual([422, true]);
  await visitor.submit({ ...fields, code: '12', password: 'frase larga y nueva', repeat: 'frase larga y nueva' });
  expect(visitor.status).toBe(422);
  await visitor.submit({ ...fields, code, password: 'frase larga y nueva', repeat: 'frase larga y nueva' });
  expect((await visitor.tokens()).claims).toMatchObject({ email: 'nueva@example.org', acr: '1' });
});

it('renews for who stays, and for nobody whose sessions were ended or who was disabled', async () => {
  const visitor = browser();
  const enter = async () => {
    await visitor.begin({ prompt: 'login' });
    await visitor.submit({ username: 'titular@example.org', password: 'una frase bien larga' });
    await visitor.tokens();
  };
  await enter();
  expect((await visitor.refresh()).claims).toMatchObject({ sub: 'sub-titular', acr: '1' });
  expect((await admin('/sessions/end', { subject: 'sub-titular' })).status).toBe(204);
  await expect(visitor.refresh()).rejects.toThrow('invalid_grant');
  await enter();
  await admin('/accounts/disable', { subject: 'sub-titular' });
  await expect(visitor.refresh()).rejects.toThrow('invalid_grant');
  await visitor.begin();
  await visitor.submit({ username: 'titular@example.org', password: 'una frase bien larga' });
  expect(visitor.status).toBe(401);
  await admin('/accounts/enable', { subject: 'sub-titular' });
  await visitor.submit({ username: 'titular@example.org', password: 'una frase bien larga' });
  await visitor.tokens();
});

it('keeps accounts, keys and sign-ins over a restart', async () => {
  const visitor = browser();
  await visitor.begin();
  await visitor.submit({ username: 'titular@example.org', password: 'una frase bien larga' });
  const { header } = await visitor.tokens();
  await identity.stop();
  identity = await startIdentity({ origin: proxy.origin, dataDir: folder.path, smtpUrl: mailbox.smtpUrl });
  proxy.target = identity.url;
  const renewed = await visitor.refresh();
  expect([renewed.claims.sub, renewed.header.kid]).toEqual(['sub-titular', header.kid]);
});

it('lets who is signed in change their password, knowing the present one, and signs them out elsewhere', async () => {
  const [first, second] = ['una frase bien larga', 'otra frase igual de larga'];
  const account = { email: 'cambia@example.org', name: 'Cambia', password: first, secondFactor: false, subject: 'sub-cambia' };
  await admin('/demo-accounts', [account]);
  const enter = async (password: string) => {
    const visitor = browser();
    await visitor.begin();
    await visitor.submit({ username: account.email, password });
    return visitor;
  };
  const [here, there] = [await enter(first), await enter(first)];
  await there.tokens();
  await here.begin({ kc_action: 'UPDATE_PASSWORD', ui_locales: 'es' });
  expect(here.body).toContain('<h1>Cambiar la contraseña</h1>');
  await here.submit({ current: 'otra cosa del todo', password: second, repeat: second });
  expect([here.status, here.body.includes('La contraseña actual no es correcta')]).toEqual([401, true]);
  await here.submit({ current: first, password: 'corta', repeat: 'corta' });
  expect(here.status).toBe(422);
  await here.submit({ current: first, password: second, repeat: second });
  await here.tokens();
  await here.refresh();
  await expect(there.refresh()).rejects.toThrow('invalid_grant');
  expect((await enter(first)).status).toBe(401);
  await (await enter(second)).tokens();
  await here.begin({ kc_action: 'UPDATE_PASSWORD' });
  await here.submit({ leave: 'yes' });
  await here.tokens();
});

it('signs out', async () => {
  const visitor = browser();
  await visitor.begin();
  await visitor.submit({ username: 'titular@example.org', password: 'una frase bien larga' });
  await visitor.tokens();
  await visitor.leave();
  await visitor.begin({ prompt: 'none' });
  expect(visitor.landed?.searchParams.get('error')).toBe('login_required');
});

it('speaks the language asked for, without inline script or style', async () => {
  const visitor = browser();
  await visitor.begin({ ui_locales: 'en' });
  expect(visitor.body).toContain('<h1>Sign in</h1>');
  expect(visitor.body).not.toMatch(/<style|style=|<script(?! src)|\son\w+=/);
  expect(visitor.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('gives a program a token for itself, to nobody without its secret, and lets it sign nobody in', async () => {
  const { clientId, clientSecret } = identity.script;
  const ask = (secret: string, grant: Record<string, string> = { grant_type: 'client_credentials' }) =>
    fetch(`${proxy.origin}/realms/alianza/protocol/openid-connect/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
      body: new URLSearchParams(grant),
    });
  const { access_token: token, ...rest } = (await (await ask(clientSecret)).json()) as { access_token: string };
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
  expect(claims).toMatchObject({ sub: clientId, aud: 'alianza-api', iss: `${proxy.origin}/realms/alianza` });
  expect(claims).not.toHaveProperty('acr');
  expect(rest).not.toHaveProperty('refresh_token');
  expect((await ask('wrong')).status).toBe(401);
  expect((await ask(clientSecret, { grant_type: 'password', username: 'titular@example.org', password: 'x' })).status).toBe(400);
});

it('obeys only who holds the secret, and makes tokens for scripts', async () => {
  expect((await admin('/accounts', { email: 'x@example.org' }, 'wrong')).status).toBe(401);
  expect((await admin('/tokens', { email: 'nadie@example.org' })).status).toBe(404);
  expect((await admin('/tokens', null)).status).toBe(404);
  expect((await admin('/accounts/disable', {})).status).toBe(400);
  const { token } = (await (await admin('/tokens', { email: 'secretaria@example.org' })).json()) as { token: string };
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;
  expect(claims).toMatchObject({ sub: 'sub-secretaria', acr: '2', aud: 'alianza-api' });
});

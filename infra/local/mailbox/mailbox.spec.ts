import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { temporaryFolder, type TemporaryFolder } from '../servers/spec-support.js';
import { startMailbox, type Mailbox } from './mailbox.js';
import { MailFolder } from './messages.js';

let folder: TemporaryFolder;
let mailbox: Mailbox;

beforeAll(async () => {
  folder = temporaryFolder();
  mailbox = await startMailbox(folder.path);
});
afterAll(async () => {
  await mailbox.stop();
  folder.remove();
});

const page = async (path: string) => {
  const answer = await fetch(mailbox.url + path);
  return { status: answer.status, body: await answer.text(), policy: answer.headers.get('content-security-policy') ?? '' };
};

interface Kept {
  readonly id: string;
  readonly subject: string;
  readonly links: string[];
}

const kept = async (to: string) =>
  (await (await fetch(`${mailbox.url}/_correo/api/messages?to=${encodeURIComponent(to)}`)).json()) as Kept[];

async function post(to: string, subject: string, parts: { text?: string; html?: string } = { text: 'Hola' }) {
  const mailer = createTransport(mailbox.smtpUrl);
  await mailer.sendMail({ from: 'Alianza <avisos@example.org>', to, subject, ...parts });
  mailer.close();
}

it('keeps what is sent, newest first, by recipient', async () => {
  await post('a@example.org', 'Primera, con ñ');
  await post('A@example.org', 'Segunda');
  await post('b@example.org', 'Ajena');
  expect((await kept('a@example.org')).map(({ subject }) => subject)).toEqual(['Segunda', 'Primera, con ñ']);
  const list = (await page('/_correo')).body;
  expect(list.indexOf('Ajena')).toBeLessThan(list.indexOf('Segunda'));
});

it('finds every link once, from text and HTML', async () => {
  await post('c@example.org', 'Con enlaces', {
    text: 'Confirmar: http://127.0.0.1:3000/agc/solicitud/confirmar#secreto.\n',
    html: '<a href="http://127.0.0.1:3000/agc/solicitud/confirmar#secreto">Confirmar</a> <a href="https://example.org/?a=1&amp;b=2">Otro</a>',
  });
  expect((await kept('c@example.org'))[0]?.links).toEqual([
    'http://127.0.0.1:3000/agc/solicitud/confirmar#secreto',
    'https://example.org/?a=1&b=2',
  ]);
});

it('shows a hostile letter without running it', async () => {
  await post('d@example.org', '<script>alert(1)</script>', {
    text: '<img src=x onerror=alert(1)>',
    html: '<script>alert(1)</script><b>Hola</b>',
  });
  const [letter] = await kept('d@example.org');
  const shown = await page(`/_correo/${letter?.id ?? ''}`);
  expect(shown.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(shown.body).not.toMatch(/<script|<img/);
  expect(shown.body).toMatch(/<iframe[^>]* sandbox>/);
  const formatted = await page(`/_correo/${letter?.id ?? ''}/html`);
  expect(formatted.policy).toMatch(/^sandbox; default-src 'none'/);
});

it('knows nothing outside its folder', async () => {
  for (const path of ['/_correo/unknown', '/_correo/..%2f..%2fsecrets', '/_correo/000000000000000-00000000/html'])
    expect((await page(path)).status).toBe(404);
  expect((await page('/_correo/correo.css')).body).toContain('--plum');
});

it('keeps the newest five hundred', async () => {
  const own = temporaryFolder();
  const messages = new MailFolder(own.path);
  for (let sent = 0; sent < 503; sent++) messages.keep(Buffer.from(`Subject: ${sent}\r\n\r\n`), ['x@example.org']);
  const all = await messages.list();
  expect([all.length, all[0]?.subject, all.at(-1)?.subject]).toEqual([500, '502', '3']);
  own.remove();
});

it('reads a letter once, one that is large each time, and forgets what is gone', async () => {
  const own = temporaryFolder();
  const messages = new MailFolder(own.path);
  const letter = (subject: string, bytes = 0) => Buffer.from(`Subject: ${subject}\r\n\r\n${'x'.repeat(bytes)}`);
  const [small, large] = [messages.keep(letter('small'), []), messages.keep(letter('large', 70_000), [])];
  await messages.list();
  for (const id of [small, large]) writeFileSync(path.join(own.path, `${id}.eml`), letter('other'));
  expect((await messages.list()).map(({ subject }) => subject)).toEqual(['other', 'small']);
  rmSync(path.join(own.path, `${small}.eml`));
  expect((await messages.list()).map(({ id }) => id)).toEqual([large]);
  own.remove();
});

it('refuses to stand in for real mail in production', async () => {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  await expect(startMailbox(folder.path)).rejects.toThrow('producción');
  process.env.NODE_ENV = before;
});

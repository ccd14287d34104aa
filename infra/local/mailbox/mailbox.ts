import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { serve } from '../servers/http.js';
import { fonts } from '../pages/fonts.js';
import { send } from '../pages/html.js';
import { refuseProduction } from '../servers/start-failure.js';
import { MailFolder } from './messages.js';
import { listPage, mailboxPath, messagePage, missingPage } from './pages.js';

/** Whoever wants to see what becomes of a mail that comes back writes to an address under this name. */
const nobody = '@rebota.example.org';
const noSuchUser = () => Object.assign(new Error('5.1.1 No such user'), { responseCode: 550 });

const longestMail = 10 * 2 ** 20;

export interface Mailbox {
  /** For whoever sends. */
  readonly smtpUrl: string;
  /** For whoever proxies `/_correo`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A real SMTP server that delivers nothing: every message is kept in `<dir>/mail` and shown under `/_correo`. */
export async function startMailbox(dir: string): Promise<Mailbox> {
  refuseProduction('El buzón local', 'SMTP_URL');
  const messages = new MailFolder(path.join(dir, 'mail'));
  const logFile = path.join(dir, 'logs/mailbox.log');
  mkdirSync(path.dirname(logFile), { recursive: true });
  const smtp = smtpServer(messages);
  smtp.on('error', (error) => appendFileSync(logFile, `${new Date().toISOString()} ${error.message}\n`));
  const port = await new Promise<number>((resolve, reject) => {
    smtp.server.once('error', reject);
    smtp.listen(0, '127.0.0.1', () => resolve((smtp.server.address() as AddressInfo).port));
  });
  const pages = await serve(async (request, response) => {
    await answer(messages, request, response).catch((error: unknown) => {
      appendFileSync(logFile, `${new Date().toISOString()} ${String(error)}\n`);
      if (!response.headersSent) send(response, 500, 'text/plain', 'No se pudo leer el buzón.');
    });
  });
  const stop = async () => {
    await Promise.all([pages.stop(), new Promise<void>((resolve) => smtp.close(resolve))]);
  };
  return { smtpUrl: `smtp://127.0.0.1:${port}`, url: pages.url, stop };
}

function smtpServer(messages: MailFolder): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 1000,
    size: longestMail,
    onRcptTo: ({ address }, _session, callback) => callback(address.toLowerCase().endsWith(nobody) ? noSuchUser() : null),
    onData: (stream, session, callback) => {
      receive(messages, stream, session).then(() => callback(), callback);
    },
  });
}

async function receive(messages: MailFolder, stream: SMTPServerDataStream, session: SMTPServerSession) {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
  if (stream.sizeExceeded) throw Object.assign(new Error('message too large'), { responseCode: 552 });
  messages.keep(
    Buffer.concat(chunks),
    session.envelope.rcptTo.map(({ address }) => address),
  );
}

const stylesheet = ['../pages/base.css', 'correo.css'].map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8')).join('');

const security = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};
/** A letter's own styles and pictures are shown; its scripts, forms and frames are not, wherever its address is opened. */
const letterPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; frame-ancestors 'self'";

async function answer(messages: MailFolder, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(security)) response.setHeader(name, value);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, 'text/plain', 'GET');
  if (pathname === `${mailboxPath}/correo.css`) return send(response, 200, 'text/css', stylesheet);
  const font = fonts.get(pathname.slice(mailboxPath.length + 1));
  if (font) return send(response, 200, 'font/woff2', font);
  if (pathname === mailboxPath || pathname === `${mailboxPath}/`) return send(response, 200, 'text/html', listPage(await messages.list()));
  if (pathname === `${mailboxPath}/api/messages`) return json(response, await messages.list(searchParams.get('to') ?? undefined));
  return letter(messages, pathname.slice(mailboxPath.length + 1), response);
}

async function letter(messages: MailFolder, rest: string, response: ServerResponse) {
  const [id = '', part] = rest.split('/');
  const message = await messages.find(id);
  if (!message || (part !== undefined && (part !== 'html' || message.html === null)))
    return send(response, 404, 'text/html', missingPage());
  if (part === undefined) return send(response, 200, 'text/html', messagePage(message));
  response.setHeader('content-security-policy', letterPolicy);
  send(response, 200, 'text/html', message.html ?? '');
}

function json(response: ServerResponse, found: Awaited<ReturnType<MailFolder['list']>>) {
  const shown = found.map(({ id, to, from, subject, date, text, links }) => ({ id, to, from, subject, date, text, links }));
  send(response, 200, 'application/json', JSON.stringify(shown));
}

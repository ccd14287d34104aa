import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Accounts, DemoAccount } from './accounts/accounts.js';
import { bodyOf } from '../servers/http.js';
import type { SignInStore } from './store.js';

const digestOf = (text: string) => createHash('sha256').update(text).digest();

interface Reply {
  readonly status: number;
  readonly body?: object;
}

const done: Reply = { status: 204 };
const unknown: Reply = { status: 404, body: { error: 'unknown account' } };
const malformed: Reply = { status: 400, body: { error: 'malformed request' } };

type Command = (input: unknown) => Promise<Reply> | Reply;

const textOf = (input: unknown, name: string): string | null => {
  const value = typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[name] : null;
  return typeof value === 'string' && value !== '' && value.length <= 320 ? value : null;
};

function isDemoAccount(value: unknown): value is DemoAccount {
  const texts = ['email', 'name', 'password', 'subject'].every((name) => textOf(value, name) !== null);
  return texts && typeof (value as { secondFactor?: unknown }).secondFactor === 'boolean';
}

export interface AdminParts {
  readonly accounts: Accounts;
  readonly store: SignInStore;
  /** Programs that sign in by themselves: subjects that are no account. */
  readonly programs: readonly string[];
  /** An access token for the account, as a sign-in of its level would give that was so many seconds ago. */
  readonly tokenFor: (email: string, age: number) => string | null;
}

/** What the directory of people can be asked to do; only whoever holds the secret of this data folder may. */
export class Admin {
  private readonly expected: Buffer;
  private readonly commands: ReadonlyMap<string, Command>;

  constructor(parts: AdminParts, secret: string) {
    this.expected = digestOf(`Bearer ${secret}`);
    this.commands = commandsOf(parts);
  }

  readonly answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, body } = await this.reply(request).catch((): Reply => malformed);
    if (body) response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    else response.writeHead(status).end();
  };

  private async reply(request: IncomingMessage): Promise<Reply> {
    if (!timingSafeEqual(this.expected, digestOf(request.headers.authorization ?? '')))
      return { status: 401, body: { error: 'unauthorized' } };
    const command = request.method === 'POST' ? this.commands.get(request.url ?? '') : undefined;
    if (!command) return { status: 404, body: { error: 'unknown command' } };
    return command(JSON.parse(await bodyOf(request)));
  }
}

function commandsOf(parts: AdminParts): Map<string, Command> {
  const { accounts, store, tokenFor } = parts;
  const forSubject =
    (act: (subject: string) => boolean): Command =>
    (input) => {
      const subject = textOf(input, 'subject');
      if (subject === null) return malformed;
      return act(subject) ? done : unknown;
    };
  const end = (subject: string) => {
    store.end(subject);
    return true;
  };
  return new Map<string, Command>([
    ['/accounts', (input) => ensure(accounts, input)],
    ['/accounts/get', (input) => look(parts, input)],
    ['/accounts/made', (input) => madeAt(accounts, input)],
    ['/accounts/address', (input) => readdress(accounts, input)],
    ['/accounts/delete', forSubject((subject) => accounts.remove(subject) && end(subject))],
    ['/accounts/restore', (input) => restore(accounts, input)],
    ['/accounts/disable', forSubject((subject) => accounts.disable(subject) && end(subject))],
    ['/accounts/enable', forSubject((subject) => accounts.enable(subject))],
    ['/sessions/end', forSubject((subject) => accounts.get(subject) !== null && end(subject))],
    ['/sessions/end-one', (input) => endOne(parts, input)],
    ['/second-factor/reset', forSubject((subject) => accounts.resetSecondFactor(subject))],
    ['/tokens', (input) => token(tokenFor, input)],
    ['/demo-accounts', (input) => loadDemo(accounts, input)],
  ]);
}

function ensure(accounts: Accounts, input: unknown): Reply {
  const email = textOf(input, 'email');
  if (email === null || !email.includes('@')) return malformed;
  accounts.ensure(email, textOf(input, 'name'));
  return done;
}

function look({ accounts, store, programs }: AdminParts, input: unknown): Reply {
  const subject = textOf(input, 'subject');
  if (subject === null) return malformed;
  if (programs.includes(subject)) return { status: 200, body: { enabled: true, sessions: [] } };
  const account = accounts.get(subject);
  return account ? { status: 200, body: { enabled: !account.disabled, sessions: store.sessions(subject) } } : unknown;
}

function madeAt(accounts: Accounts, input: unknown): Reply {
  const email = textOf(input, 'email');
  if (email === null) return malformed;
  const account = accounts.byEmail(email);
  return account?.made === true ? { status: 200, body: { subject: account.subject } } : unknown;
}

function readdress(accounts: Accounts, input: unknown): Reply {
  const [subject, email] = [textOf(input, 'subject'), textOf(input, 'email')];
  if (subject === null || email?.includes('@') !== true) return malformed;
  const changed = accounts.readdress(subject, email);
  return changed === null ? unknown : changed ? done : { status: 409, body: { error: 'address taken' } };
}

function restore(accounts: Accounts, input: unknown): Reply {
  const email = textOf(input, 'email') ?? '';
  const made = accounts.byEmail(email) === null;
  const ensured = ensure(accounts, input);
  const account = accounts.byEmail(email);
  return account ? { status: 200, body: { subject: account.subject, made } } : ensured;
}

function endOne({ accounts, store }: AdminParts, input: unknown): Reply {
  const [subject, session] = [textOf(input, 'subject'), textOf(input, 'session')];
  if (subject === null || session === null) return malformed;
  if (!accounts.get(subject)) return unknown;
  store.endOne(subject, session);
  return done;
}

function token(tokenFor: AdminParts['tokenFor'], input: unknown): Reply {
  const email = textOf(input, 'email');
  if (email === null) return unknown;
  const { age = 0 } = input as { age?: unknown };
  if (!Number.isSafeInteger(age)) return malformed;
  const made = tokenFor(email, Number(age));
  return made === null ? unknown : { status: 200, body: { token: made } };
}

async function loadDemo(accounts: Accounts, input: unknown): Promise<Reply> {
  if (!Array.isArray(input) || !input.every(isDemoAccount)) return malformed;
  await accounts.loadDemo(input);
  return done;
}

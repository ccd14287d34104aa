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
  /** An access token for the account, as a sign-in of its level would give. */
  readonly tokenFor: (email: string) => string | null;
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

function commandsOf({ accounts, store, tokenFor }: AdminParts): Map<string, Command> {
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
    ['/accounts/disable', forSubject((subject) => accounts.disable(subject) && end(subject))],
    ['/accounts/enable', forSubject((subject) => accounts.enable(subject))],
    ['/sessions/end', forSubject((subject) => accounts.get(subject) !== null && end(subject))],
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

function token(tokenFor: AdminParts['tokenFor'], input: unknown): Reply {
  const email = textOf(input, 'email');
  const made = email === null ? null : tokenFor(email);
  return made === null ? unknown : { status: 200, body: { token: made } };
}

async function loadDemo(accounts: Accounts, input: unknown): Promise<Reply> {
  if (!Array.isArray(input) || !input.every(isDemoAccount)) return malformed;
  await accounts.loadDemo(input);
  return done;
}

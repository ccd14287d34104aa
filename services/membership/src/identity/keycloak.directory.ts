import { setTimeout as pause } from 'node:timers/promises';
import type { IdentityDirectory, ProviderAccount, RestoredAccount } from './identity-directory.js';

/** Milliseconds for one question; whoever asks tries again later. */
const patience = 10_000;
/** Seconds before its end from which a token is not used any more. */
const margin = 20;
/** How often a session is told again to end, and after how many milliseconds: longer than whoever was reading it takes to put it back. */
const [turns, betweenTurns] = [10, 500];
/** Of accounts made for who was invited; the realm's profile knows it, for administrators alone. */
const mark = 'alianza-made';

export interface KeycloakAdministration {
  /** Where Keycloak answers, without the realm's path. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

interface Session {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly lastAccess: number;
}

interface Kept {
  readonly id: string;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

interface Credential {
  readonly id: string;
  readonly type: string;
}

/** Keycloak's accounts by its admin REST API, as the service account of a confidential client (realm file: infra/keycloak). */
export class KeycloakDirectory implements IdentityDirectory {
  readonly elsewhere = false;
  private readonly realm: string;
  private readonly admin: string;
  private token: { readonly value: string; readonly until: number } | null = null;

  constructor(private readonly administration: KeycloakAdministration) {
    const base = administration.url.replace(/\/$/, '');
    this.realm = `${base}/realms/alianza`;
    this.admin = `${base}/admin/realms/alianza`;
  }

  async ensureAccount(email: string): Promise<void> {
    await this.make(email);
  }

  disable(subject: string): Promise<void> {
    return this.command('PUT', of(subject), { body: { enabled: false }, bearable: [404] });
  }

  enable(subject: string): Promise<void> {
    return this.command('PUT', of(subject), { body: { enabled: true }, bearable: [404] });
  }

  endSessions(subject: string): Promise<void> {
    return this.command('POST', `${of(subject)}/logout`, { bearable: [404] });
  }

  async resetSecondFactor(subject: string): Promise<void> {
    const answer = await this.ask('GET', `${of(subject)}/credentials`, { bearable: [404] });
    const credentials = answer.status === 404 ? [] : ((await answer.json()) as Credential[]);
    const factors = credentials.filter(({ type }) => type !== 'password');
    for (const { id } of factors) await this.command('DELETE', `${of(subject)}/credentials/${id}`, { bearable: [404] });
  }

  /**
   * Sessions are named alone there: whether it is this account's is looked at first. Told again until it is known no more: who was reading a session
   * while it was deleted puts it back in Keycloak's memory, where it goes on (github.com/keycloak/keycloak/issues/51127).
   */
  async endSession(subject: string, session: string): Promise<void> {
    const own = await this.sessionsOf(subject);
    if (!own.some(({ id }) => id === session)) return;
    await this.deleteSession(session);
    for (let turn = 0; turn < turns; turn++) {
      await pause(betweenTurns);
      if ((await this.deleteSession(session)) === 'unknown') return;
    }
    throw new Error('the identity provider still knows a session that it was told to end');
  }

  /** The name it signs in with follows the address by the realm's own rule. */
  async changeAddress(subject: string, email: string): Promise<'changed' | 'taken'> {
    const answer = await this.ask('PUT', of(subject), { body: { email, emailVerified: true }, bearable: [404, 409] });
    await answer.body?.cancel();
    return answer.status === 409 ? 'taken' : 'changed';
  }

  deleteAccount(subject: string): Promise<void> {
    return this.command('DELETE', of(subject), { bearable: [404] });
  }

  async account(subject: string): Promise<ProviderAccount | null> {
    const answer = await this.ask('GET', of(subject), { bearable: [404] });
    if (!answer.ok) {
      await answer.body?.cancel();
      return null;
    }
    const { enabled } = (await answer.json()) as { enabled: boolean };
    const sessions = (await this.sessionsOf(subject)).map(({ id, start, lastAccess }) => ({
      id,
      startedAt: instant(start),
      seenAt: instant(lastAccess),
    }));
    return { enabled, sessions };
  }

  async madeAt(email: string): Promise<string | null> {
    const account = await this.at(email);
    return account?.attributes?.[mark] ? account.id : null;
  }

  async restoreAccount(email: string): Promise<RestoredAccount> {
    const made = await this.make(email);
    const account = await this.at(email);
    if (account === null) throw new Error('the identity provider made no account');
    return { subject: account.id, made };
  }

  private async at(email: string): Promise<Kept | null> {
    const wanted = new URLSearchParams({ email: email.trim().toLowerCase(), exact: 'true' });
    const answer = await this.ask('GET', `/users?${wanted.toString()}`, { bearable: [] });
    const [account] = (await answer.json()) as Kept[];
    return account ?? null;
  }

  /** Whether there was none. */
  private async make(email: string): Promise<boolean> {
    const address = email.trim().toLowerCase();
    const account = { username: address, email: address, enabled: true, emailVerified: false, attributes: { [mark]: ['yes'] } };
    const answer = await this.ask('POST', '/users', { body: account, bearable: [409] });
    await answer.body?.cancel();
    return answer.status !== 409;
  }

  private async sessionsOf(subject: string): Promise<Session[]> {
    const answer = await this.ask('GET', `${of(subject)}/sessions`, { bearable: [404] });
    if (answer.ok) return (await answer.json()) as Session[];
    await answer.body?.cancel();
    return [];
  }

  private async deleteSession(session: string): Promise<'deleted' | 'unknown'> {
    const answer = await this.ask('DELETE', `/sessions/${encodeURIComponent(session)}`, { bearable: [404] });
    await answer.body?.cancel();
    return answer.status === 404 ? 'unknown' : 'deleted';
  }

  private async command(method: string, path: string, request: Asking): Promise<void> {
    await (await this.ask(method, path, request)).body?.cancel();
  }

  /** A token that Keycloak does not take any more, because it was restarted or its keys changed, is replaced once. */
  private async ask(method: string, path: string, request: Asking): Promise<Response> {
    const first = await this.send(method, path, request);
    if (first.status !== 401) return expected(first, method, request);
    await first.body?.cancel();
    this.token = null;
    return expected(await this.send(method, path, request), method, request);
  }

  private async send(method: string, path: string, { body }: Asking): Promise<Response> {
    const headers = { authorization: `Bearer ${await this.access()}`, 'content-type': 'application/json' };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    return fetch(this.admin + path, { method, headers, ...content, redirect: 'error', signal: AbortSignal.timeout(patience) });
  }

  private async access(): Promise<string> {
    const now = performance.now();
    if (this.token && now < this.token.until) return this.token.value;
    const { clientId, clientSecret } = this.administration;
    const answer = await fetch(`${this.realm}/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new Error(`the identity provider refused its administration with ${String(answer.status)}`);
    }
    const { access_token: value, expires_in: seconds } = (await answer.json()) as { access_token: string; expires_in: number };
    this.token = { value, until: now + Math.max(0, seconds - margin) * 1000 };
    return value;
  }
}

interface Asking {
  readonly body?: object;
  /** Refusals that leave nothing to do. */
  readonly bearable: readonly number[];
}

const of = (subject: string) => `/users/${encodeURIComponent(subject)}`;
const instant = (milliseconds: number) => new Date(milliseconds).toISOString();

/** Says the method and the status, never the path: it names an account. */
async function expected(answer: Response, method: string, { bearable }: Asking): Promise<Response> {
  if (answer.ok || bearable.includes(answer.status)) return answer;
  await answer.body?.cancel();
  throw new Error(`the identity provider refused ${method} of an account with ${String(answer.status)}`);
}

import type { IdentityDirectory, ProviderAccount, RestoredAccount } from './identity-directory.js';

/** Milliseconds. */
const patience = 5000;

/** The issuer that `npm start` embeds, by its own small administration. */
export class EmbeddedDirectory implements IdentityDirectory {
  readonly elsewhere = false;
  private readonly base: string;

  constructor(
    url: string,
    private readonly secret: string,
  ) {
    this.base = url.endsWith('/') ? url : `${url}/`;
  }

  ensureAccount(email: string): Promise<void> {
    return this.command('accounts', { email });
  }

  disable(subject: string): Promise<void> {
    return this.command('accounts/disable', { subject });
  }

  enable(subject: string): Promise<void> {
    return this.command('accounts/enable', { subject });
  }

  endSessions(subject: string): Promise<void> {
    return this.command('sessions/end', { subject });
  }

  resetSecondFactor(subject: string): Promise<void> {
    return this.command('second-factor/reset', { subject });
  }

  endSession(subject: string, session: string): Promise<void> {
    return this.command('sessions/end-one', { subject, session });
  }

  async changeAddress(subject: string, email: string): Promise<'changed' | 'taken'> {
    const { status } = await this.ask('accounts/address', { subject, email }, [404, 409]);
    return status === 409 ? 'taken' : 'changed';
  }

  deleteAccount(subject: string): Promise<void> {
    return this.command('accounts/delete', { subject });
  }

  async account(subject: string): Promise<ProviderAccount | null> {
    const { status, body } = await this.ask('accounts/get', { subject }, [404]);
    return status === 404 ? null : (body as ProviderAccount);
  }

  async madeAt(email: string): Promise<string | null> {
    const { status, body } = await this.ask('accounts/made', { email }, [404]);
    return status === 404 ? null : (body as { subject: string }).subject;
  }

  async restoreAccount(email: string): Promise<RestoredAccount> {
    const { body } = await this.ask('accounts/restore', { email }, []);
    return body as RestoredAccount;
  }

  /** An account that is not there any more leaves nothing to do. */
  private async command(path: string, body: object): Promise<void> {
    await this.ask(path, body, 'subject' in body ? [404] : []);
  }

  private async ask(path: string, body: object, bearable: readonly number[]): Promise<{ status: number; body: unknown }> {
    const response = await fetch(new URL(path, this.base), {
      method: 'POST',
      headers: { authorization: `Bearer ${this.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    if (!response.ok && !bearable.includes(response.status))
      throw new Error(`the identity provider refused ${path} with ${String(response.status)}`);
    return { status: response.status, body: text === '' ? null : JSON.parse(text) };
  }
}

import type { IdentityDirectory } from './identity-directory.js';

/** Milliseconds. */
const patience = 5000;

/** The issuer that `npm start` embeds, by its own small administration. */
export class EmbeddedDirectory implements IdentityDirectory {
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

  private async command(path: string, body: object): Promise<void> {
    const response = await fetch(new URL(path, this.base), {
      method: 'POST',
      headers: { authorization: `Bearer ${this.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    await response.body?.cancel();
    const isGone = response.status === 404 && 'subject' in body;
    if (!response.ok && !isGone) throw new Error(`the identity provider refused ${path} with ${String(response.status)}`);
  }
}

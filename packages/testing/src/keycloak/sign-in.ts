import { totpAt } from '@alianza/local/identity/accounts/totp';
import { Browser, type Tokens } from '@alianza/local/identity/spec-browser';
import { messageTo } from '../identity/messages.js';

export const keycloakPassword = 'una frase larga y propia';

const step = 30_000;

/** An application on somebody's telephone. Keycloak takes no code twice, and takes the next one half a minute early. */
export class Telephone {
  private last = 0;
  private key: Buffer | null = null;
  /** What was registered last; null before. */
  registered: string | null = null;

  register(secret: string, key: Buffer): void {
    [this.registered, this.key, this.last] = [secret, key, 0];
  }

  code(): string {
    if (!this.key) throw new Error('no second factor is registered');
    this.last = Math.max(this.last + 1, Math.floor(Date.now() / step));
    return totpAt(this.key, this.last * step);
  }
}

const field = (body: string, name: string) => new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(body)?.[1];

/** Whoever reads the mail chooses the password, and is signed in by that. */
export async function choosePassword(visitor: Browser, mailbox: string, email: string): Promise<Tokens> {
  await visitor.begin({ prompt: 'login' });
  await visitor.follow(/href="([^"]*reset-credentials[^"]*)"/.exec(visitor.body)?.[1] ?? '');
  await visitor.submit({ username: email });
  const { links } = await messageTo(mailbox, email.toLowerCase(), /contraseña/);
  await visitor.follow(links.find((link) => link.includes('action-token')) ?? '');
  await visitor.submit({ 'password-new': keycloakPassword, 'password-confirm': keycloakPassword });
  return visitor.tokens();
}

/** Address and password; with a telephone also the code, registered first where Keycloak asks for that. */
export async function enter(visitor: Browser, email: string, telephone: Telephone | null = null): Promise<Tokens> {
  await visitor.begin(telephone ? { acr_values: '2', prompt: 'login' } : { prompt: 'login' });
  await visitor.submit({ username: email, password: keycloakPassword });
  if (telephone) await giveCode(visitor, telephone);
  return visitor.tokens();
}

async function giveCode(visitor: Browser, telephone: Telephone): Promise<void> {
  const offered = field(visitor.body, 'totpSecret');
  if (offered === undefined) return visitor.submit({ otp: telephone.code() });
  telephone.register(offered, Buffer.from(offered));
  return visitor.submit({ totp: telephone.code(), totpSecret: offered, userLabel: 'Teléfono' });
}

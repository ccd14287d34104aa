import type { Role } from '@alianza/contracts/access';
import { secondFactorRoles } from '@alianza/contracts/access';
import { openNetwork } from '@alianza/contracts/membership/networks';
import { registerOrganization } from '@alianza/contracts/membership/organizations';
import { grantRole } from '@alianza/contracts/membership/people';
import { localIssuer } from '@alianza/local/environments';
import type { Identity } from '@alianza/local/identity/identity';
import { Recent } from '@alianza/platform/recent';
import { randomUUID } from 'node:crypto';
import type { Asked, Edge } from './edge.js';

export const operatorAccount = {
  subject: '00000000-0000-4000-8000-00000000a001',
  email: 'operacion@alianza.example.org',
  name: 'Operación',
};

/** One more, who never set up a second factor. */
export const passwordOperatorAccount = {
  subject: '00000000-0000-4000-8000-00000000a002',
  email: 'operacion-sin-segundo@alianza.example.org',
  name: 'Operación sin segundo factor',
};

/** Of every account that is made here. */
export const testPassword = 'una clave de prueba';

export interface TestNetwork {
  readonly id: string;
  readonly code: string;
}

export interface TestOrganization {
  readonly id: string;
  readonly slug: string;
}

/** Somebody who can ask: spread into `edge.send`. */
export interface Person extends Asked {
  readonly network: string | undefined;
  readonly token: string;
  readonly actingFor: string | undefined;
  readonly id: string;
  readonly email: string;
}

const short = () => randomUUID().slice(0, 8);

/** Makes networks, organisations and people through the product's own operations, with accounts at the real issuer. */
export class People {
  private operatorEnrolled: Promise<unknown> | null = null;
  /** A token is good for five minutes; who measures for longer needs another. */
  private readonly operatorToken = new Recent<Promise<string>>(120_000, 1);

  constructor(
    private readonly edge: Edge,
    private readonly identity: Identity,
  ) {}

  operator(): Promise<string> {
    this.operatorEnrolled ??= this.account({ ...operatorAccount, secondFactor: true });
    const account = this.operatorEnrolled;
    return this.operatorToken.get('', () => account.then(() => this.token(operatorAccount.email)));
  }

  async passwordOperator(): Promise<string> {
    await this.account({ ...passwordOperatorAccount, secondFactor: false });
    return this.token(passwordOperatorAccount.email);
  }

  async openNetwork(over: object = {}): Promise<TestNetwork> {
    const code = `red-${short()}`;
    const input = { ...openNetwork.example.input, code, ...over };
    const { id } = await this.edge.call<{ id: string }>(openNetwork, input, { token: await this.operator() });
    return { id, code };
  }

  async openOrganization(network: TestNetwork, over: object = {}): Promise<TestOrganization> {
    const slug = `organizacion-${short()}`;
    const input = { ...registerOrganization.example.input, slug, name: { original: 'es', es: `Organización ${slug} (ficticia)` }, ...over };
    const { id } = await this.edge.call<{ id: string }>(registerOrganization, input, {
      token: await this.operator(),
      network: network.code,
    });
    return { id, slug };
  }

  /** A person with this role in this network, signed in; with a second factor where the role needs one. */
  async enrol(role: Exclude<Role, 'operator'>, network: TestNetwork, organization?: TestOrganization): Promise<Person> {
    const [subject, email] = [randomUUID(), `${role}-${short()}@example.org`];
    await this.account({ email, name: role, subject, secondFactor: secondFactorRoles.includes(role) });
    const person = { name: role, language: 'es', email, issuer: localIssuer, subject };
    const asked = { token: await this.operator(), network: network.code };
    const granted = await this.edge.call<{ personId: string }>(
      grantRole,
      { organizationId: organization?.id ?? null, role, person },
      asked,
    );
    return { network: network.code, token: await this.token(email), actingFor: organization?.id, id: granted.personId, email };
  }

  /** An account that no network knows. */
  async stranger(): Promise<{ token: string; email: string; subject: string }> {
    const [subject, email] = [randomUUID(), `nadie-${short()}@example.org`];
    await this.account({ email, name: 'Nadie', subject, secondFactor: false });
    return { token: await this.token(email), email, subject };
  }

  /** An access token, as a sign-in of the account's level gave it so many seconds ago. */
  async token(email: string, age = 0): Promise<string> {
    const { token } = await this.admin<{ token: string }>('/tokens', { email, age });
    return token;
  }

  private async account(account: { email: string; name: string; subject: string; secondFactor: boolean }): Promise<void> {
    await this.admin('/demo-accounts', [{ ...account, password: testPassword }]);
  }

  private async admin<T>(path: string, body: object): Promise<T> {
    const { adminUrl, adminSecret } = this.identity;
    const headers = { authorization: `Bearer ${adminSecret}`, 'content-type': 'application/json' };
    const response = await fetch(adminUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
    return (response.status === 204 ? {} : await response.json()) as T;
  }
}

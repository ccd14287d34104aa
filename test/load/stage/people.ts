import { grantRole } from '@alianza/contracts/membership/people';
import { localIssuer } from '@alianza/local/environments';
import type { Identity } from '@alianza/local/identity/identity';
import { Edge } from '@alianza/testing/edge';
import { People } from '@alianza/testing/people';
import { randomUUID } from 'node:crypto';
import type { SyntheticNetwork } from './dataset.js';

/** Somebody who writes for the organisation of a network. */
export interface Writer {
  readonly network: SyntheticNetwork;
  readonly email: string;
}

const password = 'una clave de prueba';

/** Networks, an organisation in each and people who write for it, through the product's own operations. */
export class Population {
  private readonly people: People;
  private readonly edge: Edge;

  constructor(
    private readonly identity: Identity,
    origin: string,
  ) {
    this.edge = new Edge(origin);
    this.people = new People(this.edge, identity);
  }

  openNetworks(count: number): Promise<SyntheticNetwork[]> {
    const open = async () => {
      const network = await this.people.openNetwork();
      const { id } = await this.people.openOrganization(network);
      return { ...network, organizationId: id };
    };
    return Promise.all(Array.from({ length: count }, open));
  }

  /** So many for each network. */
  async enrol(networks: readonly SyntheticNetwork[], each: number): Promise<Writer[]> {
    const writers = networks.flatMap((network) =>
      Array.from({ length: each }, (_none, index) => ({
        network,
        email: `escribe-${index}-${network.code}@example.org`,
        subject: randomUUID(),
      })),
    );
    await this.accounts(writers.map(({ email, subject }) => ({ email, name: 'Escribe', subject, secondFactor: false, password })));
    const token = await this.people.operator();
    await Promise.all(
      writers.map(({ network, email, subject }) => {
        const person = { name: 'Escribe', language: 'es', email, issuer: localIssuer, subject };
        const input = { organizationId: network.organizationId, role: 'suplente', person };
        return this.edge.call(grantRole, input, { token, network: network.code });
      }),
    );
    return writers;
  }

  /** A network of its own with whoever reads its members. */
  async openSecretariat() {
    const network = await this.people.openNetwork();
    const { email } = await this.people.enrol('secretariat', network);
    return { networkId: network.id, code: network.code, token: () => this.people.token(email) };
  }

  /** Good for five minutes. */
  token({ email }: Writer): Promise<string> {
    return this.people.token(email);
  }

  private async accounts(all: readonly object[]): Promise<void> {
    const { adminUrl, adminSecret } = this.identity;
    const headers = { authorization: `Bearer ${adminSecret}`, 'content-type': 'application/json' };
    const { status } = await fetch(`${adminUrl}/demo-accounts`, { method: 'POST', headers, body: JSON.stringify(all) });
    if (status !== 204) throw new Error(`accounts: ${status}`);
  }
}

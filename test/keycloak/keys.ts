import { administrationClient, type Keycloak } from '@alianza/testing/keycloak/server';

/** As docs/runbook.md says to renew the issuer's keys: one more, of a higher priority, through the administration; those there were stay. */
export async function signWithAnotherKey({ url, administrationSecret }: Keycloak): Promise<void> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: administrationClient,
    client_secret: administrationSecret,
  });
  const answer = await fetch(`${url}/realms/alianza/protocol/openid-connect/token`, { method: 'POST', body });
  const { access_token: token } = (await answer.json()) as { access_token?: string };
  if (token === undefined) throw new Error(`nobody administers Keycloak: ${String(answer.status)}`);
  const config = { priority: ['200'], enabled: ['true'], active: ['true'], algorithm: ['RS256'], keySize: ['2048'] };
  const made = await fetch(`${url}/admin/realms/alianza/components`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'renewed', providerId: 'rsa-generated', providerType: 'org.keycloak.keys.KeyProvider', config }),
  });
  if (made.status !== 201) throw new Error(`no key was made: ${String(made.status)} ${await made.text()}`);
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listApplications } from '@alianza/contracts/membership/applications';
import { acceptInvitation } from '@alianza/contracts/membership/invitations';
import { disablePerson, getMe, grantRole, type Me } from '@alianza/contracts/membership/people';
import { draftPractice, submitPractice, type EditablePractice } from '@alianza/contracts/repository/practices';
import { publishPractice } from '@alianza/contracts/repository/reviews';
import { localIssuer } from '@alianza/local/environments';
import { accepted } from '@alianza/testing/builders/applications';
import { completeContent } from '@alianza/testing/builders/practices';
import { eventually } from '@alianza/testing/eventually';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';

let world: World;
let setting: Setting;
let asked: { token: string; network: string };

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  const { clientId, clientSecret } = world.identity.script;
  const answer = await fetch(`${world.origin}/realms/alianza/protocol/openid-connect/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  asked = { token, network: setting.network.code };
}, 60_000);
afterAll(() => world.close());

/** One account: each step begins where the one before ended. */
describe('a script with a token of its own', () => {
  const draft = () => world.edge.send<EditablePractice & { code: string }>(draftPractice, { content: completeContent() }, asked);
  const operator = async () => ({ token: await world.people.operator(), network: setting.network.code });

  it('is nobody until it accepts an invitation', async () => {
    expect((await world.edge.send(getMe, {}, asked)).body.code).toBe('person-unknown');
    expect((await draft()).body.code).toBe('forbidden');
  });

  it('then may what that role may, in that network, and no more', async () => {
    const { invitationSecret: secret } = await accepted(setting);
    await world.edge.call(acceptInvitation, { secret, name: 'Guion de carga', language: 'es' }, asked);
    const { status, body } = await draft();
    expect(status).toBe(200);
    const submitted = await world.edge.send(submitPractice, { id: body.id, terms: 1 }, { ...asked, version: body.version });
    expect(submitted.status).toBe(200);
    const published = await world.edge.send(publishPractice, { id: body.id }, { ...asked, version: body.version + 1 });
    expect([published.status, published.body.code]).toEqual([403, 'forbidden']);
    const elsewhere = await openSetting(world);
    const there = await world.edge.send(draftPractice, { content: completeContent() }, { ...asked, network: elsewhere.network.code });
    expect([there.status, there.body.code]).toEqual([403, 'forbidden']);
  });

  it('never has a right that needs a second factor', async () => {
    const person = {
      name: 'Guion',
      language: 'es',
      email: 'guion@example.org',
      issuer: localIssuer,
      subject: world.identity.script.clientId,
    };
    await world.edge.call(grantRole, { organizationId: null, role: 'secretariat', person }, await operator());
    expect((await world.edge.send(listApplications, {}, asked)).body.code).toBe('second-factor-required');
  });

  it('is disabled like anybody, with the token it has', async () => {
    // A read may still say for a second what held before the invitation.
    const { id } = await eventually(async () => {
      const { status, body } = await world.edge.send<Me>(getMe, {}, asked);
      return status === 200 && body;
    });
    await world.edge.call(disablePerson, { id, reason: 'Se cambió el guion.' }, await operator());
    expect((await draft()).body.code).toBe('unauthenticated');
    const subject = world.identity.script.clientId;
    const person = { name: 'Guion', language: 'es', email: 'guion@example.org', issuer: localIssuer, subject };
    const granted = await world.edge.send(grantRole, { organizationId: null, role: 'auditor', person }, await operator());
    expect(granted.body.code).toBe('person-not-found'); // nobody who cannot come in is given anything
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acceptInvitation,
  describeInvitation,
  invitationAccepted,
  invitationIssued,
  type DescribedInvitation,
} from '@alianza/contracts/membership/invitations';
import { getMe, personRegistered, roleGranted, type Me } from '@alianza/contracts/membership/people';
import { shiftClocks } from '@alianza/platform/clock';
import { accepted, secretFor } from '@alianza/testing/builders/applications';
import { eventually } from '@alianza/testing/eventually';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { randomUUID } from 'node:crypto';

const day = 24 * 60 * 60 * 1000;
let world: World;
let ours: Setting;
let theirs: Setting;

beforeAll(async () => {
  world = await openWorld();
  [ours, theirs] = [await openSetting(world), await openSetting(world)];
}, 60_000);
afterEach(() => shiftClocks(0));
afterAll(() => world.close());

const atOurs = () => ({ network: ours.network.code });
const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body.code];
const form = (secret: string) => ({ secret, name: 'Titular, Fundación Muestra', language: 'es' });

describe('an invitation', () => {
  it('says by its link what it offers, as often as it is asked, in its own network alone', async () => {
    const { invitationSecret: secret } = await accepted(ours);
    for (let turn = 0; turn < 2; turn++) {
      const described = await world.edge.call<DescribedInvitation>(describeInvitation, { secret }, atOurs());
      expect(described).toMatchObject({
        role: 'titular',
        organization: expect.stringContaining('Fundación Muestra'),
        email: expect.stringContaining('@'),
      });
    }
    expect(codeOf(await world.edge.send(describeInvitation, { secret }, { network: theirs.network.code }))).toEqual([
      404,
      'link-not-valid',
    ]);
  });

  it('binds the account that is signed in, whatever its address, and a repeat gets the first answer', async () => {
    const { invitationSecret: secret, invitationId } = await accepted(ours);
    const { token } = await world.people.stranger();
    expect((await world.edge.send(acceptInvitation, form(secret), atOurs())).status).toBe(401);
    const asked = { ...atOurs(), token, key: randomUUID() };
    for (let turn = 0; turn < 2; turn++) expect((await world.edge.send(acceptInvitation, form(secret), asked)).status).toBe(200);
    expect(codeOf(await world.edge.send(acceptInvitation, form(secret), { ...asked, key: randomUUID() }))).toEqual([404, 'link-not-valid']);
    const me = await eventually(async () => {
      const { status, body } = await world.edge.send<Me>(getMe, {}, { token });
      return status === 200 && body;
    });
    expect(me.networks).toMatchObject([{ code: ours.network.code, roles: ['titular'], organizations: [{ roles: ['titular'] }] }]);
    const told = await rowsOf<{ subject: string; network: string | null }>(
      'membership',
      `select event ->> 'subject' as subject, event ->> 'networkId' as network from outbox
        where event ->> 'aggregateId' in ($1, $2) or event -> 'data' ->> 'personId' = $2 order by position`,
      [invitationId, me.id],
    );
    const network = ours.network.id;
    expect(told).toEqual([
      { subject: invitationIssued.subject, network },
      { subject: personRegistered.subject, network: null },
      { subject: invitationAccepted.subject, network },
      { subject: roleGranted.subject, network },
    ]);
  });

  it('is taken by one of two who open it at once', async () => {
    const { invitationSecret: secret } = await accepted(ours);
    const people = await Promise.all([world.people.stranger(), world.people.stranger()]);
    const answers = await Promise.all(people.map(({ token }) => world.edge.send(acceptInvitation, form(secret), { ...atOurs(), token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('is closed to every other link once it is accepted', async () => {
    const { invitationSecret, invitationId } = await accepted(ours);
    const other = await secretFor(ours, 'accept-invitation', invitationId);
    const { token } = await world.people.stranger();
    await world.edge.call(acceptInvitation, form(invitationSecret), { ...atOurs(), token });
    expect(codeOf(await world.edge.send(describeInvitation, { secret: other }, atOurs()))).toEqual([409, 'invitation-not-open']);
    expect(codeOf(await world.edge.send(acceptInvitation, form(other), { ...atOurs(), token }))).toEqual([409, 'invitation-not-open']);
  });

  it('ends after fourteen days', async () => {
    const { invitationSecret: secret } = await accepted(ours);
    shiftClocks(15 * day);
    expect(codeOf(await world.edge.send(describeInvitation, { secret }, atOurs()))).toEqual([404, 'link-not-valid']);
  });

  it('has an account made for its address at the provider', async () => {
    const { invitationId } = await accepted(ours);
    const [row] = await rowsOf<{ email: string }>('membership', 'select email from invitation where id = $1', [invitationId]);
    expect(await eventually(() => world.people.token(row?.email ?? '').catch(() => null))).toMatch(/\./);
  });
});

import { describe, expect, it } from '@jest/globals';
import { streamOf, type Event } from '@alianza/contracts/event';
import { Audience } from '@alianza/contracts/membership/recipients';
import { events } from '@alianza/contracts/registry';
import { textIn } from '@alianza/texts/server';
import { ruleNamed, rules, rulesFor } from './rules.js';

const aggregateId = '0190a000-0000-7000-8000-00000000000a';
const organizationId = '0190a000-0000-7000-8000-00000000000b';
const title = { original: 'es', es: 'Relevos entre vecinas', en: 'Neighbours take turns' };
const personId = '0190a000-0000-7000-8000-00000000000c';
/** All that any event of a rule tells. */
const data = {
  personId,
  organization: 'Red Ejemplo',
  organizationId,
  originId: organizationId,
  told: true,
  slug: 'relevos-entre-vecinas',
  title,
  status: 'published',
  role: 'titular',
  validUntil: '2027-01-15',
  dueOn: '2026-11-29',
  forgottenOn: '2026-11-29',
  predecessorId: personId,
  successorId: personId,
  holderId: personId,
};

/** Rules that concern only some of their events: what those tell. */
const only: Readonly<Record<string, object>> = {
  'application-given-back': { givenBack: true },
  'practice-confirmed-here': { note: 'Ahora son dos turnos.' },
  'replication-to-confirm-by-network': { originId: null },
  'inquiry-to-secretariat': { organizationId: null },
  'invitation-to-network': { organizationId: null },
  'handover-left': { becomes: 'nothing' },
  'invitation-bounced-here': { byNetwork: true },
  'invitation-untaken': { titularId: personId },
  'application-unanswered': { status: 'clarification-asked' },
};

const eventOf = (subject: string, over: object = {}): Event => ({
  id: '0190a000-0000-7000-8000-000000000001',
  subject,
  networkId: '0190a000-0000-7000-8000-000000000002',
  aggregateId,
  aggregateVersion: 1,
  occurredAt: '2026-11-21T09:00:00.000Z',
  actor: { personId: null, organizationId: null, service: null },
  cause: 'spec',
  data: { ...data, ...over },
});

const each = rules.map((rule) => [rule.name, rule] as const);
/** Every pair of a rule and a language of the portal. */
const inBoth = each.flatMap(([name, rule]) => (['es', 'en'] as const).map((lang) => [name, lang, rule] as const));

describe('rules', () => {
  it('have names of their own', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    expect(() => ruleNamed('no-such-rule')).toThrow('no rule');
  });

  it.each(inBoth)('%s has its texts in %s', (name, lang, { inApp, params, event }) => {
    const text = textIn(lang);
    const filled = { network: 'Red', ...Object.fromEntries(Object.keys(params?.(eventOf(event.subject)) ?? {}).map((key) => [key, key])) };
    for (const part of ['subject', 'body', 'action']) expect(text(`mails.${name}.${part}`, filled)).not.toMatch(/[{}]|undefined/);
    for (const part of ['title', 'text']) expect(text.has(`notices.${name}.${part}`)).toBe(inApp);
    if (inApp) expect(text(`notices.${name}.text`, filled)).not.toMatch(/[{}]|undefined/);
  });

  it.each(each)('%s begins with an event that is told, on a stream that is listened to', (_name, rule) => {
    expect(events).toContain(rule.event);
    expect(['membership', 'repository']).toContain(streamOf(rule.event));
    expect(rulesFor(eventOf(rule.event.subject))).toContain(rule);
  });

  it.each(each)('%s says to whom it goes and where it is dealt with', (name, { audience, path, event, link }) => {
    expect(Audience.parse(audience(eventOf(event.subject, only[name])))).toBeTruthy();
    expect(path(eventOf(event.subject))).toMatch(
      /^\/(solicitud\/|secretaria|invitacion$|consulta(?:\/|$)|contacto$|cuenta\/correo$|miembro(?:\/|$)|practicas\/)/,
    );
    if (link !== undefined) expect(path(eventOf(event.subject))).not.toContain('?');
  });

  it.each(each)('%s is a summons for whoever cannot look into the portal', (_name, { kind, inApp }) => {
    expect(kind === 'summons').toBe(!inApp);
  });
});

describe('the parts of a rule', () => {
  const told = (name: string, over?: object) => {
    const rule = ruleNamed(name);
    const event = eventOf(rule.event.subject, over);
    return { audience: rule.audience(event), path: rule.path(event), params: rule.params?.(event), link: rule.link };
  };

  it('lead the applicant by the private link of the application', () => {
    expect(told('application-received')).toEqual({
      audience: { to: 'applicant', id: aggregateId },
      path: '/solicitud/seguimiento',
      params: { organization: 'Red Ejemplo' },
      link: 'follow-application',
    });
    expect(told('application-filed')).toMatchObject({ path: '/solicitud/confirmar', link: 'confirm-application' });
  });

  it('lead the secretariat and reviewers to the open row of their queue', () => {
    expect(told('application-to-review')).toMatchObject({
      audience: { permission: 'applications:decide' },
      path: `/secretaria/solicitudes?abierta=${aggregateId}`,
    });
    expect(told('practice-to-review')).toMatchObject({
      audience: { permission: 'practices:review' },
      path: `/secretaria/practicas?abierta=${aggregateId}`,
    });
  });

  it('tell whoever a review was given to, unless they took it themselves', () => {
    expect(told('review-assigned')).toMatchObject({
      audience: { to: 'person', id: personId },
      path: `/secretaria/practicas?abierta=${aggregateId}`,
    });
    const rule = ruleNamed('review-assigned');
    const own = eventOf(rule.event.subject);
    expect(rule.audience({ ...own, actor: { ...own.actor, personId } })).toBeNull();
    expect(told('review-assigned', { personId: null }).audience).toBeNull();
  });

  it('tell whoever a task of the secretariat was given to, and lead to its queue', () => {
    expect(told('task-assigned', { queue: 'replications' })).toMatchObject({
      audience: { to: 'person', id: personId },
      path: `/secretaria/replicas?abierta=${aggregateId}`,
    });
    expect(told('task-assigned', { queue: 'verifications' }).path).toBe(`/secretaria/verificaciones?cuales=all&abierta=${aggregateId}`);
    expect(told('letter-assigned', { holderId: personId })).toMatchObject({
      audience: { to: 'person', id: personId },
      path: `/secretaria/oficios?abierta=${aggregateId}`,
    });
    const { event, audience } = ruleNamed('letter-assigned');
    const own = eventOf(event.subject);
    expect(audience({ ...own, data: { holderId: personId }, actor: { ...own.actor, personId } })).toBeNull();
    expect([told('task-assigned', { personId: null }).audience, told('letter-assigned', { holderId: null }).audience]).toEqual([
      null,
      null,
    ]);
  });

  it('say where a role has ended, and welcome whoever did not take over from another', () => {
    const named = { where: 'organization', organization: 'Red Ejemplo' };
    expect(told('role-ended')).toMatchObject({ path: '/miembro/cuenta', params: named });
    expect(told('role-ended', { organization: null }).params).toMatchObject({ where: 'network' });
    expect(told('organization-withdrawn').path).toBe('/miembro/cuenta');
    expect(told('welcome')).toMatchObject({ audience: { to: 'person', id: personId }, params: named });
    expect(told('welcome', { handover: true }).audience).toBeNull();
  });

  it('ask for no letter where the next one is filed, and tell the secretariat that it is', () => {
    expect(told('letter-expiring').audience).toEqual({ to: 'organization', id: organizationId });
    expect(told('letter-expiring', { renewed: true }).audience).toBeNull();
    expect(told('letter-expiring-here', { renewed: true })).toMatchObject({
      audience: { permission: 'letters:accredit' },
      params: { renewed: 'yes' },
    });
    expect(told('letter-expiring-here', { unheard: true }).params).toMatchObject({ renewed: 'unheard' });
  });

  it('lead to where an invitation that did not arrive can be taken back and sent again', () => {
    expect(told('invitation-bounced-here', { byNetwork: true }).path).toBe(`/secretaria/integrantes/${organizationId}/personas`);
    expect(told('invitation-bounced-here', { organizationId: null }).path).toBe('/secretaria/papeles');
    expect(told('invitation-bounced').path).toBe('/miembro/personas');
  });

  it('reach the organisation that owns a practice, and nobody for a record of the network', () => {
    expect(told('practice-published')).toMatchObject({
      audience: { to: 'organization', id: organizationId },
      path: '/practicas/relevos-entre-vecinas',
      params: { title },
    });
    expect(told('practice-published', { organizationId: null }).audience).toBeNull();
    expect(told('changes-requested', { organizationId: null }).audience).toBeNull();
  });
});

import { z } from 'zod';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Id, Instant } from '../../shapes.js';
import { practiceErrors, titledState } from '../practices.js';

const access = { permission: 'practices:invite' } as const;
const byId = z.strictObject({ id: Id });
const Guests = z.strictObject({ items: z.array(z.strictObject({ personId: Id, invitedAt: Instant })) });

export const listGuests = defineOperation({
  id: 'repository.guests.list',
  summary: 'Who from outside may comment on a practice while it is reviewed',
  method: 'GET',
  path: '/{network}/reviews/{id}/guests',
  access,
  input: byId,
  output: Guests,
  errors: [practiceErrors['practice-not-found']],
  example: { given: 'submitted-practice', input: { id: '{practiceId}' } },
});

export const inviteGuest = defineOperation({
  id: 'repository.guests.invite',
  summary: 'Let an external reviewer read and comment on one practice, never decide; the same again changes nothing',
  method: 'POST',
  path: '/{network}/reviews/{id}/guests',
  access,
  input: byId.extend({ personId: Id }),
  output: Guests,
  errors: [practiceErrors['practice-not-found'], practiceErrors['practice-not-in-review'], practiceErrors['reviewer-not-found']],
  example: { given: 'practice-and-guest', input: { id: '{practiceId}', personId: '{guestId}' } },
});

export const dismissGuest = defineOperation({
  id: 'repository.guests.dismiss',
  summary: 'End an external review; what was said stays. The same again changes nothing',
  method: 'POST',
  path: '/{network}/reviews/{id}/guests/dismiss',
  access,
  input: byId.extend({ personId: Id }),
  output: Guests,
  errors: [practiceErrors['practice-not-found']],
  example: { given: 'practice-and-guest', input: { id: '{practiceId}', personId: '{guestId}' } },
});

const data = titledState.extend({ practiceId: Id, personId: Id });
export const guestInvited = defineEvent({ subject: 'ev.repository.guest.invited.v1', data });
export const guestDismissed = defineEvent({ subject: 'ev.repository.guest.dismissed.v1', data });

import { z } from 'zod';
import { defineErrors } from '../../errors.js';
import { defineEvent } from '../../event.js';
import { defineOperation } from '../../operation.js';
import { Done, Email, Secret } from '../../shapes.js';
import { peopleErrors } from '../people.js';

export const addressErrors = defineErrors({ 'address-is-own': 'conflict', 'address-changes-too-many': 'limited' });

export const changeAddress = defineOperation({
  id: 'membership.addresses.change',
  summary: 'Ask for another address; it holds once its mail is answered. Whether somebody has it already is not told',
  method: 'POST',
  path: '/{network}/account/address',
  access: 'signed-in',
  input: z.strictObject({ email: Email }),
  output: Done,
  errors: [peopleErrors['person-not-found'], ...Object.values(addressErrors)],
  once: true,
  recent: true,
  example: { input: { email: 'otra-direccion@example.org' } },
});

export const withdrawAddress = defineOperation({
  id: 'membership.addresses.withdraw',
  summary: 'Forget the address that was asked for; its link leads nowhere any more. The same again changes nothing',
  method: 'POST',
  path: '/{network}/account/address/withdraw',
  access: 'signed-in',
  input: z.strictObject({}),
  output: Done,
  errors: [peopleErrors['person-not-found']],
  example: { input: {} },
});

export const confirmAddress = defineOperation({
  id: 'membership.addresses.confirm',
  summary: 'Take over the new address with the one-time link that was mailed to it; the former one is told',
  method: 'POST',
  path: '/{network}/account/address/confirm',
  access: 'link',
  input: z.strictObject({ secret: Secret }),
  output: Done,
  example: { given: 'asked-address', input: { secret: '{addressSecret}' } },
});

/** The aggregate is the change; neither address is in it. */
const told = <const V extends string>(verb: V) => defineEvent({ subject: `ev.membership.address-change.${verb}.v1`, data: z.object({}) });
export const addressAsked = told('asked');
export const addressConfirmed = told('confirmed');

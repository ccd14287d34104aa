import { noSubjectStrings } from './no-subject-strings.mjs';
import { tryRule } from '../rule-tester.js';

const wrong = (code: string) => ({ code, errors: [{ messageId: 'subject' }] });

tryRule('no-subject-strings', noSubjectStrings, {
  valid: [
    "call('membership.applications.accept')",
    'subscribe(`ev.${service}.>`)',
    "subscribe('ev.membership.>')",
    "const ending = 'op. cit.'",
    "const word = 'evidence.a.b'",
    'subscribe(subjectOf(acceptApplication))',
  ],
  invalid: [
    wrong("request('op.membership.applications.accept')"),
    wrong('request(`op.${id}`)'),
    wrong("request('op.' + id)"),
    wrong('request(`op.${service}.applications.accept`)'),
    wrong("consume('ev.membership.application.accepted.v1')"),
    wrong('consume(`ev.membership.application.${past}.v1`)'),
    wrong("consume('ev.membership.*.accepted.v1')"),
    wrong("listen('live.agc.notices')"),
  ],
});

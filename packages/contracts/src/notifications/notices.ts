import { z } from 'zod';
import { defineErrors } from '../errors.js';
import { defineEvent } from '../event.js';
import { defineOperation } from '../operation.js';
import { Done, Id, Instant, listOf, page } from '../shapes.js';

export const noticeErrors = defineErrors({ 'notice-not-found': 'not-found' });

/** Summonses reach whoever they concern whatever their preferences; tasks and news can be switched off by mail. */
export const NoticeKind = z.enum(['summons', 'task', 'news']);
export type NoticeKind = z.infer<typeof NoticeKind>;

const Notice = z.strictObject({
  id: Id,
  kind: NoticeKind,
  title: z.string(),
  text: z.string(),
  /** Path within the portal where it is dealt with. */
  path: z.string().nullable(),
  at: Instant,
  read: z.boolean(),
});
export type Notice = z.infer<typeof Notice>;

export const listNotices = defineOperation({
  id: 'notifications.notices.list',
  summary: 'What is new for me in this network, the newest first',
  method: 'GET',
  path: '/{network}/notices',
  access: 'member',
  input: z.strictObject(page),
  output: listOf(Notice).extend({ unread: z.int() }),
  example: { given: 'notice', input: {} },
});

export const readNotice = defineOperation({
  id: 'notifications.notices.read',
  summary: 'Mark a notice as read',
  method: 'POST',
  path: '/{network}/notices/{id}/read',
  access: 'member',
  input: z.strictObject({ id: Id }),
  output: Done,
  errors: [noticeErrors['notice-not-found']],
  example: { given: 'notice', input: { id: '{noticeId}' } },
});

/** As it happens · once a day, together · only in the portal. */
export const MailPace = z.enum(['now', 'daily', 'never']);
export type MailPace = z.infer<typeof MailPace>;

/** Tasks and news each at a pace; `mailings` are what the secretariat writes to many. */
const choice = { taskMail: MailPace, newsMail: MailPace, mailings: z.boolean() };
const Preferences = z.strictObject({ ...choice, version: z.int() });
export type Preferences = z.infer<typeof Preferences>;

export const getPreferences = defineOperation({
  id: 'notifications.preferences.get',
  summary: 'Which notices also come to me by mail, and how often',
  method: 'GET',
  path: '/{network}/preferences',
  access: 'member',
  input: z.strictObject({}),
  output: Preferences,
  example: { given: 'me', input: {} },
});

export const editPreferences = defineOperation({
  id: 'notifications.preferences.edit',
  summary: 'Choose which notices also come by mail and how often; summonses always do, at once',
  method: 'PUT',
  path: '/{network}/preferences',
  access: 'member',
  input: z.strictObject(choice),
  output: Preferences,
  edits: true,
  example: { given: 'preferences', input: { taskMail: 'daily', newsMail: 'never', mailings: true } },
});

export const preferencesEdited = defineEvent({ subject: 'ev.notifications.preferences.edited.v2', data: z.object(choice) });

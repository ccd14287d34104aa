import { defineEntity, p } from '@mikro-orm/postgresql';
import type { MailPace, Preferences } from '@alianza/contracts/notifications/notices';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';

export type Choice = Omit<Preferences, 'version'>;

/** What a person has who never chose. */
export const usual: Choice = { taskMail: 'now', newsMail: 'now', mailings: true };

/** Which notices also come to a person by mail; without a row, all do, at once. */
const PreferenceSchema = defineEntity({
  name: 'Preference',
  tableName: 'preference',
  ...tenant,
  uniques: [{ name: 'preference_of_person', properties: ['networkId', 'personId'] }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    personId: p.uuid(),
    taskMail: p.text().$type<MailPace>(),
    newsMail: p.text().$type<MailPace>(),
    mailings: p.boolean(),
    version: p.integer().version(),
  },
});

export class Preference extends PreferenceSchema.class {
  choose(choice: Partial<Choice>): void {
    Object.assign(this, { ...choiceOf(this), ...choice });
  }

  /** At which pace notices of a kind come by mail. */
  paceOf(kind: 'task' | 'news'): MailPace {
    return kind === 'task' ? this.taskMail : this.newsMail;
  }
}
PreferenceSchema.setClass(Preference);

export const choiceOf = ({ taskMail, newsMail, mailings }: Choice): Choice => ({ taskMail, newsMail, mailings });

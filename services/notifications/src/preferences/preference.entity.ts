import { defineEntity, p } from '@mikro-orm/postgresql';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';

/** Which notices also come to a person by mail; without a row, all do. */
const PreferenceSchema = defineEntity({
  name: 'Preference',
  tableName: 'preference',
  ...tenant,
  uniques: [{ name: 'preference_of_person', properties: ['networkId', 'personId'] }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    personId: p.uuid(),
    taskMail: p.boolean(),
    newsMail: p.boolean(),
    version: p.integer().version(),
  },
});

export class Preference extends PreferenceSchema.class {
  choose(choice: { taskMail: boolean; newsMail: boolean }): void {
    this.taskMail = choice.taskMail;
    this.newsMail = choice.newsMail;
  }
}
PreferenceSchema.setClass(Preference);

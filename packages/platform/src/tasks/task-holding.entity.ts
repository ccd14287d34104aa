import { defineEntity, p } from '@mikro-orm/postgresql';
import { closeTenantTable, tenant } from '../data/tenancy.js';

/** Who has something of a queue. A row stays when it is given back: its version goes on. */
const TaskHoldingSchema = defineEntity({
  name: 'TaskHolding',
  tableName: 'task_holding',
  ...tenant,
  indexes: [{ name: 'task_holding_person', properties: ['networkId', 'personId'] }],
  properties: {
    networkId: p.uuid().primary(),
    queue: p.text().primary(),
    itemId: p.uuid().primary(),
    personId: p.uuid().nullable(),
    version: p.integer(),
  },
});

export class TaskHolding extends TaskHoldingSchema.class {}
TaskHoldingSchema.setClass(TaskHolding);

/** For the migration of a service that has such queues. */
export const createTaskHoldingTable: string[] = [
  `create table task_holding (network_id uuid, queue text, item_id uuid, person_id uuid, version int not null,
    primary key (network_id, queue, item_id))`,
  'create index task_holding_person on task_holding (network_id, person_id)',
  ...closeTenantTable('task_holding'),
];

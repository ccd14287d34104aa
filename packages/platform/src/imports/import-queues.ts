/** Queues that a service names in its definition for each kind of import: of its work, and of what forgets rows. */
export const importQueues = (queue: string): [work: string, purge: string] => [queue, `${queue}-purge`];

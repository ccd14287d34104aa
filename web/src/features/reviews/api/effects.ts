/** What is decided leaves the queue, and with it can no longer be read there. */
export const effects = { alsoChanges: ['repository.practices', 'notifications.notices'], ends: 'repository.reviews.read' } as const;

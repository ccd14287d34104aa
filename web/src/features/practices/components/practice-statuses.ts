import type { PracticeStatus } from '@alianza/contracts/repository/practices';

export const practiceStatuses = ['changes-requested', 'draft', 'submitted', 'published'] as const satisfies readonly PracticeStatus[];

import type { PracticeStatus } from '@alianza/contracts/repository/practices';

export const practiceStatuses = [
  'changes-requested',
  'draft',
  'submitted',
  'published',
  'declined',
  'withdrawn',
] as const satisfies readonly PracticeStatus[];

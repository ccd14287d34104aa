import type { Text } from '@alianza/texts/text';
import type { PracticeField } from '../../../../shared/practice/practice-fields.js';

/** Help before each field. */
export const fieldHelp: Partial<Record<PracticeField, string>> = {
  title: 'practiceForm.help.title',
  summary: 'practiceForm.help.summary',
  fiveRs: 'practiceForm.help.fiveRs',
  context: 'practiceForm.help.context',
  actions: 'practiceForm.help.actions',
  results: 'practiceForm.help.results',
  weaknesses: 'practiceForm.help.weaknesses',
  lessons: 'practiceForm.help.lessons',
  replicability: 'practiceForm.help.replicability',
  place: 'practiceForm.help.place',
  endYear: 'practiceForm.help.endYear',
  organizations: 'practiceForm.help.organizations',
  evidence: 'practiceForm.help.evidence',
  sources: 'practiceForm.help.sources',
  sdgTargets: 'practiceForm.help.sdgTargets',
  priorityAreas: 'practiceForm.help.priorityAreas',
  pictures: 'files.picturesHelp',
  attachments: 'files.attachmentsHelp',
};

/** Reasons of the contract's check. */
const reasons: Record<string, string> = {
  missing: 'practiceForm.wrong.missing',
  'too-long': 'practiceForm.wrong.tooLong',
  'original-missing': 'practiceForm.wrong.originalMissing',
  'not-url': 'practiceForm.wrong.notUrl',
  'ends-before-it-begins': 'practiceForm.wrong.reversed',
  'not-sdg-target': 'practiceForm.wrong.noTarget',
};
const byField: Partial<Record<PracticeField, string>> = {
  startYear: 'practiceForm.wrong.year',
  endYear: 'practiceForm.wrong.year',
  sdgTargets: 'practiceForm.wrong.sdgTargets',
};

export const wrongInWords = (text: Text, field: PracticeField, reason: string): string =>
  text(reasons[reason] ?? byField[field] ?? 'practiceForm.wrong.other');

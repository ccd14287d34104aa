import { z } from 'zod';
import { defineOperation } from '../../operation.js';
import { Id, Language } from '../../shapes.js';
import { EditablePractice, practiceErrors, PracticeField } from '../practices.js';

export const confirmTranslation = defineOperation({
  id: 'repository.practices.confirm-translation',
  summary: 'Say that a translation still says what its original says now',
  method: 'POST',
  path: '/{network}/practices/{id}/translations/{field}/{language}',
  access: { permission: 'practices:write' },
  input: z.strictObject({ id: Id, field: PracticeField, language: Language }),
  output: EditablePractice,
  errors: [practiceErrors['practice-not-found'], practiceErrors['practice-not-editable']],
  edits: true,
  example: { given: 'drafted-practice', input: { id: '{practiceId}', field: 'summary', language: 'en' } },
});

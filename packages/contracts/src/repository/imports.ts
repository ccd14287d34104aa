import { z } from 'zod';
import { defineOperation } from '../operation.js';
import { PracticeContent } from './practices.js';

/** Imported records belong to the network, may be incomplete and keep the slug they had. */
export const importPractice = defineOperation({
  id: 'repository.practices.import',
  summary: 'Publish a sourced record of the network; the same slug again changes nothing',
  method: 'POST',
  path: '/{network}/practices/import',
  access: 'operator',
  input: z.strictObject({
    slug: z
      .string()
      .max(120)
      .regex(/^[a-z0-9-]+$/),
    content: PracticeContent,
  }),
  output: z.strictObject({ imported: z.boolean() }),
  example: {
    input: {
      slug: 'practica-importada',
      content: {
        type: 'law-policy',
        title: { original: 'es', es: 'Ley de ejemplo' },
        summary: { original: 'es', es: 'Una ley que reconoce el cuidado.' },
        context: null,
        actions: null,
        results: null,
        weaknesses: null,
        lessons: null,
        replicability: null,
        countries: ['UY'],
        place: null,
        level: 'national',
        sector: null,
        organizations: [],
        fiveRs: ['recognize'],
        populations: [],
        sdgTargets: ['5.4'],
        startYear: 2015,
        endYear: null,
        sourceLanguages: ['es'],
        evidence: null,
        sources: [{ title: 'Texto de la ley', url: null, publisher: null }],
      },
    },
  },
});

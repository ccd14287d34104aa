import { inLanguage, type ImportField } from '@alianza/contracts/imports/import-columns';
import { recordLicences } from '@alianza/contracts/repository/publication/licences';
import type { PortalLanguage } from '@alianza/contracts/shapes';
import { evidenceLevels, practiceTypes } from '@alianza/contracts/taxonomy';
import type { ImportWords } from '@alianza/platform/imports/sheet-kind';
import { textIn } from '@alianza/texts/server';
import type { NetworkConcept } from '../taxonomy/network-concepts.js';

/** What a column of the sheet is called to people. */
export function fieldLabel(field: ImportField, lang: PortalLanguage): string {
  const text = textIn(lang);
  const told = inLanguage(field);
  if (!told) return text(`imports.field.${field}`);
  return text('openData.inLanguage', { meaning: text(`imports.field.${told.field}`), language: text(`openData.language.${told.lang}`) });
}

export function practiceWords(lang: PortalLanguage): ImportWords {
  const text = textIn(lang);
  return {
    unreadable: (why) => text(`imports.unreadable.${why}`),
    failed: (why) => text(`imports.stopped.${why}`),
    notWritten: () => text('imports.notWritten'),
    problem: (reason, params) => text(`imports.problem.${reason}`, params),
    label: (field) => fieldLabel(field as ImportField, lang),
    heading: (column) => text(`imports.report.${column}`),
  };
}

/** What a closed field can be, as its reader calls it. */
export function practiceChoices(concepts: readonly NetworkConcept[], lang: PortalLanguage): (field: string) => readonly string[] {
  const text = textIn(lang);
  const labelled = (scheme: string, ids: readonly string[]) => ids.map((id) => text(`taxonomy.${scheme}.${id}`));
  const offered = (scheme: string) => concepts.filter((one) => one.scheme === scheme && !one.retired).map(({ labels }) => labels[lang]);
  const of: Readonly<Partial<Record<string, () => string[]>>> = {
    type: () => labelled('practiceType', practiceTypes),
    level: () => offered('level'),
    licence: () => [...recordLicences],
    evidence: () => labelled('evidence', evidenceLevels),
    original_language: () => ['es', 'en', 'fr', 'pt'].map((code) => text(`openData.language.${code}`)),
    five_rs: () => offered('fiveR'),
    sector: () => offered('sector'),
    populations: () => offered('population'),
    priority_areas: () => offered('priorityArea'),
  };
  return (field) => of[field]?.() ?? [];
}

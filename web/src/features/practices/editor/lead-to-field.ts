import type { PracticeField } from '../../../shared/practice/practice-fields.js';

/** To the control of a field, or of its translation. */
export function leadToField(field: PracticeField, translation?: string): void {
  const place = (translation === undefined ? null : document.getElementById(`${field}-${translation}`)) ?? document.getElementById(field);
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}

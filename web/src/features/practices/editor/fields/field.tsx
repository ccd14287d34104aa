import { isProse, type PracticeField } from '../../../../shared/practice/practice-fields.js';
import { EvidenceField, FiveRsField, LineField, PopulationsField, SelectField } from './choice-fields.js';
import { CodesField } from './codes-field.js';
import { ProseField } from './prose-field.js';
import { SourcesField } from './sources-field.js';

/** The control that fits a field. */
export function Field({ field }: { field: PracticeField }) {
  if (isProse(field)) return <ProseField field={field} />;
  switch (field) {
    case 'type':
    case 'level':
    case 'sector':
      return <SelectField field={field} />;
    case 'countries':
    case 'sourceLanguages':
      return <CodesField field={field} />;
    case 'fiveRs':
      return <FiveRsField />;
    case 'populations':
      return <PopulationsField />;
    case 'evidence':
      return <EvidenceField />;
    case 'sources':
      return <SourcesField />;
    default:
      return <LineField field={field} lines={field === 'organizations'} />;
  }
}

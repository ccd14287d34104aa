import { isProse, type PracticeField } from '../../../../shared/practice/practice-fields.js';
import { EvidenceField, LicenceField, LineField, TypeField } from './choice-fields.js';
import { ConceptField, ConceptsField, FiveRsField } from './concept-fields.js';
import { AttachmentsField } from '../files/attachments-field.js';
import { PicturesField } from '../files/pictures-field.js';
import { CodesField } from './codes-field.js';
import { ProseField } from './prose-field.js';
import { SourcesField } from './sources-field.js';

/** The control that fits a field. */
export function Field({ field }: { field: PracticeField }) {
  if (isProse(field)) return <ProseField field={field} />;
  switch (field) {
    case 'type':
      return <TypeField />;
    case 'level':
    case 'sector':
      return <ConceptField field={field} />;
    case 'countries':
    case 'sourceLanguages':
      return <CodesField field={field} />;
    case 'fiveRs':
      return <FiveRsField />;
    case 'populations':
    case 'priorityAreas':
      return <ConceptsField field={field} />;
    case 'evidence':
      return <EvidenceField />;
    case 'licence':
      return <LicenceField />;
    case 'pictures':
      return <PicturesField />;
    case 'attachments':
      return <AttachmentsField />;
    case 'sources':
      return <SourcesField />;
    default:
      return <LineField field={field} lines={field === 'organizations'} />;
  }
}

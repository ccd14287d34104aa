import { useText } from '../../../shared/texts/use-text.js';
import { KnownColumns } from '../organizations/known-columns.js';
import { memberFieldGroups } from './member-values.js';

/** What a sheet of members can hold. */
export function MemberColumns() {
  const text = useText();
  return <KnownColumns groups={memberFieldGroups} said={text('memberImports.columns.text')} template="integrantes-plantilla" />;
}

import type { ActorImport, ActorMapping } from '@alianza/contracts/membership/imports/actors';
import { useState } from 'react';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { OrganizationColumns } from '../organizations/organization-columns.js';
import { actorFieldGroups, saysWho } from './actor-values.js';

const proposedFor = ({ mapping, columns }: ActorImport): ActorMapping['fields'] =>
  mapping?.fields ?? columns.map(({ proposed }) => proposed);

/** What each column of a sheet of actors is. */
export function ActorMappingStep({ it, onChecked }: { it: ActorImport; onChecked: () => void }) {
  const text = useText();
  const map = useWrite('membership.actor-imports.map');
  const [fields, choose] = useState(() => proposedFor(it));
  const run = () => map.mutate({ input: { id: it.id, mapping: { fields } } }, { onSuccess: onChecked });
  return (
    <OrganizationColumns
      columns={it.columns}
      groups={actorFieldGroups}
      fields={fields}
      onFields={choose}
      said={text('actorImports.mapping.text')}
      needed={saysWho(fields)}
      check={{ run, error: map.error, isPending: map.isPending }}
    />
  );
}

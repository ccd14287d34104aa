import { useState } from 'react';
import { Ask } from '../../../shared/forms/ask.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import type { Output } from '../../../shared/api/call.js';
import { useText } from '../../../shared/texts/use-text.js';

export type Kept = Output<'repository.imports.mappings'>['items'][number];

/** Columns that the network remembers: chosen, or forgotten. Nothing where there are none. */
export function KeptColumns({ onChoose }: { onChoose: (kept: Kept) => void }) {
  const text = useText();
  const { data } = useRead('repository.imports.mappings', {});
  const forget = useWrite('repository.imports.forget-mapping');
  const [name, setName] = useState('');
  if (data === undefined || data.items.length === 0) return null;
  const choose = (chosen: string) => {
    setName(chosen);
    const kept = data.items.find((item) => item.name === chosen);
    if (kept) onChoose(kept);
  };
  return (
    <Ask id="kept" label={text('imports.mapping.known')} help={text('imports.mapping.knownHelp')}>
      {(control) => (
        <div className="buttons">
          <select {...control} value={name} onChange={(event) => choose(event.target.value)}>
            <option value="">{text('imports.mapping.knownNone')}</option>
            {data.items.map((item) => (
              <option key={item.name}>{item.name}</option>
            ))}
          </select>
          {name !== '' && (
            <button
              className="button second"
              type="button"
              disabled={forget.isPending}
              onClick={() => forget.mutate({ input: { name } }, { onSuccess: () => setName('') })}
            >
              {text('imports.mapping.forget', { name })}
            </button>
          )}
        </div>
      )}
    </Ask>
  );
}

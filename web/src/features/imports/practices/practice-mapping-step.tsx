import type { ImportField } from '@alianza/contracts/imports/import-columns';
import type { ImportMapping, PracticeImport } from '@alianza/contracts/repository/imports';
import { practiceTypes } from '@alianza/contracts/taxonomy';
import { useState } from 'react';
import { Ask, AskGroup } from '../../../shared/forms/ask.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { CheckButton } from '../components/check-button.js';
import { MappingTable } from '../components/mapping-table.js';
import { KeptColumns } from './kept-columns.js';
import { fieldGroups, fieldsAsKept, hasNeeded } from './practice-values.js';

type Chosen = ImportMapping & { readonly rememberAs: string };

const proposedFor = ({ mapping, columns }: PracticeImport): Chosen => ({
  fields: mapping?.fields ?? columns.map(({ proposed }) => proposed),
  type: mapping?.type ?? 'good-practice',
  as: mapping?.as ?? 'published',
  rememberAs: '',
});

interface QuestionProps {
  readonly chosen: Chosen;
  readonly change: (over: Partial<Chosen>) => void;
}

/** What a sheet does not say of its records. */
function RecordQuestions({ chosen, change }: QuestionProps) {
  const text = useText();
  const ways = [
    ['published', text('imports.mapping.asPublished')],
    ['drafts', text('imports.mapping.asDrafts')],
  ] as const;
  return (
    <>
      <Ask id="type" label={text('imports.mapping.type')}>
        {(control) => (
          <select {...control} value={chosen.type} onChange={(event) => change({ type: event.target.value as Chosen['type'] })}>
            {practiceTypes.map((type) => (
              <option key={type} value={type}>
                {text(`taxonomy.practiceType.${type}`)}
              </option>
            ))}
          </select>
        )}
      </Ask>
      <AskGroup id="as" legend={text('imports.mapping.as')}>
        {ways.map(([way, label]) => (
          <label className="option" key={way}>
            <input type="radio" name="as" checked={chosen.as === way} onChange={() => change({ as: way })} /> <span>{label}</span>
          </label>
        ))}
      </AskGroup>
      <Ask id="rememberAs" label={text('imports.mapping.remember')} help={text('imports.mapping.rememberHelp')} optional>
        {(control) => (
          <input
            className="input medium"
            maxLength={80}
            {...control}
            value={chosen.rememberAs}
            onChange={(event) => change({ rememberAs: event.target.value })}
          />
        )}
      </Ask>
    </>
  );
}

/** What was chosen so far, and the check of it. */
function useChosen(it: PracticeImport, onChecked: () => void) {
  const [chosen, setChosen] = useState(() => proposedFor(it));
  const change = (over: Partial<Chosen>) => setChosen((before) => ({ ...before, ...over }));
  const setField = (place: number, field: ImportField | null) =>
    change({ fields: it.columns.map((_column, index) => (index === place ? field : (chosen.fields[index] ?? null))) });
  const map = useWrite('repository.imports.map');
  const check = () => {
    const { rememberAs, ...mapping } = chosen;
    const named = rememberAs.trim();
    map.mutate({ input: { id: it.id, mapping, ...(named !== '' && { rememberAs: named }) } }, { onSuccess: onChecked });
  };
  return { chosen, change, setField, check, error: map.error, busy: map.isPending };
}

/** What each column is: proposed by its heading, corrected by a person. */
export function PracticeMappingStep({ it, onChecked }: { it: PracticeImport; onChecked: () => void }) {
  const text = useText();
  const { chosen, change, setField, check, error, busy } = useChosen(it, onChecked);
  const headers = it.columns.map(({ header }) => header);
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    check();
  };
  return (
    <section aria-labelledby="mapping-title" className="form-col">
      <h2 id="mapping-title">{text('imports.mapping.title')}</h2>
      <p>
        {text('imports.mapping.text')} {text('imports.mapping.empty-cells')}
      </p>
      <form className="form" noValidate onSubmit={submit}>
        <KeptColumns onChoose={(kept) => change({ fields: fieldsAsKept(headers, kept), type: kept.type, as: kept.as })} />
        <MappingTable columns={it.columns} groups={fieldGroups} fields={chosen.fields} onChange={setField} />
        <RecordQuestions chosen={chosen} change={change} />
        {error && <Failure error={error} title={text('imports.mapping.failed')} />}
        <CheckButton needed={hasNeeded(chosen.fields)} missing={text('imports.mapping.noTitle')} busy={busy} />
      </form>
    </section>
  );
}

import { useState, type SyntheticEvent } from 'react';
import { isProblem } from '../../../shared/api/problem.js';
import { Failure } from '../../../shared/page/failure.js';
import { useTell } from '../../../shared/page/told.js';
import { OpenedFile } from '../../../shared/queue/opened-file.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { isOpenScheme, saidBy, valuesOf, wrongIn, type Concept } from '../api/concept-values.js';
import { ConceptFields } from './concept-fields.js';
import { ConceptHistory } from './concept-history.js';
import { ConceptState } from './concept-state.js';
import { Ordering } from './ordering.js';

interface Props {
  readonly concept: Concept;
  /** Today, where the network lives. */
  readonly day: string;
  /** All of its scheme, in their order. */
  readonly among: readonly Concept[];
  readonly onClose: () => void;
  /** Reads anew what somebody else changed. */
  readonly onStale: () => void;
}

function useEditing({ concept }: Props) {
  const text = useText();
  const [values, setValues] = useState(valuesOf(concept));
  const [tried, setTried] = useState(false);
  const tell = useTell();
  const edit = useWrite('repository.taxonomy.edit');
  const problems = wrongIn(values);
  const wrong = new Map(tried ? problems.map(([id, key]) => [id, text(key)]) : []);
  const save = (retired: boolean) => {
    setTried(true);
    const [first] = problems;
    if (first) document.getElementById(first[0])?.focus();
    else
      // with what was saved the form stands anew: a callback of this one would not be called
      void edit
        .mutateAsync({ input: { scheme: concept.scheme, id: concept.id, ...saidBy(values), retired }, version: concept.version })
        .then(() => tell(text('concepts.saved')))
        .catch(() => undefined);
  };
  return { values, setValues, wrong, save, busy: edit.isPending, error: edit.error };
}

/** What the product calls it and by what else finds it, where the network says otherwise. */
function Own({ concept: { ownLabels, ownSynonyms, labels } }: { concept: Concept }) {
  const text = useText();
  const otherwise = ownLabels !== null && (ownLabels.es !== labels.es || ownLabels.en !== labels.en);
  return (
    <>
      {otherwise && <p className="quiet-text">{text('concepts.own.labels', { es: ownLabels.es, en: ownLabels.en })}</p>}
      {ownSynonyms.length > 0 && (
        <details>
          <summary>{text('concepts.own.synonyms', { count: ownSynonyms.length })}</summary>
          <p className="quiet-text">{ownSynonyms.join(', ')}</p>
        </details>
      )}
    </>
  );
}

/** One concept, to be edited beside its list. */
export function ConceptFile(props: Props) {
  const { concept, day, among, onClose, onStale } = props;
  const text = useText();
  const { values, setValues, wrong, save, busy, error } = useEditing(props);
  const open = isOpenScheme(concept.scheme);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    save(concept.retired);
  };
  return (
    <OpenedFile
      id={concept.id}
      title={concept.labels[text.lang === 'en' ? 'en' : 'es']}
      state={<ConceptState concept={concept} day={day} />}
      onClose={onClose}
    >
      <p className="quiet-text">{text('concepts.used', { count: concept.records })}</p>
      <form className="form" noValidate onSubmit={send}>
        <ConceptFields values={values} onChange={setValues} wrong={wrong} withPeriod={open} />
        <Own concept={concept} />
        {error && <Failure error={error} title={text('states.form.notSaved')} />}
        {isProblem(error, 'version-stale') && (
          <button className="button second" type="button" onClick={onStale}>
            {text('concepts.readAgain')}
          </button>
        )}
        <div className="buttons">
          <button className="button" type="submit" disabled={busy}>
            {text('concepts.save')}
          </button>
          {open && (
            <button className="button second" type="button" disabled={busy} onClick={() => save(!concept.retired)}>
              {text(concept.retired ? 'concepts.offerAgain' : 'concepts.retire')}
            </button>
          )}
        </div>
        {open && !concept.retired && <p className="quiet-text">{text('concepts.retireHelp')}</p>}
      </form>
      <Ordering concept={concept} among={among} />
      <ConceptHistory concept={concept} />
    </OpenedFile>
  );
}

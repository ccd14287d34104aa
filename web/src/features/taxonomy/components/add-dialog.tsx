import { useState, type SyntheticEvent } from 'react';
import { AppDialog } from '../../../shared/page/dialog.js';
import { useTell } from '../../../shared/page/told.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { emptyValues, saidBy, wrongIn, type OpenScheme } from '../api/concept-values.js';
import { ConceptFields } from './concept-fields.js';
import { SendOrCancel } from '../../../shared/forms/send-or-cancel.js';

/** A concept that the product does not have. */
export function AddDialog({ scheme, onClose }: { scheme: OpenScheme; onClose: () => void }) {
  const text = useText();
  const [values, setValues] = useState(emptyValues);
  const [tried, setTried] = useState(false);
  const tell = useTell();
  const add = useWrite('repository.taxonomy.add');
  const done = () => {
    onClose();
    tell(text('concepts.added'));
  };
  const problems = wrongIn(values);
  const wrong = new Map(tried ? problems.map(([id, key]) => [id, text(key)]) : []);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = problems;
    if (first) document.getElementById(first[0])?.focus();
    else add.mutate({ input: { scheme, ...saidBy(values) } }, { onSuccess: done });
  };
  return (
    <AppDialog title={text('concepts.add.title', { scheme: text(`concepts.scheme.${scheme}`) })} onClose={onClose}>
      <form className="form" noValidate onSubmit={send}>
        <p>{text('concepts.add.text')}</p>
        <ConceptFields values={values} onChange={setValues} wrong={wrong} withPeriod />
        <SendOrCancel
          send={text('concepts.add.send')}
          error={add.error}
          failed={text('concepts.add.failed')}
          busy={add.isPending}
          onCancel={onClose}
        />
      </form>
    </AppDialog>
  );
}

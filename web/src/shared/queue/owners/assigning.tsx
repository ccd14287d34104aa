import { useState } from 'react';
import { Failure } from '../../page/failure.js';
import { useSession } from '../../session/session.js';
import { useText } from '../../texts/use-text.js';

interface Props {
  /** Who has it now. */
  readonly holderId: string | null;
  /** Whether it can still be taken or given; what is done can only be given back. */
  readonly open?: boolean;
  /** Who can be given it. */
  readonly people: readonly { readonly personId: string; readonly name: string }[];
  readonly giving: { readonly isPending: boolean; readonly error: Error | null };
  readonly onGive: (personId: string | null) => void;
  /** Where what is given may be of either gender in Spanish. */
  readonly neutral?: boolean;
}

/** Chosen, and then pressed: choosing alone gives nobody anything. */
function AssignTo({ people, giving, onGive }: Pick<Props, 'people' | 'giving' | 'onGive'>) {
  const text = useText();
  const [chosen, choose] = useState('');
  const personId = people.find((one) => one.personId === chosen)?.personId ?? '';
  const press = () => (personId === '' ? document.getElementById('assign-to')?.focus() : onGive(personId));
  if (people.length === 0) return null;
  return (
    <>
      <label htmlFor="assign-to" className="sr">
        {text('secretariat.assign.to')}
      </label>
      <select id="assign-to" value={personId} onChange={(event) => choose(event.target.value)}>
        <option value="">{text('secretariat.assign.to')}</option>
        {people.map(({ personId, name }) => (
          <option key={personId} value={personId}>
            {name}
          </option>
        ))}
      </select>
      <button className="button second" type="button" disabled={giving.isPending} onClick={press}>
        {text('secretariat.assign.give')}
      </button>
    </>
  );
}

/** The ways to take something of a queue, give it back or give it to somebody. */
export function Assigning({ holderId, open = true, people, giving, onGive, neutral = false }: Props) {
  const text = useText();
  const { me } = useSession();
  if (!open && holderId === null) return null;
  return (
    <>
      <div className="buttons">
        {open && holderId !== me.id && (
          <button className="button second" type="button" disabled={giving.isPending} onClick={() => onGive(me.id)}>
            {text(neutral ? 'secretariat.task.take' : 'secretariat.assign.take')}
          </button>
        )}
        {holderId !== null && (
          <button className="button second" type="button" disabled={giving.isPending} onClick={() => onGive(null)}>
            {text(neutral ? 'secretariat.task.giveBack' : 'secretariat.assign.giveBack')}
          </button>
        )}
        {open && (
          <AssignTo people={people.filter(({ personId }) => personId !== me.id && personId !== holderId)} giving={giving} onGive={onGive} />
        )}
      </div>
      {giving.error && <Failure error={giving.error} title={text('secretariat.assign.failed')} />}
    </>
  );
}

import { useNavigate } from 'react-router';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useAddress } from '../../../shared/session/place.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { emptyActor } from '../api/actor-values.js';
import { ActorForm } from '../form/actor-form.js';

/** One more organisation on the map. */
export function Component() {
  const text = useText();
  const address = useAddress();
  const go = useNavigate();
  const add = useWrite('membership.actors.add', { alsoChanges: ['membership.organizations'] });
  return (
    <>
      <QueueHead title={text('actors.form.addTitle')}>{null}</QueueHead>
      <div className="form-col is-narrow">
        <ActorForm
          begun={emptyActor}
          stopped={false}
          busy={add.isPending}
          error={add.error}
          onSend={(input) => add.mutate({ input }, { onSuccess: ({ id }) => void go(`${address('secretaria/actores')}?abierta=${id}`) })}
        />
      </div>
    </>
  );
}

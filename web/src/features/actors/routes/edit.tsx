import type { ActorFile } from '@alianza/contracts/membership/directory/actors';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Kept } from '../../../shared/forms/kept.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { QueueHead } from '../../../shared/queue/queue-head.js';
import { useAddress } from '../../../shared/session/place.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { valuesOf } from '../api/actor-values.js';
import { ActorForm } from '../form/actor-form.js';

function Editing({ actor, onReadAgain }: { actor: ActorFile; onReadAgain: () => void }) {
  const address = useAddress();
  const go = useNavigate();
  const edit = useWrite('membership.actors.edit', { alsoChanges: ['membership.organizations'] });
  const { id, version } = actor;
  return (
    <ActorForm
      begun={valuesOf(actor)}
      stopped={actor.stoppedAt !== null}
      busy={edit.isPending}
      error={edit.error}
      onReadAgain={onReadAgain}
      onSend={(said, wasCalled) =>
        edit.mutate(
          { input: { id, ...said, wasCalled }, version },
          { onSuccess: () => void go(`${address('secretaria/actores')}?abierta=${id}`) },
        )
      }
    />
  );
}

/** What is known of an actor, said otherwise. */
export function Component() {
  const text = useText();
  const { id = '' } = useParams();
  const query = useRead('membership.actors.get', { id });
  const [from, begin] = useState(0);
  const readAgain = async () => begin((await query.refetch()).data?.version ?? 0);
  return (
    <>
      <QueueHead title={query.data ? text('actors.form.editTitle', { name: query.data.title }) : text('actors.file.title')}>
        {null}
      </QueueHead>
      <div className="form-col is-narrow">
        <Loaded query={query} failed={text('actors.file.failed')} skeleton={<RowsSkeleton rows={6} />}>
          {(read) => (
            <Kept key={read.id} read={read} from={from}>
              {(actor) => <Editing key={actor.version} actor={actor} onReadAgain={() => void readAgain()} />}
            </Kept>
          )}
        </Loaded>
      </div>
    </>
  );
}

import type { ActorFile as File } from '@alianza/contracts/membership/directory/actors';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { OpenedFile } from '../../../shared/queue/opened-file.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { ActorState } from '../components/actor-state.js';
import { ActorAlike } from './actor-alike.js';
import { ActorContact } from './actor-contact.js';
import { ActorFacts } from './actor-facts.js';
import { ActorSteps } from './actor-steps.js';
import { Approach } from './approach.js';

function Opened({ actor }: { actor: File }) {
  return (
    <>
      <Approach actor={actor} />
      <ActorAlike actor={actor} />
      <ActorFacts actor={actor} />
      <ActorContact actor={actor} />
      <ActorSteps actor={actor} />
    </>
  );
}

/** All that is known of one actor, beside the list. */
export function ActorFile({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useText();
  const query = useRead('membership.actors.get', { id });
  return (
    <OpenedFile
      id={id}
      title={query.data?.title ?? text('actors.file.title')}
      state={query.data && <ActorState state={query.data.state} />}
      onClose={onClose}
    >
      <Loaded query={query} failed={text('actors.file.failed')} skeleton={<RowsSkeleton />}>
        {(actor) => <Opened actor={actor} />}
      </Loaded>
    </OpenedFile>
  );
}

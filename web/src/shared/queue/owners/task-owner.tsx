import type { TaskHolder } from '@alianza/contracts/tasks';
import type { Input } from '../../api/call.js';
import { Loaded } from '../../page/loaded.js';
import { useRead, useWrite } from '../../session/queries.js';
import { useMay } from '../../session/session.js';
import { useText } from '../../texts/use-text.js';
import { Assigning } from './assigning.js';
import { useOwners } from './owners.js';

interface Props {
  readonly reading: {
    readonly data: TaskHolder | undefined;
    readonly error: unknown;
    readonly isPending: boolean;
    readonly refetch: () => unknown;
  };
  /** Whether there is anything left to do: what is done can only be given back. */
  readonly open: boolean;
  readonly giving: { readonly isPending: boolean; readonly error: Error | null };
  readonly onGive: (personId: string | null, version: number) => void;
}

/** Who of the secretariat has what is open, and the ways to change that. */
function Owner({ reading, open, giving, onGive }: Props) {
  const text = useText();
  const may = useMay();
  const { owners, inCharge } = useOwners();
  return (
    <div className="assignment">
      <Loaded query={reading} failed={text('secretariat.task.failed')} skeleton={null}>
        {({ personId, version }) => (
          <>
            <p role="status">
              {text('secretariat.task.column')}: {inCharge(personId)}
            </p>
            {may('applications:decide') && (
              <Assigning holderId={personId} people={owners} open={open} giving={giving} onGive={(to) => onGive(to, version)} neutral />
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

type Task = Input<'repository.tasks.read'> & { readonly open: boolean };

export function TaskOwner({ queue, id, open }: Task) {
  const reading = useRead('repository.tasks.read', { queue, id });
  const assign = useWrite('repository.tasks.assign', { alsoChanges: [`repository.${queue}`] });
  return (
    <Owner
      reading={reading}
      open={open}
      giving={assign}
      onGive={(personId, version) => assign.mutate({ input: { queue, id, personId }, version })}
    />
  );
}

export function LetterOwner({ id, open }: { id: string; open: boolean }) {
  const reading = useRead('membership.letters.holder', { id });
  const assign = useWrite('membership.letters.assign');
  return (
    <Owner
      reading={reading}
      open={open}
      giving={assign}
      onGive={(personId, version) => assign.mutate({ input: { id, personId }, version })}
    />
  );
}

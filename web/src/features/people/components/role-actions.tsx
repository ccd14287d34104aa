import type { HeldRole } from '@alianza/contracts/membership/representation/roles';
import { useState } from 'react';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useMayAct } from '../../../shared/session/session.js';
import { useText } from '../../../shared/texts/use-text.js';
import { represents } from '../api/letters-due.js';
import { EndDialog } from '../dialogs/end-dialog.js';
import { FileLetterDialog } from '../dialogs/file-letter-dialog.js';

function Move({ row, suplentes }: { row: HeldRole; suplentes: number }) {
  const text = useText();
  const move = useWrite('membership.roles.move');
  const { id, name, version, position } = row;
  if (position === null || suplentes < 2) return null;
  const to = (place: number) => move.mutate({ input: { id, position: place }, version });
  return (
    <>
      <button className="link" type="button" disabled={position === 1 || move.isPending} onClick={() => to(position - 1)}>
        <span aria-hidden="true">↑</span>
        <span className="sr">{text('people.move.up', { person: name })}</span>
      </button>
      <button className="link" type="button" disabled={position === suplentes || move.isPending} onClick={() => to(position + 1)}>
        <span aria-hidden="true">↓</span>
        <span className="sr">{text('people.move.down', { person: name })}</span>
      </button>
      {move.error && <Failure error={move.error} title={text('people.move.failed')} />}
    </>
  );
}

interface Props {
  readonly row: HeldRole;
  readonly suplentes: number;
  /** The secretariat ends any role of an organisation; a titular those of the others. */
  readonly endsTitular: boolean;
}

/** What can be done about somebody's role: each asks before it happens. */
export function RoleActions({ row, suplentes, endsTitular }: Props) {
  const text = useText();
  const may = useMayAct();
  const [asking, ask] = useState<'file' | 'end' | null>(null);
  if (row.until !== null) return null;
  const writes = may('representatives:write');
  const ends = writes && (endsTitular || row.role === 'suplente' || row.role === 'editor');
  const person = { person: row.name };
  return (
    <div className="buttons">
      {represents(row) && may('letters:file') && (
        <button className="link" type="button" onClick={() => ask('file')}>
          <span aria-hidden="true">{text('people.file.press')}</span>
          <span className="sr">{text('people.file.pressOf', person)}</span>
        </button>
      )}
      {writes && row.role === 'suplente' && <Move row={row} suplentes={suplentes} />}
      {ends && (
        <button className="link" type="button" onClick={() => ask('end')}>
          <span aria-hidden="true">{text('people.end.press')}</span>
          <span className="sr">{text('people.end.pressOf', person)}</span>
        </button>
      )}
      {asking === 'file' && <FileLetterDialog row={row} onClose={() => ask(null)} />}
      {asking === 'end' && <EndDialog row={row} onClose={() => ask(null)} />}
    </div>
  );
}

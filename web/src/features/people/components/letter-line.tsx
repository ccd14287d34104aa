import type { LetterOfRole } from '@alianza/contracts/membership/representation/letters';
import { LetterState } from '../../../shared/letters/letter-state.js';
import { Failure } from '../../../shared/page/failure.js';
import { useWrite } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';

/** How a letter stands, with the way to its file. */
export function LetterLine({ letter, person }: { letter: LetterOfRole; person: string }) {
  const text = useText();
  const download = useWrite('membership.letters.download');
  const fetchFile = () => download.mutate({ input: { id: letter.id } }, { onSuccess: ({ url }) => location.assign(url) });
  return (
    <div>
      {letter.file === null ? (
        <>
          <LetterState letter={letter} /> <small className="minor">{text('people.letter.forgotten')}</small>
        </>
      ) : (
        <button className="link" type="button" disabled={download.isPending} onClick={fetchFile}>
          <LetterState letter={letter} />
          <span className="sr"> {text('people.letter.download', { person })}</span>
        </button>
      )}
      {letter.reason !== null && <p className="minor">{letter.reason}</p>}
      {download.error && <Failure error={download.error} title={text('people.letter.downloadFailed')} />}
    </div>
  );
}

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { FilePick } from '../../../../shared/files/file-pick.js';
import { useText } from '../../../../shared/texts/use-text.js';

interface Props {
  readonly id: string;
  readonly label: string;
  /** The other way to bring them: "o arrastrarlas aquí". */
  readonly orDrop: string;
  readonly accept: string;
  /** Name of the file that is on its way. */
  readonly sending: string | null;
  readonly refused: readonly string[];
  readonly full: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Files that are dragged onto a place of the page. A pointer's way alone: beside it stands a button. */
function useDrop(open: boolean, onFiles: (files: readonly File[]) => void) {
  const place = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const drag = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    setOver(open && event.type === 'dragover');
    if (open && event.type === 'drop') onFiles([...(event.dataTransfer?.files ?? [])]);
  });
  useEffect(() => {
    const stops = (['dragover', 'dragleave', 'drop'] as const).map((type) => {
      const listener = (event: DragEvent) => drag(event);
      place.current?.addEventListener(type, listener);
      const { current } = place;
      return () => current?.removeEventListener(type, listener);
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return { place, over };
}

/** Where files are dropped, or picked with a button that the keyboard reaches too. */
export function DropZone({ id, label, orDrop, accept, sending, refused, full, onFiles }: Props) {
  const text = useText();
  const busy = sending !== null;
  const { place, over } = useDrop(!busy && !full, onFiles);
  return (
    <div className={over ? 'drop-zone is-over' : 'drop-zone'} ref={place}>
      <div role="alert">
        {refused.length > 0 && (
          <ul className="error">
            {refused.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </div>
      {!full && (
        <p className="attached">
          <FilePick id={`${id}-pick`} label={label} accept={accept} multiple busy={busy} onPick={(_first, files) => onFiles(files)} />
          <span className="minor">{orDrop}</span>
        </p>
      )}
      <p role="status">{sending !== null && text('files.sending', { name: sending })}</p>
    </div>
  );
}

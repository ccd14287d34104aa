import { useText } from '../../../../shared/texts/use-text.js';

interface Props {
  /** What is moved, for who does not see it. */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** Moves one of a list and takes it away, without a pointer too. */
export function PlaceButtons({ name, index, count, onMove, onRemove }: Props) {
  const text = useText();
  return (
    <p className="buttons">
      <button className="link" type="button" disabled={index === 0} onClick={() => onMove(index - 1)}>
        {text('files.earlier')} <span className="sr">{name}</span>
      </button>
      <button className="link" type="button" disabled={index === count - 1} onClick={() => onMove(index + 1)}>
        {text('files.later')} <span className="sr">{name}</span>
      </button>
      <button className="link" type="button" onClick={onRemove}>
        {text('files.remove')} <span className="sr">{name}</span>
      </button>
    </p>
  );
}

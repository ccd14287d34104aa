import { useState, type ReactNode } from 'react';
import { AskGroup } from '../forms/ask.js';
import { useText } from '../texts/use-text.js';
import { FilePick } from './file-pick.js';

/** What becomes of a picture when its form is saved. */
export type PictureChoice = { readonly what: 'kept' } | { readonly what: 'none' } | { readonly what: 'new'; readonly file: File };

interface Props {
  readonly id: string;
  /** Keys of what is said; two of them with the name of the file. */
  readonly keys: Readonly<Record<'legend' | 'help' | 'pick' | 'chosen' | 'tooLarge' | 'remove', string>>;
  /** Bytes. */
  readonly largest: number;
  readonly isKept: boolean;
  readonly choice: PictureChoice;
  readonly onChoose: (choice: PictureChoice) => void;
  /** The picture as it is kept. */
  readonly children: ReactNode;
}

/** A picture that is chosen here and sent with the rest. */
export function PictureField({ id, keys, largest, isKept, choice, onChoose, children }: Props) {
  const text = useText();
  const [refused, refuse] = useState<string | undefined>(undefined);
  const take = (file: File) => {
    const fits = file.size <= largest;
    refuse(fits ? undefined : text(keys.tooLarge, { name: file.name }));
    if (fits) onChoose({ what: 'new', file });
  };
  return (
    <AskGroup id={id} legend={text(keys.legend)} help={text(keys.help)} error={refused} optional>
      {choice.what === 'kept' && children}
      <p role="status">{choice.what === 'new' && text(keys.chosen, { name: choice.file.name })}</p>
      <p className="attached">
        <FilePick id={`${id}-pick`} label={text(keys.pick)} accept="image/jpeg,image/png,image/webp" onPick={take} />
        {(choice.what === 'new' || (choice.what === 'kept' && isKept)) && (
          <button className="link" type="button" onClick={() => onChoose({ what: 'none' })}>
            {text(keys.remove)}
          </button>
        )}
      </p>
    </AskGroup>
  );
}

import type { KeptNetwork } from '@alianza/contracts/membership/settings/network-settings';
import { markAddress, widthsOf } from '@alianza/contracts/repository/files/picture-files';
import { useState } from 'react';
import { AskGroup } from '../../../shared/forms/ask.js';
import { useText } from '../../../shared/texts/use-text.js';
import { largestMark } from '../api/network-values.js';

/** What becomes of the mark when the form is saved. */
export type MarkChoice = { readonly what: 'kept' } | { readonly what: 'none' } | { readonly what: 'new'; readonly file: File };

interface Props {
  readonly kept: Pick<KeptNetwork, 'code' | 'mark'>;
  readonly choice: MarkChoice;
  readonly onChoose: (choice: MarkChoice) => void;
}

function KeptMark({ kept: { code, mark } }: Pick<Props, 'kept'>) {
  const text = useText();
  if (mark === null) return null;
  const src = markAddress(code, mark.hash, `${String(widthsOf(mark.width)[0])}.webp`);
  return <img className="logo" src={src} width={mark.width} height={mark.height} alt={text('settings.mark.alt')} />;
}

/** The picture beside the name of the network on every page: chosen here, sent with the rest. */
export function MarkField({ kept, choice, onChoose }: Props) {
  const text = useText();
  const [refused, refuse] = useState<string | undefined>(undefined);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    const fits = file.size <= largestMark;
    refuse(fits ? undefined : text('settings.mark.tooLarge', { name: file.name }));
    if (fits) onChoose({ what: 'new', file });
  };
  const stays = choice.what === 'new' || (choice.what === 'kept' && kept.mark !== null);
  return (
    <AskGroup id="mark" legend={text('settings.field.mark')} help={text('settings.help.mark')} error={refused} optional>
      {choice.what === 'kept' && <KeptMark kept={kept} />}
      <p role="status">{choice.what === 'new' && text('settings.mark.chosen', { name: choice.file.name })}</p>
      <p className="attached">
        <label className="button second" htmlFor="mark-pick">
          {text('settings.mark.pick')}
        </label>
        <input
          className="sr"
          id="mark-pick"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            take(file);
          }}
        />
        {stays && (
          <button className="link" type="button" onClick={() => onChoose({ what: 'none' })}>
            {text('settings.mark.remove')}
          </button>
        )}
      </p>
    </AskGroup>
  );
}

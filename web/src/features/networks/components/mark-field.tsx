import type { KeptNetwork } from '@alianza/contracts/membership/settings/network-settings';
import { markAddress, widthsOf } from '@alianza/contracts/repository/files/picture-files';
import { PictureField, type PictureChoice } from '../../../shared/files/picture-field.js';
import { useText } from '../../../shared/texts/use-text.js';
import { largestMark } from '../api/network-values.js';

interface Props {
  readonly kept: Pick<KeptNetwork, 'code' | 'mark'>;
  readonly choice: PictureChoice;
  readonly onChoose: (choice: PictureChoice) => void;
}

function KeptMark({ kept: { code, mark } }: Pick<Props, 'kept'>) {
  const text = useText();
  if (mark === null) return null;
  const src = markAddress(code, mark.hash, `${String(widthsOf(mark.width)[0])}.webp`);
  return <img className="logo" src={src} width={mark.width} height={mark.height} alt={text('settings.mark.alt')} />;
}

const keys = {
  legend: 'settings.field.mark',
  help: 'settings.help.mark',
  pick: 'settings.mark.pick',
  chosen: 'settings.mark.chosen',
  tooLarge: 'settings.mark.tooLarge',
  remove: 'settings.mark.remove',
};

/** The picture beside the name of the network on every page. */
export function MarkField({ kept, ...choosing }: Props) {
  return (
    <PictureField id="mark" keys={keys} largest={largestMark} isKept={kept.mark !== null} {...choosing}>
      <KeptMark kept={kept} />
    </PictureField>
  );
}

import { useState } from 'react';
import { Kept } from '../../../shared/forms/kept.js';
import { Loaded, RowsSkeleton } from '../../../shared/page/loaded.js';
import { useRead } from '../../../shared/session/queries.js';
import { useText } from '../../../shared/texts/use-text.js';
import { SettingsForm } from './settings-form.js';

/** The settings of the network at hand, to be changed. */
export function KeptSettings() {
  const text = useText();
  const settings = useRead('membership.networks.settings', {});
  const [saved, setSaved] = useState<number | null>(null);
  const [from, begin] = useState(0);
  const readAgain = async () => begin((await settings.refetch()).data?.version ?? 0);
  const onSaved = (version: number) => {
    setSaved(version);
    begin(version);
  };
  return (
    <Loaded query={settings} failed={text('settings.failed')} skeleton={<RowsSkeleton rows={8} />}>
      {(read) => (
        <Kept key={read.code} read={read} from={from}>
          {(kept) => <SettingsForm key={kept.version} kept={kept} saved={saved} onSaved={onSaved} onReadAgain={() => void readAgain()} />}
        </Kept>
      )}
    </Loaded>
  );
}

import type { KeptNetwork } from '@alianza/contracts/membership/settings/network-settings';
import { useState } from 'react';
import { upload } from '../../../shared/api/upload.js';
import { useApi } from '../../../shared/session/api.js';
import { useWrite } from '../../../shared/session/queries.js';
import { isProblem } from '../../../shared/api/problem.js';
import { saidBy, valuesOf, wrongIn, type NetworkValues } from '../api/network-values.js';
import type { PictureChoice } from '../../../shared/files/picture-field.js';

/** The settings of a network while somebody changes them. */
export function useNetworkForm(kept: KeptNetwork, onSaved: (version: number) => void) {
  const { caller } = useApi();
  const [values, setValues] = useState<NetworkValues>(() => valuesOf(kept));
  const [mark, chooseMark] = useState<PictureChoice>({ what: 'kept' });
  const [attempt, setAttempt] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const edit = useWrite('membership.networks.edit');
  const problems = wrongIn(values, false);
  const markUpload = async (): Promise<string | null | undefined> => {
    if (mark.what === 'kept') return undefined;
    return mark.what === 'none' ? null : (await upload(caller, 'network-mark', mark.file)).uploadId;
  };
  /** Whoever has read what a language's leaving means says so with the next attempt. */
  const save = async (seen: boolean) => {
    setAttempt(attempt + 1);
    setError(null);
    if (problems.length > 0) return;
    setBusy(true);
    try {
      const markUploadId = await markUpload();
      const leaving = seen ? kept.languages.filter((language) => !values.languages.includes(language)) : [];
      const input = { ...saidBy(values, kept), leaving, ...(markUploadId !== undefined && { markUploadId }) };
      onSaved((await edit.mutateAsync({ input, version: kept.version })).version);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  const change = (part: Partial<NetworkValues>) => setValues({ ...values, ...part });
  const asksAboutLanguage = isProblem(error, 'language-in-use');
  return { values, change, mark, chooseMark, attempt, problems, save, busy, error, asksAboutLanguage };
}

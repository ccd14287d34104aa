import type { UploadPurposeName } from '@alianza/contracts/gateway/uploads';
import { useState } from 'react';
import { Problem } from '../api/problem.js';
import { upload, type Uploaded } from '../api/upload.js';
import { useApi } from '../session/api.js';

interface Props {
  readonly purpose: UploadPurposeName;
  /** What is said where the service does not say why. */
  readonly failed: string;
  readonly onRefused: (message: string) => void;
  readonly onUploaded: (file: Uploaded) => unknown;
}

/** Sends a file as soon as it is chosen, so that what is wrong with it is known beside it; `sending` is its name on the way. */
export function useUpload({ purpose, failed, onRefused, onUploaded }: Props) {
  const { caller } = useApi();
  const [sending, setSending] = useState<string | null>(null);
  const send = async (file: File) => {
    setSending(file.name);
    try {
      await onUploaded(await upload(caller, purpose, file));
    } catch (error) {
      onRefused((error instanceof Problem ? (error.errors[0]?.detail ?? error.detail) : null) ?? failed);
    } finally {
      setSending(null);
    }
  };
  return { sending, send: (file: File) => void send(file) };
}

import type { UploadPurposeName } from '@alianza/contracts/gateway/uploads';
import { headersFor, type Caller } from './client.js';
import { Problem, problemOf } from './problem.js';

export interface Uploaded {
  readonly uploadId: string;
  readonly name: string;
  readonly size: number;
}

/** Stages one file for a purpose; whoever needs it attaches `uploadId` to a command within 24 hours. */
export async function upload(caller: Caller, purpose: UploadPurposeName, file: File): Promise<Uploaded> {
  const body = new FormData();
  body.append('file', file);
  const headers = await headersFor(caller);
  const response = await fetch(`/api/v1/${caller.network}/uploads?purpose=${purpose}&lang=${caller.language}`, {
    method: 'POST',
    headers,
    body,
  }).catch(() => {
    throw new Problem(0, { code: 'unreachable' });
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Uploaded;
}

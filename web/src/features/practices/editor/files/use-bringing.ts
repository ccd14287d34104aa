import type { UploadPurposeName } from '@alianza/contracts/gateway/uploads';
import type { Attachment, Picture } from '@alianza/contracts/repository/files/record-files';
import { useState } from 'react';
import { Problem } from '../../../../shared/api/problem.js';
import { upload } from '../../../../shared/api/upload.js';
import { fileSize } from '../../../../shared/format/size.js';
import { useApi } from '../../../../shared/session/api.js';
import { useText } from '../../../../shared/texts/use-text.js';
import { useEditing } from '../editor-context.js';

interface Bringing<Brought> {
  readonly purpose: UploadPurposeName;
  readonly operation: 'repository.pictures.add' | 'repository.attachments.add';
  /** Bytes that one may have. */
  readonly largest: number;
  /** How many more there may be. */
  readonly room: number;
  readonly onBrought: (file: Brought) => void;
}

/** Sends chosen files one after the other; what is wrong with one is said with its name, and the others go on. */
export function useBringing<Brought extends Picture | Attachment>({ purpose, operation, largest, room, onBrought }: Bringing<Brought>) {
  const text = useText();
  const { call, caller } = useApi();
  const { practice } = useEditing();
  const [sending, setSending] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);

  const bring = async (file: File): Promise<string | null> => {
    if (file.size > largest) return text('files.tooLarge', { name: file.name, maximum: fileSize(text.lang, largest) });
    setSending(file.name);
    try {
      const { uploadId } = await upload(caller, purpose, file);
      onBrought((await call(operation, { id: practice.id, uploadId })) as Brought);
      return null;
    } catch (error) {
      const reason = error instanceof Problem ? (error.errors[0]?.detail ?? error.detail) : null;
      return text('files.refused', { name: file.name, reason: reason ?? text('files.noAnswer') });
    }
  };
  const send = async (files: readonly File[]) => {
    const said: string[] = [];
    for (const file of files.slice(0, room)) said.push(...[await bring(file)].filter((one) => one !== null));
    if (files.length > room) said.push(text('files.tooMany', { count: files.length - room }));
    setSending(null);
    setRefused(said);
  };
  return { sending, refused, send: (files: readonly File[]) => void send(files) };
}

import type { UploadPurposeName } from '@alianza/contracts/gateway/uploads';
import type { Asked } from '../../edge.js';
import type { World } from '../../world.js';

/** The smallest thing that is a PDF (ISO 32000-1). */
export const smallPdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

interface Sent {
  name?: string;
  purpose?: UploadPurposeName;
  /** Who sends it; anybody where nobody is named. */
  person?: Asked;
}

export async function sendUpload(
  world: Pick<World, 'origin'>,
  network: string,
  bytes: Uint8Array,
  { name = 'carta.pdf', purpose = 'application-letter', person }: Sent = {},
) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const response = await fetch(`${world.origin}/api/v1/${network}/uploads?purpose=${purpose}`, {
    method: 'POST',
    body: form,
    headers: headersOf(person),
    signal: person?.signal ?? null,
  });
  return { status: response.status, body: (await response.json()) as { uploadId: string; code?: string } };
}

const headersOf = (person?: Asked): Record<string, string> => ({
  ...(person?.token !== undefined && { authorization: `Bearer ${person.token}` }),
  ...(person?.actingFor !== undefined && { 'alianza-acting-for': person.actingFor }),
});

export async function upload(world: World, network: string): Promise<string> {
  const { status, body } = await sendUpload(world, network, smallPdf);
  if (status !== 201) throw new Error(`the upload was refused: ${JSON.stringify(body)}`);
  return body.uploadId;
}

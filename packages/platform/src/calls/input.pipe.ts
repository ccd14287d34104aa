import type { PipeTransform } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { pointerTo, validate } from '@alianza/contracts/validate';
import type { z } from 'zod';
import { firstUnstorable } from '../data/storable.js';

/** Bytes → what the contract calls input. */
export class InputPipe implements PipeTransform<Uint8Array, unknown> {
  constructor(private readonly schema: z.ZodType) {}

  transform(bytes: Uint8Array): unknown {
    const given = parse(bytes);
    const path = firstUnstorable(given);
    if (path) throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: pointerTo(path), reason: 'wrong-format' }]);
    return validate(this.schema, given);
  }
}

function parse(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError(generalErrors['input-invalid'], {}, [{ pointer: '', reason: 'not-json' }]);
  }
}

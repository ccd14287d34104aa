import { Module } from '@nestjs/common';
import { EmbeddedDirectory } from './embedded.directory.js';
import { IDENTITY } from './identity-directory.js';

@Module({ providers: [{ provide: IDENTITY, useClass: EmbeddedDirectory }], exports: [IDENTITY] })
export class IdentityModule {}

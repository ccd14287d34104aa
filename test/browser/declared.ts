import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? '');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const found = (file: string, pattern: RegExp) => names(read(file), pattern);

/** Modules of the router that make a page; those with children only frame others. */
const making = /lazy: \(\) => import\('([^']+)\.js'\)(?!,\s*children)/g;
const router = read('web/src/app/router.tsx');
/** What three frames share: in each of them it is a page of its own. */
const [importing = ''] = router.match(/^const importing\b.*?^\];/ms) ?? [];
const kinds = names(router, /import\('([^']+)\.js'\), children: importing\b/g);
const imports = kinds.flatMap((kind) => names(importing, making).map((page) => `${kind}/${path.basename(page)}`));
const routed = [...names(router.replace(importing, ''), making), ...imports];
const elsewhere = found('web/src/app/router.tsx', /path: '[^']+', Component: (\w+)/g);
const written = found('web/src/public/pages.ts', /^import \{ (\w+Page) \}/gm);
const issued = found('infra/local/identity/pages/pages.ts', /^export const (\w+Page|dead)\b/gm);
const own = found('infra/local/identity/pages/change-password.ts', /^export const (\w+Page)\b/gm);
const mailed = found('infra/local/mailbox/pages.ts', /^export const (\w+Page)\b/gm);
const explained = found('services/gateway/src/problems/problem-page.ts', /^export function (\w+Page)\b/gm);

/** Whatever makes a page of the product, as its own tables name it: a new one has to be looked at before these specs are content. */
export const declaredPages: readonly string[] = [...routed, ...elsewhere, ...written, ...issued, ...own, ...mailed, ...explained];

import type { ServerResponse } from 'node:http';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup made here, as against text that came from anywhere. */
export class Html {
  constructor(readonly markup: string) {}

  toString = (): string => this.markup;
}

type Part = Html | string | number | null | false | readonly Html[];

const rendered = (part: Part): string => {
  if (part === null || part === false) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(({ markup }) => markup).join('');
  return String(part).replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
};

/** Markup with everything put into it escaped, unless it is markup too. */
export const html = (parts: TemplateStringsArray, ...values: readonly Part[]): Html =>
  new Html(String.raw({ raw: parts }, ...values.map(rendered)));

/** The five arms of the mark, one for each R of care. */
export const mark = html`<svg viewBox="2 2 20 20" aria-hidden="true" focusable="false">
  ${[0, 72, 144, 216, 288].map(
    (turn) => html`<path transform="rotate(${turn} 12 12.8)" d="M9.43 6.38a2.75 2.75 0 1 1 5.14 0l-1.5 3.93a1.15 1.15 0 0 1-2.14 0Z" />`,
  )}
</svg>`;

export interface Page {
  readonly lang: string;
  readonly title: string;
  readonly stylesheet: string;
  readonly body: Html;
}

export const document = ({ lang, title, stylesheet, body }: Page): Html =>
  html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="${stylesheet}" />
      </head>
      <body>
        ${body}
      </body>
    </html>`;

export const send = (response: ServerResponse, status: number, type: string, body: string | Buffer): void => {
  response.writeHead(status, { 'content-type': typeof body === 'string' ? `${type}; charset=utf-8` : type }).end(body);
};

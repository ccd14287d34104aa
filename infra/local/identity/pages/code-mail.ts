import { html } from '../../pages/html.js';
import { sayIn, type Lang } from './texts.js';

interface CodeMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** As the mails of the platform look; an address of styles would not be fetched by a mail reader. */
const body =
  "margin:0;padding:24px 16px;background:#fbfaf7;color:#1d1a26;font:17px/1.55 'Source Sans 3',system-ui,sans-serif;overflow-wrap:anywhere";
const name = "margin:0 0 16px;padding-bottom:12px;border-bottom:4px solid #5a2a6b;font:600 20px/1.2 'Source Serif 4',Georgia,serif";
const digits = 'margin:16px 0;font:600 28px/1.2 ui-monospace,monospace;letter-spacing:.15em';

/** The code with which whoever reads the mail chooses a password: the one mail that the issuer sends by itself. */
export function codeMail(lang: Lang, code: string): CodeMail {
  const say = sayIn(lang);
  const subject = say('mailSubject', { code });
  const [head, terms] = [say('mailHead'), say('mailTerms')];
  const page = html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${subject}</title>
      </head>
      <body style="${body}">
        <div style="max-width:36rem;margin:0 auto">
          <p style="${name}">${say('brand')}</p>
          <p>${head}</p>
          <p style="${digits}">${code}</p>
          <p>${terms}</p>
        </div>
      </body>
    </html>`;
  return { subject, text: `${head} ${code}\n\n${terms}\n`, html: page.markup };
}

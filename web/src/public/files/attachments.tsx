import { attachmentAddress } from '@alianza/contracts/repository/files/picture-files';
import type { PublishedPractice } from '@alianza/contracts/repository/practices';
import { sentenceCase } from '../../shared/format/lists.js';
import { languageName } from '../../shared/format/names.js';
import { fileSize } from '../../shared/format/size.js';
import { useText } from '../../shared/texts/use-text.js';
import type { NetworkVisit } from '../visit.js';

interface Props {
  readonly practice: Pick<PublishedPractice, 'slug' | 'attachments'>;
  readonly visit: NetworkVisit;
}

/** What is taken along: its title, and beside it what a reader wants to know before: kind, size, language. */
export function Attachments({ practice: { slug, attachments }, visit }: Props) {
  const text = useText();
  if (attachments.length === 0) return null;
  const inWords = (code: string) => (code === 'mul' ? text('practice.severalLanguages') : languageName(text.lang, code));
  return (
    <section>
      <h2>{text('files.attachments')}</h2>
      <div>
        <ul className="attachments">
          {attachments.map((file) => {
            const kind = file.name.slice(file.name.lastIndexOf('.') + 1).toUpperCase();
            const language = file.language === null ? [] : [sentenceCase(text.lang, inWords(file.language))];
            return (
              <li key={file.hash}>
                <a
                  href={attachmentAddress(visit.network.code, slug, file)}
                  lang={file.language === null || file.language === 'mul' || file.language === text.lang ? undefined : file.language}
                  type={file.type}
                  download
                >
                  {file.title}
                </a>
                <small>{[kind, fileSize(text.lang, file.size), ...language].join(' · ')}</small>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

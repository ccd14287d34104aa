import { expect, it } from '@jest/globals';
import type { SearchResult } from '@alianza/contracts/repository/search';
import { textIn } from '@alianza/texts/server';
import { renderToStaticMarkup } from 'react-dom/server';
import { TextProvider } from '../../shared/texts/use-text.js';
import { NewestPractices } from './newest-practices.js';
import { Questions } from './questions-list.js';

const shown = (totalIsLowerBound: boolean) =>
  renderToStaticMarkup(
    <TextProvider value={textIn('es')}>
      <Questions questions={[{ id: 'domestic-workers', href: '/x', total: 1000, isLowerBound: totalIsLowerBound }]} />
      <NewestPractices
        newest={{ items: [] } as unknown as SearchResult}
        all={{ total: 1000, totalIsLowerBound }}
        practicesHref="/y"
        repeated={{ total: 0, href: '/z' }}
      />
    </TextProvider>,
  );

it('the home page says that there are more where not all were counted', () => {
  expect(shown(false)).not.toMatch(/más de 1/i);
  expect(shown(true).match(/más de 1[\s.]?000 registros/gi)).toHaveLength(2);
});

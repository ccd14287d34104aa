import { tryRule } from '../rule-tester.js';
import { webLayers } from './web-layers.mjs';

const from = (file: string, target: string) => ({ filename: `/somewhere/web/src/${file}`, code: `import { a } from '${target}';` });
const wrong = (messageId: string, file: string, target: string) => ({ ...from(file, target), errors: [{ messageId }] });

tryRule('web-layers', webLayers, {
  valid: [
    from('app/router.tsx', '../features/notices/routes/notices.js'),
    from('features/notices/api/list.ts', '../../../shared/api/client.js'),
    from('features/notices/api/list.ts', '../components/notice.js'),
    from('public/home/home-page.tsx', '../../shared/mark/mark.js'),
    from('shared/page/failure.tsx', '../texts/use-text.js'),
    from('entry-server.tsx', './app/router.js'),
    from('shared/page/failure.tsx', 'react'),
    { filename: '/somewhere/services/a/src/shared/one.ts', code: "import { a } from '../features/a/b.js';" },
  ],
  invalid: [
    wrong('upwards', 'shared/page/failure.tsx', '../../features/notices/api/list.js'),
    wrong('upwards', 'shared/page/failure.tsx', '../../app/router.js'),
    wrong('upwards', 'features/notices/api/list.ts', '../../../app/router.js'),
    wrong('upwards', 'public/home/home-page.tsx', '../../features/notices/api/list.js'),
    wrong('sideways', 'features/notices/api/list.ts', '../../reviews/api/list.js'),
    {
      filename: '/somewhere/web/src/shared/page/failure.tsx',
      code: "const load = () => import('../../app/router.js');",
      errors: [{ messageId: 'upwards' }],
    },
  ],
});

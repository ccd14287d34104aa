import { tryRule } from '../rule-tester.js';
import { webTexts } from './web-texts.mjs';

const wrong = (code: string) => ({ code, errors: [{ messageId: 'text' }] });

tryRule('web-texts', webTexts, {
  valid: [
    "<h1>{t('home.title')}</h1>",
    '<p>· {count} /</p>',
    '<img alt="" src="logo.svg" />',
    '<div className="card" id="results" />',
    "<p className={open ? 'open' : 'shut'}>{open ? t('a') : t('b')}</p>",
    "<button aria-label={t('menu.open')}>×</button>",
  ],
  invalid: [
    wrong('<h1>Prácticas</h1>'),
    wrong("<h1>{'Prácticas'}</h1>"),
    wrong('<h1>{`Página ${page}`}</h1>'),
    wrong("<p>{open ? 'Cerrar' : t('open')}</p>"),
    wrong("<p>{name || 'Sin nombre'}</p>"),
    wrong('<>Hola</>'),
    wrong('<button aria-label="Abrir">×</button>'),
    wrong("<input placeholder={'Buscar'} />"),
    wrong("<Field label={wide ? 'Nombre completo' : t('name')} />"),
    wrong('<img alt="Mapa" src="map.svg" />'),
  ],
});

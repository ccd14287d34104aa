import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { examine } from './sights/examine.js';
import { expectNonceOnce, inBoth } from './policy.js';
import { identitySights, localSights } from './sights/local.js';
import { publicSights, visitorSights } from './sights/public.js';
import { operatorSights } from './sights/settings.js';
import { memberSights, secretariatSights } from './sights/workspace.js';
import { openStage, type Stage } from './stage.js';

jest.setTimeout(30_000);

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());

examine(() => stage, [...memberSights, ...secretariatSights, ...operatorSights]);
examine(() => stage, [...identitySights, ...localSights]);

it('the pages looked at in both languages are there', () => {
  const named = [...publicSights, ...visitorSights, ...memberSights, ...secretariatSights, ...identitySights, ...localSights];
  expect(named.filter(({ name }) => inBoth.includes(name)).length).toBe(inBoth.length);
});

it.each([...memberSights, ...secretariatSights])('a nonce is lent once: $name', (sight) => expectNonceOnce(stage, sight));

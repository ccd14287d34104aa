import { describe, expect, it } from '@jest/globals';
import { schemaOrg } from './schema-org.js';
import { faultsOfLinkedData } from './validate.js';

const context = { '@context': 'https://schema.org' };

describe('the terms written down', () => {
  it('are kinds of each other', () => {
    for (const { of } of Object.values(schemaOrg)) expect(of === null || of in schemaOrg).toBe(true);
  });
});

describe('linked data', () => {
  it('is as the vocabulary has it, with what a type is a kind of', () => {
    const author = { '@type': 'Organization', name: 'Red', location: { '@type': 'Country', name: 'México' } };
    expect(faultsOfLinkedData({ ...context, '@type': 'Report', '@id': 'https://a.example/1', name: 'Uno', author: [author] })).toEqual([]);
  });

  it.each([
    [{ '@type': 'Article' }, '@context: undefined'],
    [{ ...context, '@type': 'Practice' }, '$: "Practice" is no type'],
    [{ ...context, '@type': 'Article', '@id': 'uno' }, '$: @id "uno"'],
    [{ ...context, '@type': 'Article', legislationDate: '2024-01-01' }, '$: Article has no legislationDate'],
    [{ ...context, '@type': 'Article', url: '/practicas' }, '$.url: "/practicas" is no URL'],
    [{ ...context, '@type': 'Article', name: '' }, '$.name: "" is no Text'],
    [{ ...context, '@type': 'Article', name: null }, '$.name: null is no Text'],
    [{ ...context, '@type': 'Article', keywords: [] }, '$.keywords: empty'],
    [{ ...context, '@type': 'Article', datePublished: '2024' }, '$.datePublished: "2024" is no Date|DateTime'],
    [{ ...context, '@type': 'ImageObject', width: 640 }, '$.width: 640 is no Distance|QuantitativeValue'],
    [{ ...context, '@type': 'Article', author: { '@type': 'Country', name: 'MX' } }, '$.author: a Country is no Organization|Person'],
    [{ ...context, '@type': 'Article', author: { '@type': 'Organization', headline: 'x' } }, '$.author: Organization has no headline'],
  ])('%j is not', (data, fault) => {
    expect(faultsOfLinkedData(data)).toEqual([fault]);
  });
});

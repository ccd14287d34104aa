import { defineEntity, p } from '@mikro-orm/postgresql';
import type { EditedConcept, Labels, Scheme, Synonyms } from '@alianza/contracts/repository/taxonomy';
import { tenant, tenantProperties } from '@alianza/platform/data/tenancy';

const ConceptSchema = defineEntity({
  name: 'Concept',
  tableName: 'taxonomy_concept',
  ...tenant,
  uniques: [{ name: 'taxonomy_concept_id', properties: ['networkId', 'scheme', 'concept'] }],
  properties: {
    id: p.uuid().primary(),
    ...tenantProperties,
    scheme: p.text().$type<Scheme>(),
    /** What records are marked with; it never changes. */
    concept: p.text(),
    /** Null while the network calls it as the product does. */
    labels: p.json<Labels>().nullable(),
    synonyms: p.json<Synonyms>(),
    place: p.double(),
    startsOn: p.date().nullable(),
    endsOn: p.date().nullable(),
    retired: p.boolean(),
    changedAt: p.datetime(),
    changedBy: p.uuid(),
    version: p.integer().version(),
  },
});

export type Said = Pick<EditedConcept, 'synonyms' | 'from' | 'until' | 'retired'> & { readonly labels: Labels | null };

/** What a network says of a concept: of its own, or of one that the product brings. */
export class Concept extends ConceptSchema.class {
  say({ labels, synonyms, from, until, retired }: Said, by: string, at: Date): void {
    this.labels = labels;
    this.synonyms = synonyms;
    this.startsOn = from;
    this.endsOn = until;
    this.retired = retired;
    this.touch(by, at);
  }

  put(place: number, by: string, at: Date): void {
    this.place = place;
    this.touch(by, at);
  }

  private touch(by: string, at: Date): void {
    this.changedBy = by;
    this.changedAt = at;
  }
}
ConceptSchema.setClass(Concept);

import { Migration } from '@mikro-orm/migrations';

/** Who disabled a person; and the people of a network are looked for from the network. */
export class Migration0021 extends Migration {
  override up(): void {
    this.addSql('alter table person add column disabled_by uuid');
    this.addSql('create index person_network_of_network on person_network (network_id)');
  }
}

/**
 * What claims are looked up by has a table of its own, a key a row, so that the newest claims of a key are read from
 * its index alone; standings carry the dimensions they are summed by, so that a total reads one table; and records
 * carry the labels that lists are narrowed by.
 */
export const lookUpSchema = `
  create table claim_keys (key int not null, claim bigint not null);
  insert into claim_keys (key, claim) select key, sequence from claims, unnest(keys) key order by key, sequence;
  create index claim_keys_key on claim_keys (key, claim);
  drop index claims_keys;
  alter table claims drop column keys;

  create table standings (record text collate "C" not null, definition text not null, why text, currency text, digits smallint, minor numeric, day text, dataset text, by_provider text not null, by_recipient text not null, by_aid text not null, by_stage text not null, by_year text not null, by_month text not null, by_channel text not null, by_currency text not null);
  insert into standings select s.record, s.definition, s.why, s.currency, s.digits, s.minor, s.day, r.dataset, r.dimensions[1], r.dimensions[2], r.dimensions[3], r.dimensions[4], r.dimensions[5], r.dimensions[6], r.dimensions[7], r.dimensions[8] from record_standings s join records r on r.id = s.record;
  drop table record_standings;
  alter table standings rename to record_standings;
  create index record_standings_record on record_standings (record);

  alter table records drop column dimensions, drop column dataset, drop column currency, drop column minor, drop column digits;
  update records r set providers = labels.providers, recipients = labels.recipients from (
    select b.id, array(select p->>'label' from json_array_elements(b.body::json->'fields'->'provider') p) as providers, array(select p->>'label' from json_array_elements(b.body::json->'fields'->'recipient') p) as recipients
    from record_bodies b join records k on k.id = b.id where k.kind = 'commitment' and b.body !~ '\\\\u(0000|[dD][89a-fA-F])'
  ) labels where labels.id = r.id;
  create index records_providers on records using gin (providers) where kind = 'commitment';
  create index records_recipients on records using gin (recipients) where kind = 'commitment'`

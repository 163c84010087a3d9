/** Standings by definition in tables of their own: a total runs on one definition, and reads its rows alone. */
export const standingsSchema = `
  alter table record_standings rename to standings_together;
  drop index record_standings_record;
  create table record_standings (record text collate "C" not null, definition text not null, why text, currency text, digits smallint, minor numeric, day text, dataset text, by_provider text not null, by_recipient text not null, by_aid text not null, by_stage text not null, by_year text not null, by_month text not null, by_channel text not null, by_currency text not null) partition by list (definition);
  create table standings_promised partition of record_standings for values in ('promised');
  create table standings_allocated partition of record_standings for values in ('allocated');
  create table standings_delivered partition of record_standings for values in ('delivered');
  create table standings_other partition of record_standings default;
  insert into record_standings select * from standings_together;
  drop table standings_together;
  create index record_standings_record on record_standings (record)`

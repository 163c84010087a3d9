/**
 * The claims of one batch that share a key have one row, the newest of them first: claims of one thing come together, and
 * share most of their keys.
 */
export const keyRowsSchema = `
  drop index claim_keys_key;
  alter table claim_keys rename to keys_apart;
  create table claim_keys (key int not null, claims bigint[] not null);
  insert into claim_keys select key, array_agg(claim order by claim desc) from (select key, claim, (row_number() over (partition by key order by claim) - 1) / 100 as part from keys_apart) k group by key, part order by key, part;
  drop table keys_apart;
  create index claim_keys_key on claim_keys (key, (claims[1]))`

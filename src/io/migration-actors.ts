/**
 * A wide register of actors, for names that the reference data do not hold. Look-alikes are found by trigrams; a server
 * without that extension finds exact names alone.
 */
export const actorsSchema = `
  create table actors (id text collate "C" primary key, type text not null, name text not null, country text, source text not null, grade text not null);
  create table actor_names (actor text collate "C" not null, name text not null, folded text collate "C" not null, primary key (folded, actor, name));
  create index actor_names_actor on actor_names (actor);
  do $$ begin create extension if not exists pg_trgm; exception when others then raise notice 'pg_trgm is not to be had: look-alikes are not proposed'; end $$;
  do $$ begin if exists (select from pg_extension where extname = 'pg_trgm') then create index actor_names_like on actor_names using gin (folded gin_trgm_ops); end if; end $$`

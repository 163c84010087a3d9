/**
 * What is searched has a table of its own: a row for a document, with its text and the names that its claims were resolved
 * to, and a row for each part of many claims, or of claims that were drawn from it later. The claims of a row stand in the
 * chain from its place to its last.
 */
export const passagesSchema = `
  create table passages (place bigint primary key, last bigint not null, document text collate "C" not null, search tsvector not null);
  alter table passages alter column search set storage external;
  create temporary table parts on commit drop as
    with runs as (select document, sequence, search, sequence - row_number() over (partition by document order by sequence) as run from claims),
      parted as (select document, sequence, search, run, (sequence - min(sequence) over (partition by document, run)) / 200 as part from runs)
    select document, min(sequence) as place, max(sequence) as last, array_agg(distinct lexeme) as words, count(*) over (partition by document, run) as parts
    from parted left join lateral (select lexeme from unnest(search)) w on true group by document, run, part;
  insert into passages
    select d.sequence, coalesce(p.last, d.sequence), d.id, case when p.words is null then d.search else d.search || array_to_tsvector(array(select word from unnest(p.words) word where word is not null except select lexeme from unnest(d.search))) end
    from documents d left join parts p on p.document = d.id and p.parts = 1 and p.place = d.sequence + 1;
  insert into passages
    select p.place, p.last, p.document, array_to_tsvector(array_remove(p.words, null)) from parts p where not exists (select from documents d where d.id = p.document and p.parts = 1 and p.place = d.sequence + 1);
  alter table documents drop column search;
  alter table claims drop column search;
  create index passages_search on passages using gin (search)`

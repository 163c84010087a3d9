/**
 * Figures of datasets that are no commitments. Each import is a link of a chain of hashes over its rows; a figure is
 * corrected or withdrawn by a later row of the same key.
 */
export const figuresSchema = `
  create table figure_head (one boolean primary key default true check (one), import bigint not null, hash text not null);
  insert into figure_head (import, hash) values (0, '');
  create table figure_imports (import bigint primary key, document text collate "C" not null unique, dataset text not null, release text not null, recorded text collate "C" not null, rows bigint not null, hash text not null);
  create table figures (sequence bigint generated always as identity primary key, import bigint not null, dataset text collate "C" not null, release text not null, series text collate "C" not null, subject text collate "C" not null, detail text collate "C" not null, period text collate "C" not null, value text, unit text not null, status text not null, document text collate "C" not null, sheet text, line int, place int, starts int, ends int, exact text);
  create index figures_key on figures (dataset, series, subject, detail, period, sequence desc);
  create index figures_import on figures (import);
  create trigger append_only before update or delete or truncate on figure_imports for each statement execute function refuse_change();
  create trigger append_only before update or delete or truncate on figures for each statement execute function refuse_change()`

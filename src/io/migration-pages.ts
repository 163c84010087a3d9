/**
 * Fetches of addresses, and which documents are versions of one page. Feed items share the address of their page and
 * are no versions of it.
 */
export const pagesSchema = `
  create table fetches (id bigint generated always as identity primary key, address text collate "C" not null, host text not null, at text collate "C" not null, final text, status int, etag text, modified text, content_type text, bytes_hash text, outcome text not null, issue text, retry_after text);
  create index fetches_address on fetches (address, id desc);
  create index fetches_host on fetches (host, id desc) where retry_after is not null;
  create table page_versions (address text collate "C" not null, document text collate "C" not null, retrieved text collate "C" not null, primary key (address, document, retrieved));
  create index page_versions_document on page_versions (document);
  create index entries_reopened on entries (record) where event = 'reopened';
  insert into page_versions (address, document, retrieved)
    select url, id, body::json->>'retrieved' from documents where url is not null and body::json->>'retrieved' is not null and body::json->>'reader' not like 'feed%'`

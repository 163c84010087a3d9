import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { genesis } from '../ledger/chain.ts'
import { countedBySchema } from './recount.ts'
import { schema, writer, type Database } from './database.ts'
import { lookUpSchema } from './migration-look-up.ts'
import { actorsSchema } from './migration-actors.ts'
import { claimRecordsSchema } from './migration-claim-records.ts'
import { figuresSchema } from './migration-figures.ts'
import { keyRowsSchema } from './migration-key-rows.ts'
import { pagesSchema } from './migration-pages.ts'
import { passagesSchema } from './migration-passages.ts'
import { standingsSchema } from './migration-standings.ts'
import { storiesSchema } from './migration-stories.ts'

/** Every step of the schema by name, in order; a step that was released is never changed. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-ledger': { up: ledger },
  '0002-look-up': { up: (db) => run(db, lookUpSchema) },
  '0003-pages': { up: (db) => run(db, pagesSchema) },
  '0004-figures': { up: (db) => run(db, figuresSchema) },
  '0005-stories': { up: (db) => run(db, storiesSchema) },
  '0006-actors': { up: (db) => run(db, actorsSchema) },
  '0007-counted-by': { up: (db) => run(db, countedBySchema) },
  '0008-standings': { up: (db) => run(db, standingsSchema) },
  '0009-passages': { up: (db) => run(db, passagesSchema) },
  '0010-claim-records': { up: (db) => run(db, claimRecordsSchema) },
  '0011-key-rows': { up: (db) => run(db, keyRowsSchema) },
}

const statements = (text: string) => text.split(/;\s*\n/).map((s) => s.trim()).filter((s) => s !== '')

async function run(db: Kysely<unknown>, text: string): Promise<void> {
  for (const statement of statements(text)) await sql.raw(statement).execute(db)
}

/** The bodies of records have a table apart, so that counts and totals read a tenth of the pages. */
async function ledger(db: Kysely<unknown>): Promise<void> {
  await run(db, `
    create table chain_head (one boolean primary key default true check (one), sequence bigint not null, batch bigint not null, recorded text not null, hash text not null, documents bigint not null, claims bigint not null, entries bigint not null);
    insert into chain_head (sequence, batch, recorded, hash, documents, claims, entries) values (${genesis.sequence}, ${genesis.batch}, '${genesis.recorded}', '${genesis.hash}', 0, 0, 0);
    create table batches (batch bigint primary key, recorded text collate "C" not null, first bigint not null, last bigint not null, hash text not null);
    create index batches_recorded on batches (recorded);

    create table documents (sequence bigint primary key, batch bigint not null, hash text not null, id text collate "C" not null unique, bytes_hash text not null, label text not null, title text, publisher text, published text, language text, url text, search tsvector not null, body text not null);
    create index documents_search on documents using gin (search);

    create table claims (sequence bigint primary key, batch bigint not null, hash text not null, id text collate "C" not null unique, document text collate "C" not null, kind text not null, method text not null, keys int[] not null, search tsvector not null, body text not null);
    create index claims_document on claims (document);
    create index claims_keys on claims using gin (keys);
    create index claims_search on claims using gin (search);
    create table claim_runs (claim text collate "C" not null, method text not null, recorded text not null, primary key (claim, method));

    create table entries (sequence bigint primary key, batch bigint not null, hash text not null, id text collate "C" not null unique, record text collate "C" not null, kind text not null, event text not null, body text not null);
    create index entries_record on entries (record, sequence);
    create table entry_claims (claim text collate "C" not null, record text collate "C" not null, entry bigint not null);
    create index entry_claims_claim on entry_claims (claim);
    create table record_pairs (a text collate "C" not null, b text collate "C" not null, primary key (a, b));
    create index record_pairs_b on record_pairs (b);

    create table records (id text collate "C" primary key, kind text not null, state text not null, into_id text collate "C", day text collate "C" not null, first bigint not null, providers text[] not null, recipients text[] not null, aid text, currency text, minor numeric, digits smallint, dataset text, dimensions text[] not null);
    create table record_bodies (id text collate "C" primary key, body text not null);
    create index records_list on records (kind, day desc, id);
    create index records_into on records (into_id) where into_id is not null;
    create table record_standings (record text collate "C" not null, definition text not null, why text, currency text, digits smallint, minor numeric, day text);
    create index record_standings_record on record_standings (record);
    create table open_names (name text not null, type text not null, document text collate "C" not null, claim text collate "C" not null);
    create index open_names_name on open_names (name, type);
    create table quarantine (bytes_hash text not null, label text not null, issues text not null, recorded text not null, primary key (bytes_hash, label));
    create table runs (id bigint generated always as identity primary key, command text not null, report text not null, recorded text not null)`)
  for (const table of ['batches', 'documents', 'claims', 'entries']) await appendOnly(db, table)
}

/** For everybody, the owner included: who wants to change history must first take the trigger away, in the open. */
async function appendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  await sql.raw(`create or replace function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'the ledger is append-only: % of % refused', tg_op, tg_table_name; end $$`).execute(db)
  await sql.raw(`create trigger append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`).execute(db)
}

const grants = `
  grant usage on schema ${schema} to ${writer};
  grant select, insert on all tables in schema ${schema} to ${writer};
  grant usage on all sequences in schema ${schema} to ${writer};
  grant update on chain_head, figure_head, counted_by to ${writer};
  grant update, delete on records, record_bodies, record_standings, entry_claims, open_names, quarantine, document_stories, actors, actor_names to ${writer}`

/**
 * Brings the schema to its newest step; several processes may do so at once. Runs as the owner of the database.
 * @param step the step to stop at, where it is not the newest
 * @returns false when the server does not let us make the writer's role: then the triggers alone guard the ledger
 */
export async function migrate(db: Kysely<Database>, step?: string): Promise<boolean> {
  await sql.raw(`create schema if not exists ${schema}`).execute(db).catch(ignoreRace)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) }, migrationTableSchema: schema })
  const { error, results } = step === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(step)
  if (error) throw new Error(`The database could not be brought up to date: ${(error as Error).message ?? String(error)}`, { cause: error })
  return await ensureWriter(db, (results ?? []).length > 0)
}

async function ensureWriter(db: Kysely<Database>, changed: boolean): Promise<boolean> {
  try {
    const { rows } = await sql<{ there: boolean }>`select exists (select from pg_roles where rolname = ${writer}) as there`.execute(db)
    if (!rows[0]!.there) await sql.raw(`create role ${writer} nologin`).execute(db).catch(ignoreRace)
    const { rows: owner } = await sql<{ granted: boolean }>`select has_table_privilege(${writer}, 'chain_head', 'update') as granted`.execute(db)
    if (changed || !owner[0]!.granted) for (const grant of statements(grants)) await sql.raw(grant).execute(db)
    await sql.raw(`grant ${writer} to current_user`).execute(db)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return false
    throw error
  }
}

/** Two processes made the same thing at the same moment: it is there, which is all we want. */
function ignoreRace(error: unknown): void {
  if (!['42710', '42P06', '23505'].includes((error as { code?: string }).code ?? '')) throw error
}

/**
 * The record of a claim that came with its entry stands beside the claim; entries of other claims keep a row that leads from
 * the claim to them.
 */
export const claimRecordsSchema = `
  alter table claims add column record text collate "C"`

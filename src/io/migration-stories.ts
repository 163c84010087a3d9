/**
 * Which story each document belongs to. Bands are kept of the texts that others are compared with: the first of a story,
 * and those that differ from it so much that they reach further. A thousand copies are compared with one.
 */
export const storiesSchema = `
  create table document_stories (document text collate "C" primary key, story text collate "C" not null, agency text);
  create index document_stories_story on document_stories (story);
  create table story_bands (band int not null, document text collate "C" not null);
  create index story_bands_band on story_bands (band) include (document)`

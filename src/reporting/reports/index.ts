export { default as meetingBrief } from './meeting-brief.ts'
export { default as releaseNotes } from './release-notes.ts'

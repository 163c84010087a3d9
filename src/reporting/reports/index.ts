export { default as meetingBrief } from './meeting-brief.ts'

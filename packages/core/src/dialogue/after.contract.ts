import { z } from 'zod'
import { voices } from '../relation/relation.ts'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { meetingAgreementId, meetingId, meetingQuoteId, placeId, transcriptId } from '../shared/ids.ts'
import { spoken } from '../shared/spoken.schema.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { afterLimits, witnessQuestions } from './after.ts'
import { agreementStates, letterChoices, quoteUses } from './after-words.ts'
import { meetingRoles } from './dialogue.ts'
import { minutesSigns } from './minutes.ts'
import {
  transcriptFormats,
  transcriptLimits,
  transcriptNotes,
  transcriptProblems,
} from './transcript.shape.ts'

const instant = z.iso.datetime()
const inMeeting = z.object({ meeting: meetingId })
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const
const answerText = text(afterLimits.answerSigns)
/** By question; what is absent or empty was passed over. */
export const witnessAnswers = z.partialRecord(z.enum(witnessQuestions), answerText)

const reflection = z.object({
  place: placeId,
  answers: z.partialRecord(z.enum(witnessQuestions), z.string()),
  /** What she expected beforehand, beside how it turned out; empty when she said neither. */
  expected: z.string(),
  outcome: z.string(),
  answeredAt: instant,
  isLate: z.boolean(),
})

const quote = z.object({
  id: meetingQuoteId,
  place: placeId,
  use: z.enum(quoteUses),
  state: z.enum(['asked', 'approved', 'refused', 'withdrawn']),
  /** As it may be shown, or as it was asked while she has not answered; null when it is gone. */
  words: z.string().nullable(),
  askedAt: instant,
})

const agreement = z.object({
  id: meetingAgreementId,
  meeting: meetingId,
  meetingTitle: z.string(),
  owner: placeId.nullable(),
  ownerName: z.string(),
  ifText: z.string(),
  text: z.string(),
  dueOn: z.iso.date().nullable(),
  state: z.enum(agreementStates),
  madeAt: instant,
})
export type MeetingAgreement = z.infer<typeof agreement>

const minutes = z.object({
  version: z.int(),
  text: z.string(),
  madeAt: instant,
  state: z.enum(['asked', 'change-wanted', 'approved']),
  says: z.array(z.object({ place: placeId, says: z.enum(['yes', 'change']), words: z.string() })),
})

const place = z.object({
  id: placeId,
  name: z.string(),
  voice: z.enum(voices),
  role: z.enum(meetingRoles),
  /** Whether her words may be laid beside those of others. */
  mayAnalyse: z.boolean(),
})

/** What a meeting left behind, as far as the reader may see it. */
export const meetingAfter = z.object({
  questions: z.array(z.object({ key: z.enum(witnessQuestions), ask: spoken, hint: spoken })),
  outcomeQuestion: spoken,
  /** Null while it goes on: nothing was asked yet. */
  window: z.object({ askedAt: instant, closesAt: instant, endsAt: instant }).nullable(),
  places: z.array(place),
  own: placeId.nullable(),
  /** Of how many places asked so many answered. Who has not is nobody's business. */
  asked: z.int(),
  answered: z.int(),
  reflections: z.array(reflection),
  ownReflection: z
    .object({
      state: z.enum(['open', 'late', 'answered', 'withdrawn', 'ended']),
      answers: z.partialRecord(z.enum(witnessQuestions), z.string()),
      expected: z.string(),
      outcome: z.string(),
      letter: z.enum(letterChoices),
    })
    .nullable(),
  /** Null until it may be told. */
  worth: z.object({ yes: z.int(), partly: z.int(), no: z.int() }).nullable(),
  quotes: z.array(quote),
  agreements: z.array(agreement),
  /** What lies open on cards of the step that asks for it and is no agreement yet; without who wrote it. */
  proposals: z.array(z.string()),
  topics: z.array(z.string()),
  minutes: minutes.nullable(),
  letter: z.object({
    sentAt: instant.nullable(),
    opening: z.string(),
    /** What the hosts read: only words of whom said yes. */
    parts: z.array(
      z.object({ name: z.string().nullable(), question: z.enum(witnessQuestions), words: z.string() }),
    ),
  }),
  transcripts: z.array(
    z.object({ id: transcriptId, title: z.string(), turns: z.int(), kept: z.int(), at: instant }),
  ),
  may: z.object({ end: z.boolean(), write: z.boolean() }),
})
export type MeetingAfter = z.infer<typeof meetingAfter>

const ownReflection = z.strictObject({
  answers: witnessAnswers,
  outcome: answerText,
  letter: z.enum(letterChoices),
})
export type OwnReflection = z.infer<typeof ownReflection>

const agreementFields = {
  owner: placeId.nullable(),
  ifText: text(500),
  text: requiredText(500),
  dueOn: z.iso.date().nullable(),
}
/** A file as it is: base64 of its bytes, at most 8 MB of them. */
const file = z
  .string()
  .max(11_200_000)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
const fileLimit = 12_000_000
const label = z.string().min(1).max(transcriptLimits.label)

/** What a transcript holds, told before anything of it is kept. */
export const transcriptLook = z.object({
  problem: z.enum(transcriptProblems).nullable(),
  format: z.enum([...transcriptFormats, 'word']).nullable(),
  lines: z.int(),
  speakers: z.array(
    z.object({
      label: z.string(),
      lines: z.int(),
      signs: z.int(),
      example: z.string(),
      place: placeId.nullable(),
    }),
  ),
  notes: z.array(z.object({ line: z.int(), code: z.enum(transcriptNotes), value: z.string() })),
  /** Notes beyond those that are told. */
  moreNotes: z.int(),
})
export type TranscriptLook = z.infer<typeof transcriptLook>

export const afterEndpoints = {
  getMeetingAfter: {
    id: 'getMeetingAfter',
    method: 'GET',
    path: '/api/meetings/:meeting/after',
    summary: 'What a meeting left behind: reflections, quotes, agreements, minutes, the letter',
    params: inMeeting,
    response: meetingAfter,
    errors: refusals,
  },
  getMeetingOpening: {
    id: 'getMeetingOpening',
    method: 'GET',
    path: '/api/meetings/:meeting/opening',
    summary: 'What a meeting begins with: open agreements and topics of earlier meetings of the same people',
    params: inMeeting,
    response: z.object({
      agreements: z.array(agreement),
      topics: z.array(z.object({ text: z.string(), meetingTitle: z.string() })),
    }),
    errors: refusals,
  },
  endMeeting: {
    id: 'endMeeting',
    method: 'POST',
    path: '/api/meetings/:meeting/ended',
    summary:
      'End a meeting: everyone who was there gets the four questions the same day. A repeat changes nothing.',
    params: inMeeting,
    response: done,
    errors: [...refusals, 'conflict'],
  },
  writeReflection: {
    id: 'writeReflection',
    method: 'PUT',
    path: '/api/meetings/:meeting/reflection',
    summary: 'Answer the four questions oneself; until the end of the window it can be changed',
    params: inMeeting,
    body: ownReflection,
    bodyLimit: 256 * 1024,
    response: meetingAfter,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  withdrawReflection: {
    id: 'withdrawReflection',
    method: 'DELETE',
    path: '/api/meetings/:meeting/reflection',
    summary: 'Take back what one wrote: nothing of it is kept',
    params: inMeeting,
    response: meetingAfter,
    errors: refusals,
  },
  askQuote: {
    id: 'askQuote',
    method: 'POST',
    path: '/api/meetings/:meeting/quotes',
    summary:
      'Ask a speaker whether her words may be shown elsewhere. Until she says yes they are shown nowhere.',
    params: inMeeting,
    body: z.strictObject({
      id: meetingQuoteId,
      place: placeId,
      words: requiredText(2000),
      use: z.enum(quoteUses),
    }),
    response: meetingAfter,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  decideQuote: {
    id: 'decideQuote',
    method: 'PUT',
    path: '/api/meetings/:meeting/quotes/:quote',
    summary: 'Say yes, yes in other words, or no to showing one’s own words; later take it back',
    params: inMeeting.extend({ quote: meetingQuoteId }),
    body: z.strictObject({ decision: z.enum(['yes', 'changed', 'no', 'withdraw']), words: text(2000) }),
    response: meetingAfter,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  agreeInMeeting: {
    id: 'agreeInMeeting',
    method: 'POST',
    path: '/api/meetings/:meeting/agreements',
    summary: 'Write down what was agreed, by whom, when, and in what case',
    params: inMeeting,
    body: z.strictObject({ id: meetingAgreementId, ...agreementFields }),
    response: meetingAfter,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  changeMeetingAgreement: {
    id: 'changeMeetingAgreement',
    method: 'PUT',
    path: '/api/meetings/:meeting/agreements/:agreement',
    summary: 'Say how it went with an agreement',
    params: inMeeting.extend({ agreement: meetingAgreementId }),
    body: z.strictObject({ state: z.enum(agreementStates) }),
    response: done,
    errors: [...refusals, 'invalid-input'],
  },
  carryTopics: {
    id: 'carryTopics',
    method: 'PUT',
    path: '/api/meetings/:meeting/topics',
    summary: 'Say what was not talked about: the next meeting of these people begins with it',
    params: inMeeting,
    body: z.strictObject({ topics: z.array(requiredText(200)).max(20) }),
    response: meetingAfter,
    errors: [...refusals, 'invalid-input'],
  },
  writeMinutes: {
    id: 'writeMinutes',
    method: 'POST',
    path: '/api/meetings/:meeting/minutes',
    summary: 'Write a version of the minutes; everyone who was there is asked whether it is right',
    params: inMeeting,
    body: z.strictObject({ version: z.int().min(1).max(1000), text: requiredText(minutesSigns) }),
    bodyLimit: 256 * 1024,
    response: meetingAfter,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  sayOfMinutes: {
    id: 'sayOfMinutes',
    method: 'PUT',
    path: '/api/meetings/:meeting/minutes',
    summary: 'Say yes to the newest minutes, or what should change',
    params: inMeeting,
    body: z.strictObject({
      version: z.int().min(1).max(1000),
      says: z.enum(['yes', 'change']),
      words: text(1000),
    }),
    response: meetingAfter,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  sendLetter: {
    id: 'sendMeetingLetter',
    method: 'POST',
    path: '/api/meetings/:meeting/letter',
    summary: 'Give the hosts what people wrote, of whom said yes to that',
    params: inMeeting,
    body: z.strictObject({ opening: text(1000) }),
    response: meetingAfter,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  lookAtTranscript: {
    id: 'lookAtTranscript',
    method: 'POST',
    path: '/api/meetings/:meeting/transcript-look',
    summary: 'Read a transcript without keeping anything of it: who speaks, and what stands out',
    params: inMeeting,
    body: z.strictObject({ file }),
    bodyLimit: fileLimit,
    response: transcriptLook,
    errors: [...refusals, 'invalid-input'],
  },
  takeTranscript: {
    id: 'takeTranscript',
    method: 'POST',
    path: '/api/meetings/:meeting/transcripts',
    summary: 'Take a transcript in: words of whom gave no consent are not kept, only that they are missing',
    params: inMeeting,
    body: z.strictObject({
      id: transcriptId,
      title: requiredText(120),
      file,
      speakers: z.array(z.strictObject({ label, place: placeId.nullable() })).max(transcriptLimits.speakers),
    }),
    bodyLimit: fileLimit,
    response: z.object({ kept: z.int(), withoutConsent: z.int(), nobodyKnown: z.int() }),
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  removeTranscript: {
    id: 'removeTranscript',
    method: 'DELETE',
    path: '/api/meetings/:meeting/transcripts/:transcript',
    summary: 'Remove a transcript with all its words',
    params: inMeeting.extend({ transcript: transcriptId }),
    response: meetingAfter,
    errors: refusals,
  },
} as const satisfies Record<string, Endpoint>

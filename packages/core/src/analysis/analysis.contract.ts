import { z } from 'zod'
import { meetingRoles } from '../dialogue/dialogue.ts'
import { voices } from '../relation/relation.ts'
import { done, type Endpoint } from '../shared/endpoint.ts'
import {
  analysisId,
  codeId,
  documentId,
  meetingId,
  memberId,
  passageId,
  personId,
  relationId,
} from '../shared/ids.ts'
import { bilingual } from '../shared/spoken.schema.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { analysisLimits as limits, sourceKinds } from './analysis.ts'
import { analysisChange, code, coding, deedDone, deedId, memo, pastDeed } from './deed.contract.ts'

const version = z.int().min(1).max(2_147_483_646)
const count = z.int().min(0)
export const inAnalysis = z.object({ analysis: analysisId })
const ofDocument = inAnalysis.extend({ document: documentId })
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const

const sources = z.strictObject({
  meetings: z.array(meetingId).max(200),
  relations: z.array(relationId).max(200),
  kinds: z.array(z.enum(sourceKinds)).max(sourceKinds.length),
})

export const speaking = z.object({
  voice: z.enum(voices).nullable(),
  role: z.enum(meetingRoles).nullable(),
})

export const analysisDocument = z.object({
  id: documentId,
  title: z.string(),
  source: z.enum(sourceKinds),
  /** When it was said or written. */
  at: z.iso.datetime(),
  position: z.int(),
  /** Places for words, whoever said them; of them so many may not be kept: no consent was given for them, or it ended. */
  size: count,
  gaps: count,
  codings: count,
  /** Who took part, also who said nothing. */
  voices: z.array(speaking),
  /** Brought or typed by an analyst: she may remove it. What flowed in goes when its words do. */
  isBrought: z.boolean(),
})
export type AnalysisDocument = z.infer<typeof analysisDocument>

const analysisLine = z.object({
  id: analysisId,
  title: z.string(),
  question: z.string(),
  documents: count,
  quotes: count,
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
})
export type AnalysisLine = z.infer<typeof analysisLine>

export const analysis = analysisLine.omit({ documents: true, quotes: true }).extend({
  /** Grows with each change of title, question, sources or members: an edit names the version it started from. */
  version: z.int(),
  sources,
  members: z.array(z.object({ id: memberId, name: z.string() })),
  /** Documents in which codings are sealed now, in a blind round. */
  sealedDocuments: z.array(documentId),
  documents: z.array(analysisDocument),
  /** In order: parents in front of children, siblings by position. `quotes` counts what the reader may see. */
  codes: z.array(code.extend({ quotes: count })),
  memos: z.array(memo),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
})
export type Analysis = z.infer<typeof analysis>

/** The words of one speaker, as they stand in a document. */
export const passage = speaking.extend({
  id: passageId,
  /** Its place in the document, from 0; a number that is missing is a gap. */
  ordinal: z.int(),
  /** A pseudonym within this analysis; empty where nobody is known. */
  speaker: z.string(),
  body: z.string(),
})
export type Passage = z.infer<typeof passage>

/** A coded selection: an uitspraak. */
export const quote = speaking.extend({
  ...coding.omit({ passage: true }).shape,
  passage: passageId,
  title: z.string(),
  source: z.enum(sourceKinds),
  /** When it was said or written; `codedAt` is when it was coded. */
  at: z.iso.datetime(),
  codedAt: z.iso.datetime(),
  ordinal: z.int(),
  speaker: z.string(),
  /** The selected words, and some in front and behind. */
  text: z.string(),
  before: z.string(),
  after: z.string(),
})
export type Quote = z.infer<typeof quote>

/** Several of one thing, after commas in the address. */
const listed = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .transform((value) => value.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).max(200))
const flag = z.enum(['yes', 'no'])

/** Which quotes: everything that is given must hold. */
export const quoteFilter = z.object({
  codes: listed(codeId).optional(),
  /** Also what hangs under these codes. Yes, unless said otherwise. */
  below: flag.optional(),
  /** Keys of voices (see `voiceKey`). */
  voices: listed(z.string().max(40)).optional(),
  sources: listed(z.enum(sourceKinds)).optional(),
  documents: listed(documentId).optional(),
  coder: memberId.optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** Words in the quote, without regard to capitals and accents. */
  words: z.string().max(200).optional(),
})
export type QuoteFilter = z.infer<typeof quoteFilter>

const pageOf = { after: z.coerce.number().int().min(0).max(1_000_000).optional() }

const newPassage = z.strictObject({
  id: passageId,
  /** Whose words; without consent for it the place stays empty. Null: nobody's own words, or a person who is not known here. */
  person: personId.nullable(),
  voice: z.enum(voices).nullable(),
  role: z.enum(meetingRoles).nullable(),
  speaker: text(limits.speaker),
  body: requiredText(limits.passage),
})

export const analysisEndpoints = {
  codebooks: {
    id: 'listStartingCodebooks',
    method: 'GET',
    path: '/api/codebooks',
    summary: 'Codes to begin with: elements of synergy, barriers and resources, conditions, themes',
    response: z.object({
      codebooks: z.array(z.object({ key: z.string(), name: bilingual, source: z.string(), codes: count })),
    }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  list: {
    id: 'listAnalyses',
    method: 'GET',
    path: '/api/analyses',
    summary: 'The analyses I work on, the one that changed last in front',
    response: z.object({ analyses: z.array(analysisLine) }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  start: {
    id: 'startAnalysis',
    method: 'POST',
    path: '/api/analyses',
    summary: 'Begin an analysis. What its sources hold flows in by itself, of whom consented to it.',
    body: z.strictObject({
      id: analysisId,
      title: requiredText(limits.title),
      question: text(limits.question),
      sources,
      /** Keys of codebooks to begin with, and in which language. */
      codebooks: z.array(z.string().max(60)).max(10),
      language: z.enum(['nl', 'en']),
    }),
    response: analysis,
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'conflict'],
  },
  get: {
    id: 'getAnalysis',
    method: 'GET',
    path: '/api/analyses/:analysis',
    summary: 'One analysis: its documents, codes and memos; the words come page by page',
    params: inAnalysis,
    response: analysis,
    errors: [...refusals],
  },
  change: {
    id: 'changeAnalysis',
    method: 'PUT',
    path: '/api/analyses/:analysis',
    summary: 'Change title, question, sources, or who works on it',
    params: inAnalysis,
    body: z.strictObject({
      version,
      title: requiredText(limits.title),
      question: text(limits.question),
      sources,
      members: z.array(memberId).min(1).max(50),
    }),
    response: analysis,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  remove: {
    id: 'removeAnalysis',
    method: 'DELETE',
    path: '/api/analyses/:analysis',
    summary: 'Remove an analysis with all codes and memos. The words stay where they were said.',
    params: inAnalysis,
    response: done,
    errors: [...refusals],
  },
  /** Whose words could be brought, and from where: for the form that starts or changes one. */
  offered: {
    id: 'listAnalysisSources',
    method: 'GET',
    path: '/api/analysis-sources',
    summary: 'Meetings and collaborations of mine that an analysis can draw from, and colleagues to ask',
    response: z.object({
      meetings: z.array(z.object({ id: meetingId, title: z.string(), at: z.iso.datetime().nullable() })),
      relations: z.array(z.object({ id: relationId, title: z.string() })),
      colleagues: z.array(z.object({ id: memberId, name: z.string() })),
    }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  bring: {
    id: 'bringDocument',
    method: 'POST',
    path: '/api/analyses/:analysis/documents',
    summary: 'Bring a document: words of known people are kept only with their consent',
    params: inAnalysis,
    body: z.strictObject({
      id: documentId,
      title: requiredText(limits.title),
      source: z.enum(['self-research', 'written', 'import']),
      at: z.iso.datetime(),
      passages: z.array(newPassage).min(1).max(limits.passages),
    }),
    bodyLimit: 8_000_000,
    response: analysisDocument,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  removeDocument: {
    id: 'removeDocument',
    method: 'DELETE',
    path: '/api/analyses/:analysis/documents/:document',
    summary: 'Remove a document that was brought, with the codings in it',
    params: ofDocument,
    response: done,
    errors: [...refusals, 'conflict'],
  },
  passages: {
    id: 'listPassages',
    method: 'GET',
    path: '/api/analyses/:analysis/documents/:document/passages',
    summary: 'Words of a document with the codings in them, from one place on',
    params: ofDocument,
    query: z.object({
      from: z.coerce.number().int().min(0).max(1_000_000).optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
    response: z.object({
      document: analysisDocument,
      passages: z.array(passage),
      codings: z.array(coding),
      /** From where the next page begins; null at the end. */
      next: z.int().nullable(),
    }),
    errors: [...refusals],
  },
  quotes: {
    id: 'listQuotes',
    method: 'GET',
    path: '/api/analyses/:analysis/quotes',
    summary: 'Quotes by code, voice, source, date, coder and words, a hundred at a time',
    params: inAnalysis,
    query: quoteFilter.extend(pageOf),
    response: z.object({ quotes: z.array(quote), total: count, next: z.int().nullable() }),
    errors: [...refusals, 'invalid-input'],
  },
  search: {
    id: 'searchAnalysis',
    method: 'GET',
    path: '/api/analyses/:analysis/search',
    summary: 'Where words stand, without regard to capitals and accents, fifty places at a time',
    params: inAnalysis,
    query: z.object({ words: z.string().min(2).max(200), ...pageOf }),
    response: z.object({
      hits: z.array(
        passage.omit({ body: true }).extend({
          ...{ document: documentId, title: z.string(), source: z.enum(sourceKinds) },
          /** Code points in the passage. */
          ...{ start: z.int(), end: z.int(), before: z.string(), text: z.string(), after: z.string() },
        }),
      ),
      total: count,
      next: z.int().nullable(),
    }),
    errors: [...refusals, 'invalid-input'],
  },
  act: {
    id: 'changeWorkbook',
    method: 'POST',
    path: '/api/analyses/:analysis/deeds',
    summary: 'Code, describe, merge, split, move, write a memo. Sending it again changes nothing.',
    params: inAnalysis,
    body: z.strictObject({ id: deedId, change: analysisChange }),
    bodyLimit: 2_000_000,
    response: deedDone,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  undo: {
    id: 'undoDeed',
    method: 'POST',
    path: '/api/analyses/:analysis/undo',
    summary: 'Undo the last thing I did. What somebody else changed since stays as it is.',
    params: inAnalysis,
    response: deedDone,
    errors: [...refusals],
  },
  redo: {
    id: 'redoDeed',
    method: 'POST',
    path: '/api/analyses/:analysis/redo',
    summary: 'Do again what I undid last',
    params: inAnalysis,
    response: deedDone,
    errors: [...refusals],
  },
  history: {
    id: 'listDeeds',
    method: 'GET',
    path: '/api/analyses/:analysis/deeds',
    summary: 'What was changed, by whom and when, the last in front; never what a colleague codes blind',
    params: inAnalysis,
    query: z.object(pageOf),
    response: z.object({ deeds: z.array(pastDeed), next: z.int().nullable() }),
    errors: [...refusals],
  },
} as const satisfies Record<string, Endpoint>

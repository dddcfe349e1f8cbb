import { z } from 'zod'
import { done, type Endpoint } from '../shared/endpoint.ts'
import { codeId, documentId, memberId, passageId } from '../shared/ids.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { inAnalysis } from './analysis.contract.ts'
import { sourceKinds } from './analysis.ts'
import { cellMarks, matrixKinds } from './matrix.ts'
import { synergyModelShape } from './synergy.schema.ts'

const version = z.int().min(1).max(2_147_483_646)
const count = z.int().min(0)
/** Key of a voice, kind of source, or a moment: a year, a month or a day, whichever keeps them few. */
const columnKey = z.string().regex(/^[a-z0-9-]{1,40}$/)
const elementKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const refusals = ['not-signed-in', 'not-allowed', 'not-found'] as const

/** What the analyst says of one cell. */
export const matrixMark = z.object({
  code: codeId,
  column: columnKey,
  mark: z.enum(cellMarks),
  by: memberId,
  at: z.iso.datetime(),
})

const listed = z
  .string()
  .max(2000)
  .transform((value) => value.split(',').filter((part) => part !== ''))

/** Themes against columns: counted by the store in one pass; `matrixOf` lays them out. */
const matrix = z.object({
  kind: z.enum(matrixKinds),
  /** Keys of all who took part, also who said nothing; moments in order of time. */
  columns: z.array(z.string()),
  counts: z.array(z.object({ code: codeId, column: z.string(), quotes: count })),
  marks: z.array(matrixMark),
})
export type MatrixData = z.infer<typeof matrix>

const placing = z.strictObject({ code: codeId, element: elementKey })
const expectation = z.strictObject({ element: elementKey, isExpected: z.boolean() })

const synergyMap = z.object({
  model: synergyModelShape,
  /** 0 for the model that ships with the product, else the version of the organisation's own. */
  modelVersion: count,
  /** A later version than this analysis uses; null when there is none. */
  newer: count.nullable(),
  placings: z.array(placing),
  expectations: z.array(expectation),
  /** Of the placings and expectations: a change names the version it started from; 0 before the first. */
  version: count,
  /** In order of time. */
  moments: z.array(z.string()),
  counts: z.array(z.object({ code: codeId, voice: z.string(), moment: z.string(), quotes: count })),
})
export type SynergyMapData = z.infer<typeof synergyMap>

const roundId = z.uuid().toLowerCase().brand<'CodingRoundId'>()
export type CodingRoundId = z.infer<typeof roundId>

/** Several code the same documents without seeing each other's codes. */
const codingRound = z.object({
  id: roundId,
  title: z.string(),
  documents: z.array(documentId),
  coders: z.array(memberId),
  /** Who said that she is done. */
  ready: z.array(memberId),
  startedBy: memberId,
  startedAt: z.iso.datetime(),
  /** Null while it is blind. */
  openedAt: z.iso.datetime().nullable(),
  /** Whether the reader said so herself. */
  isReady: z.boolean(),
  may: z.object({ code: z.boolean(), open: z.boolean() }),
})
export type CodingRound = z.infer<typeof codingRound>

const coefficient = z.number().nullable()
const raw = z.object({ same: count, of: count })
const report = z.object({
  raw,
  rawCoded: raw,
  percent: coefficient,
  length: z.object({ all: count, uncoded: count }),
  cohen: coefficient,
  fleiss: coefficient,
  alpha: coefficient,
  codes: z.array(
    z.object({
      code: codeId,
      together: count,
      someone: count,
      alpha: coefficient,
      weights: z.object({ ordinal: coefficient, interval: coefficient }).nullable(),
    }),
  ),
  warnings: z.array(z.enum(['nothing-coded', 'mostly-uncoded', 'few-segments', 'no-variation'])),
})

/** What was decided about a difference, and why. */
const decision = z.object({
  passage: passageId,
  start: count,
  end: count,
  codes: z.array(codeId),
  reason: z.string(),
  by: memberId,
  at: z.iso.datetime(),
})
export type CodingDecision = z.infer<typeof decision>

const difference = z.object({
  passage: passageId,
  document: documentId,
  title: z.string(),
  speaker: z.string(),
  start: count,
  end: count,
  text: z.string(),
  before: z.string(),
  after: z.string(),
  /** In the order of the coders. */
  codes: z.array(z.array(codeId)),
  decision: decision.nullable(),
})
export type CodingDifference = z.infer<typeof difference>

const ofRound = inAnalysis.extend({ round: roundId })

export const pictureEndpoints = {
  matrix: {
    id: 'getMatrix',
    method: 'GET',
    path: '/api/analyses/:analysis/matrix',
    summary: 'Themes against voices, sources or moments, with what the analyst says of each cell',
    params: inAnalysis,
    query: z.object({
      kind: z.enum(matrixKinds),
      /** Only these voices, sources, and days from and until. */
      voices: listed.pipe(z.array(columnKey)).optional(),
      sources: listed.pipe(z.array(z.enum(sourceKinds))).optional(),
      from: z.iso.date().optional(),
      until: z.iso.date().optional(),
    }),
    response: matrix,
    errors: [...refusals, 'invalid-input'],
  },
  mark: {
    id: 'markCell',
    method: 'PUT',
    path: '/api/analyses/:analysis/marks',
    summary: 'Say of a cell that it confirms, adds, contradicts or is silent; null takes that back',
    params: inAnalysis,
    body: z.strictObject({
      ...{ code: codeId, kind: z.enum(matrixKinds), column: columnKey },
      mark: z.enum(cellMarks).nullable(),
    }),
    /** What it was before, so that it can be undone. */
    response: z.object({ before: z.enum(cellMarks).nullable() }),
    errors: [...refusals, 'invalid-input'],
  },
  map: {
    id: 'getSynergyMap',
    method: 'GET',
    path: '/api/analyses/:analysis/map',
    summary: 'The model, where themes lie on it, what was expected, and who said what at which moment',
    params: inAnalysis,
    response: synergyMap,
    errors: [...refusals],
  },
  placeOnMap: {
    id: 'placeOnMap',
    method: 'PUT',
    path: '/api/analyses/:analysis/map',
    summary: 'Say which theme belongs to which element, and what was expected of the elements',
    params: inAnalysis,
    body: z.strictObject({
      version: count,
      modelVersion: count,
      placings: z.array(placing).max(1000),
      expectations: z.array(expectation).max(60),
    }),
    response: synergyMap,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  model: {
    id: 'getSynergyModel',
    method: 'GET',
    path: '/api/synergy-model',
    summary: 'The model of synergy that this organisation uses, and when it changed',
    response: z.object({
      model: synergyModelShape,
      version: count,
      versions: z.array(z.object({ version, by: memberId, name: z.string(), at: z.iso.datetime() })),
    }),
    errors: ['not-signed-in', 'not-allowed'],
  },
  changeModel: {
    id: 'changeSynergyModel',
    method: 'PUT',
    path: '/api/synergy-model',
    summary: 'Keep a new version of the model. Analyses go on with the version they use.',
    body: z.strictObject({ version: count, model: synergyModelShape }),
    response: z.object({ version }),
    errors: ['not-signed-in', 'not-allowed', 'invalid-input', 'conflict'],
  },
  rounds: {
    id: 'listCodingRounds',
    method: 'GET',
    path: '/api/analyses/:analysis/rounds',
    summary: 'Rounds in which several code the same documents, the last in front',
    params: inAnalysis,
    response: z.object({ rounds: z.array(codingRound) }),
    errors: [...refusals],
  },
  startRound: {
    id: 'startCodingRound',
    method: 'POST',
    path: '/api/analyses/:analysis/rounds',
    summary: 'Begin a blind round: from now on nobody sees what another codes in these documents',
    params: inAnalysis,
    body: z.strictObject({
      id: roundId,
      title: requiredText(120),
      documents: z.array(documentId).min(1).max(200),
      coders: z.array(memberId).min(2).max(12),
    }),
    response: codingRound,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  readyInRound: {
    id: 'finishCodingRound',
    method: 'POST',
    path: '/api/analyses/:analysis/rounds/:round/ready',
    summary: 'Say that one is done coding, or not after all',
    params: ofRound,
    body: z.strictObject({ ready: z.boolean() }),
    response: codingRound,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  openRound: {
    id: 'openCodingRound',
    method: 'POST',
    path: '/api/analyses/:analysis/rounds/:round/open',
    summary: 'Open all codings of the round to each other. That cannot be undone.',
    params: ofRound,
    response: codingRound,
    errors: [...refusals, 'conflict'],
  },
  compare: {
    id: 'compareCodings',
    method: 'GET',
    path: '/api/analyses/:analysis/rounds/:round/comparison',
    summary: 'Codings of a round laid side by side: agreement, and each difference with what was decided',
    params: ofRound,
    query: z.object({ after: z.coerce.number().int().min(0).max(1_000_000).optional() }),
    response: z.object({
      round: codingRound,
      report,
      differences: z.array(difference),
      /** All differences, and those with a decision. */
      total: count,
      decided: count,
      next: z.int().nullable(),
    }),
    errors: [...refusals, 'conflict'],
  },
  decide: {
    id: 'decideDifference',
    method: 'PUT',
    path: '/api/analyses/:analysis/rounds/:round/decisions',
    summary: 'Keep what was decided about a difference, and why',
    params: ofRound,
    body: z.strictObject({
      ...{ passage: passageId, start: count, end: count },
      codes: z.array(codeId).max(20),
      reason: text(1000),
    }),
    response: decision,
    errors: [...refusals, 'invalid-input', 'conflict'],
  },
  undecide: {
    id: 'takeBackDecision',
    method: 'DELETE',
    path: '/api/analyses/:analysis/rounds/:round/decisions/:passage/:start',
    summary: 'Take a decision back: the difference is open again',
    params: ofRound.extend({ passage: passageId, start: z.coerce.number().int().min(0) }),
    response: done,
    errors: [...refusals, 'conflict'],
  },
} as const satisfies Record<string, Endpoint>

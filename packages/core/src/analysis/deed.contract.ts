import { z } from 'zod'
import { codeId, codingId, documentId, memberId, memoId, passageId } from '../shared/ids.ts'
import { requiredText, text } from '../shared/text-input.ts'
import { analysisLimits as limits } from './analysis.ts'

/** Which deed; made by the screen, so that sending it twice does it once. */
export const deedId = z.uuid().toLowerCase().brand<'DeedId'>()
export type DeedId = z.infer<typeof deedId>

const codeFields = {
  name: requiredText(limits.codeName),
  definition: text(limits.codeText),
  include: text(limits.codeText),
  exclude: text(limits.codeText),
  example: text(limits.codeText),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .toLowerCase(),
}
const newCode = z.strictObject({ id: codeId, parent: codeId.nullable(), ...codeFields })

const codePoint = z.int().min(0).max(limits.passage)
const selection = {
  /** Unicode code points in the passage, end exclusive; nothing selected is no coding. */
  start: codePoint,
  end: codePoint,
  weight: z.number().min(-1000).max(1000).nullable(),
}
const newCoding = z.strictObject({ id: codingId, passage: passageId, code: codeId, ...selection })

export const memoOn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('analysis') }),
  z.strictObject({ kind: z.literal('document'), document: documentId }),
  z.strictObject({ kind: z.literal('code'), code: codeId }),
  z.strictObject({ kind: z.literal('coding'), coding: codingId, passage: passageId }),
])
const memoFields = { title: text(limits.title), body: requiredText(limits.memo) }

const change = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape })
const someCodings = z.array(codingId).min(1).max(5000)

/** What an analyst can do, as she asks for it. What it comes to, row by row, is worked out by `patchOf`. */
export const analysisChange = z.discriminatedUnion('kind', [
  change('add-codes', { codes: z.array(newCode).min(1).max(limits.codes) }),
  change('describe-code', { code: codeId, set: z.strictObject(codeFields).partial() }),
  /** Under another code or elsewhere among its siblings: in front of `before`, or last. Never under itself. */
  change('move-code', { code: codeId, parent: codeId.nullable(), before: codeId.nullable() }),
  /** `to`: which code its quotes go to; null takes the codings away. */
  change('remove-code', { code: codeId, to: codeId.nullable(), children: z.enum(['up', 'remove']) }),
  change('merge-codes', { from: z.array(codeId).min(1).max(100), into: codeId }),
  /** Some of a code's quotes become those of new codes beside it; the rest stay. */
  change('split-code', {
    code: codeId,
    parts: z
      .array(z.strictObject({ code: newCode.omit({ parent: true }), codings: z.array(codingId).max(5000) }))
      .min(1)
      .max(20),
  }),
  change('add-codings', { codings: z.array(newCoding).min(1).max(5000) }),
  change('change-coding', { coding: codingId, code: codeId, ...selection }),
  change('remove-codings', { codings: someCodings }),
  /** Takes over what was decided about a place where coders of an open round differed; `ids` for what is new. */
  change('take-decision', {
    round: z.uuid().toLowerCase(),
    passage: passageId,
    start: codePoint,
    ids: z.array(codingId).max(100),
  }),
  /** For oneself, unless it is shared. */
  change('add-memo', { id: memoId, on: memoOn, ...memoFields, shared: z.boolean().optional() }),
  /** `shared` left out: as it was. */
  change('change-memo', { memo: memoId, ...memoFields, shared: z.boolean().optional() }),
  change('remove-memo', { memo: memoId }),
])
export type AnalysisChange = z.infer<typeof analysisChange>
export type ChangeKind = AnalysisChange['kind']

/** A code as it stands. */
export const code = z.object({
  id: codeId,
  parent: codeId.nullable(),
  ...{ name: z.string(), definition: z.string(), include: z.string(), exclude: z.string() },
  ...{ example: z.string(), colour: z.string() },
  position: z.number(),
})

export const coding = z.object({
  ...{ id: codingId, passage: passageId, document: documentId, start: z.int(), end: z.int() },
  ...{ code: codeId, coder: memberId, at: z.iso.datetime(), sealed: z.boolean() },
  weight: z.number().nullable(),
})

export const memo = z.object({
  ...{ id: memoId, on: memoOn, author: memberId, title: z.string(), body: z.string() },
  ...{ at: z.iso.datetime(), sealed: z.boolean(), shared: z.boolean() },
})

/** What became of a deed, of undoing one or of doing it again: the rows as they stand now, and those that went. */
export const deedDone = z.object({
  /** Null when there was nothing to undo or do again. */
  deed: deedId.nullable(),
  codes: z.array(code),
  codings: z.array(coding),
  memos: z.array(memo),
  gone: z.object({ codes: z.array(codeId), codings: z.array(codingId), memos: z.array(memoId) }),
  /** Rows left as they are, since somebody else changed them in between. */
  kept: z.int(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
})
export type DeedDone = z.infer<typeof deedDone>

/** A line of the history. */
export const pastDeed = z.object({
  id: deedId,
  by: memberId,
  at: z.iso.datetime(),
  kind: z.enum(analysisChange.options.map((one) => one.shape.kind.value)),
  /** The name of the code it was about, where it was one; empty otherwise. */
  about: z.string(),
  rows: z.int(),
  undoneAt: z.iso.datetime().nullable(),
})
export type PastDeed = z.infer<typeof pastDeed>

import type { Instant } from '../shared/time.ts'

/**
 * A project of qualitative analysis as programs hand it to each other (REFI-QDA 1.5), apart from how it is written: what
 * `projectXml` writes and `readProject` reads. Places are code points of the plain text, the end exclusive, line ends `\n`.
 */
export type QdaProject = {
  readonly name: string
  /** The program that wrote it. */
  readonly origin: string | null
  readonly description: string | null
  readonly created: QdaStamp
  readonly changed: QdaStamp
  readonly users: readonly QdaUser[]
  readonly codes: readonly QdaCode[]
  readonly variables: readonly QdaVariable[]
  readonly cases: readonly QdaCase[]
  readonly sources: readonly QdaSource[]
  readonly notes: readonly QdaNote[]
  readonly links: readonly QdaLink[]
  readonly sets: readonly QdaSet[]
  /** Notes on the project as a whole. */
  readonly noteRefs: readonly Guid[]
}

/** Eight, four, four, four and twelve hexadecimal signs, in capitals, without braces; see `guidFrom`. */
export type Guid = string

/** Who, and when: either may be unknown. */
export type QdaStamp = { readonly by: Guid | null; readonly at: Instant | null }

export type QdaUser = { readonly guid: Guid; readonly name: string | null; readonly id: string | null }

export type QdaCode = {
  readonly guid: Guid
  readonly name: string
  readonly isCodable: boolean
  /** `#rrggbb` in small letters. */
  readonly colour: string | null
  readonly description: string | null
  readonly noteRefs: readonly Guid[]
  readonly codes: readonly QdaCode[]
}

export const qdaVariableTypes = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const
export type QdaVariableType = (typeof qdaVariableTypes)[number]

export type QdaVariable = {
  readonly guid: Guid
  readonly name: string
  readonly type: QdaVariableType
  readonly description: string | null
}

/** `value` as it stands in the file; null is a variable without a value. */
export type QdaValue = {
  readonly variable: Guid
  readonly type: QdaVariableType
  readonly value: string | null
}

export type QdaCase = {
  readonly guid: Guid
  readonly name: string | null
  readonly description: string | null
  readonly codes: readonly Guid[]
  readonly values: readonly QdaValue[]
  readonly sources: readonly Guid[]
  readonly selections: readonly Guid[]
}

export type QdaSource = {
  readonly guid: Guid
  readonly name: string | null
  readonly description: string | null
  readonly text: QdaText
  readonly created: QdaStamp
  readonly changed: QdaStamp
  readonly selections: readonly QdaSelection[]
  /** Of the source as a whole. */
  readonly codings: readonly QdaCoding[]
  readonly noteRefs: readonly Guid[]
  readonly values: readonly QdaValue[]
}

/** The words of a source: here, in a file beside the project, or in no form that holds plain words. */
export type QdaText =
  | { readonly kind: 'here'; readonly text: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'none'; readonly richPath: string | null }

export type QdaSelection = {
  readonly guid: Guid
  readonly name: string | null
  readonly description: string | null
  readonly start: number
  readonly end: number
  readonly created: QdaStamp
  readonly changed: QdaStamp
  readonly codings: readonly QdaCoding[]
  readonly noteRefs: readonly Guid[]
}

export type QdaCoding = {
  readonly guid: Guid
  readonly code: Guid
  readonly created: QdaStamp
  readonly noteRefs: readonly Guid[]
}

export type QdaNote = {
  readonly guid: Guid
  readonly name: string | null
  readonly description: string | null
  readonly text: QdaText
  readonly created: QdaStamp
  readonly changed: QdaStamp
}

export const qdaDirections = ['Associative', 'OneWay', 'Bidirectional'] as const

export type QdaLink = {
  readonly guid: Guid
  readonly name: string | null
  readonly direction: (typeof qdaDirections)[number] | null
  readonly colour: string | null
  readonly origin: Guid | null
  readonly target: Guid | null
  readonly noteRefs: readonly Guid[]
}

export type QdaSet = {
  readonly guid: Guid
  readonly name: string
  readonly description: string | null
  readonly codes: readonly Guid[]
  readonly sources: readonly Guid[]
  readonly notes: readonly Guid[]
}

/** A list of codes apart (`.qdc`). */
export type QdaCodebook = {
  readonly origin: string | null
  readonly codes: readonly QdaCode[]
  readonly sets: readonly QdaSet[]
}

/** Nobody knows who or when. */
export const noStamp: QdaStamp = { by: null, at: null }

/** Every code of a tree, each before those under it. */
export function allCodes(codes: readonly QdaCode[]): QdaCode[] {
  return codes.flatMap((code) => [code, ...allCodes(code.codes)])
}

const guidSigns = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i

/** One spelling of a GUID: in capitals, without braces; null when it is none. */
export function guidFrom(written: string): Guid | null {
  return guidSigns.exec(written.trim())?.[1]?.toUpperCase() ?? null
}

import type { FormPlace, FormSlot } from './form.enabling.ts'
import { type FormItem, type FormModel, type FormText, isAnswerable, itemsOf } from './form.ts'

/** One thing on a page of a form: a heading, a text, a question, or the offer to fill in a group once more. */
export type PartEntry = {
  kind: 'heading' | 'text' | 'question' | 'more'
  slot: FormSlot
  /** See form.change.ts. */
  path: string
  /** How deep in groups, from 0. */
  depth: number
  /** Of a group that repeats: which time, from 0, and how many there are. */
  time?: { index: number; count: number }
  /** Of a long text: which piece of how many. */
  piece?: { index: number; count: number }
  /** It stood on an earlier page already, and says again where one is. */
  isAgain?: boolean
}
export type FormPart = { entries: readonly PartEntry[]; questions: number }

/** No more questions than this on a page. */
export const questionsAtMost = 20
/** What a page may hold, in bytes as they go over the wire (see `weightOf`); the frame of the page comes on top. */
export const partWeight = 2_900
/** A longer list of choices is looked up in, a few at a time. */
export const choicesAtMost = 40
/** A text is cut in pieces of about so many bytes on the wire. */
const pieceWeight = 1_800

/**
 * Deals a form, as it is filled in so far, out over pages that stay small on the wire: a page holds at most twenty questions.
 * What is not asked now keeps its place, so that a page stays the same while someone answers; only a group that is filled in
 * once more makes pages longer. A group that asks for a page of its own gets one; a group that fits on a page is not cut.
 */
export function formParts(form: Pick<FormModel, 'items'>, place: FormPlace): readonly FormPart[] {
  const numbers = new Map(Array.from(itemsOf(form.items), (item, index) => [item, index]))
  const dealing: Dealing = { parts: [], now: [], weight: 0, questions: 0, trail: [], numbers }
  dealPlace(dealing, place, { depth: 0, times: [] })
  close(dealing)
  return dealing.parts.length > 0 ? dealing.parts : [{ entries: [], questions: 0 }]
}

type Dealing = {
  parts: FormPart[]
  now: PartEntry[]
  weight: number
  questions: number
  /** The headings of the groups that one is in. */
  trail: PartEntry[]
  numbers: ReadonlyMap<FormItem, number>
}
type Where = { depth: number; times: readonly number[] }

function dealPlace(dealing: Dealing, place: FormPlace, where: Where): void {
  for (const slot of place.slots) {
    if (slot.item.hidden === true) continue
    if (slot.item.kind === 'group') dealGroup(dealing, slot, where)
    else dealItem(dealing, slot, where)
  }
}

function dealGroup(dealing: Dealing, slot: FormSlot, where: Where): void {
  const { item, under } = slot
  const isRepeated = item.repeats === true
  const own = pathOf(dealing, item, where.times)
  under.forEach((place, index) => {
    const times = isRepeated ? [...where.times, index] : where.times
    const time = isRepeated ? { index, count: under.length } : undefined
    const heading: PartEntry = {
      kind: 'heading',
      slot,
      path: pathOf(dealing, item, times),
      depth: where.depth,
      ...(time && { time }),
    }
    const size = measure(place, item)
    const isTooMuch =
      dealing.weight + size.weight > partWeight || dealing.questions + size.questions > questionsAtMost
    const fitsAlone = size.weight <= partWeight && size.questions <= questionsAtMost
    if (item.control === 'page' || (isTooMuch && fitsAlone)) close(dealing)
    if (item.text !== undefined || isRepeated) dealPieces(dealing, heading)
    dealing.trail.push({ ...heading, isAgain: true })
    dealPlace(dealing, place, { depth: where.depth + 1, times })
    dealing.trail.pop()
    if (item.control === 'page') close(dealing)
  })
  if (isRepeated) put(dealing, { kind: 'more', slot, path: own, depth: where.depth }, 60)
}

function dealItem(dealing: Dealing, slot: FormSlot, where: Where): void {
  const { item } = slot
  const kind = item.kind === 'display' ? 'text' : 'question'
  dealPieces(dealing, { kind, slot, path: pathOf(dealing, item, where.times), depth: where.depth })
  const [first] = slot.under
  if (first !== undefined) dealPlace(dealing, first, { depth: where.depth + 1, times: where.times })
}

/** What is too long for a page is told in pieces, the question itself with the last of them. */
function dealPieces(dealing: Dealing, entry: PartEntry): void {
  const weight = textWeight(entry.slot.item.text)
  const count = Math.ceil(weight / pieceWeight)
  if (count <= 1) {
    put(dealing, entry, weightOf(entry.slot.item))
    return
  }
  for (let index = 0; index < count; index += 1) {
    const isLast = index === count - 1
    const kind = isLast ? entry.kind : 'text'
    const rest = isLast ? weightOf(entry.slot.item) - weight : 20
    put(dealing, { ...entry, kind, piece: { index, count } }, weight / count + rest)
  }
}

function put(dealing: Dealing, entry: PartEntry, weight: number): void {
  const questions = entry.kind === 'question' ? 1 : 0
  const isFull = dealing.weight + weight > partWeight || dealing.questions + questions > questionsAtMost
  if (isFull) close(dealing)
  if (dealing.now.length === 0) {
    for (const heading of dealing.trail.slice(-2)) {
      dealing.now.push(heading)
      dealing.weight += Math.min(textWeight(heading.slot.item.text), 120)
    }
  }
  dealing.now.push(entry)
  dealing.weight += weight
  dealing.questions += questions
}

function close(dealing: Dealing): void {
  if (dealing.now.some((entry) => entry.isAgain !== true)) {
    dealing.parts.push({ entries: dealing.now, questions: dealing.questions })
  }
  Object.assign(dealing, { now: [], weight: 0, questions: 0 })
}

const pathOf = ({ numbers }: Dealing, item: FormItem, times: readonly number[]) =>
  [numbers.get(item) ?? 0, ...times].join('_')

function measure(place: FormPlace, item: FormItem): { weight: number; questions: number } {
  let weight = textWeight(item.text) + 20
  let questions = 0
  const open: FormPlace[] = [place]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const slot of at.slots) {
      if (slot.item.hidden === true) continue
      weight += weightOf(slot.item)
      questions += isAnswerable(slot.item.kind) ? 1 : 0
      open.push(...slot.under)
    }
  }
  return { weight, questions }
}

/** Whether the choices of a question are too many to stand below each other. */
export function isLookedUp(item: FormItem): boolean {
  const options = item.options ?? []
  return options.length > choicesAtMost || optionsWeight(item) > pieceWeight
}

const optionsWeight = (item: FormItem) =>
  (item.options ?? []).reduce((sum, { text }) => sum + 14 + textWeight(text), 0)

/** What a question adds to a page, in bytes as they go over the wire, in whichever of its languages that is most. */
export function weightOf(item: FormItem): number {
  const options = isLookedUp(item) ? pieceWeight : optionsWeight(item)
  const around =
    textWeight(item.help) +
    textWeight(item.placeholder === undefined ? undefined : { text: item.placeholder }) +
    20 * (item.units?.length ?? 0)
  const low = textWeight(item.slider?.low) + textWeight(item.slider?.high)
  const conditions = 30 * (item.enableWhen?.conditions.length ?? 0)
  return (item.kind === 'display' ? 12 : 46) + textWeight(item.text) + around + low + conditions + options
}

/** Written words become about half their bytes when they are packed. */
function textWeight(text: FormText | undefined): number {
  if (text === undefined) return 0
  const all = [text, ...Object.values(text.levels ?? {})].flatMap((wording) => [
    wording.text ?? '',
    ...Object.values(wording.translations ?? {}),
  ])
  return Math.max(...all.map((one) => bytesOf(one))) * 0.5
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** One piece of a long text: cut at the end of a paragraph, a sentence or a word near its share. */
export function pieceOf(text: string, { index, count }: { index: number; count: number }): string {
  const cut = (k: number): number => {
    if (k <= 0) return 0
    if (k >= count) return text.length
    const wanted = Math.round((text.length * k) / count)
    const before = text.slice(0, wanted)
    const reach = Math.round((text.length / count) * 0.7)
    const found = [/\n[^\n]*$/, /[.!?] [^.!?]*$/, / [^ ]*$/].flatMap((pattern) => {
      const match = pattern.exec(before.slice(-reach))
      return match === null ? [] : [wanted - match[0].length + 1]
    })
    return found[0] ?? wanted
  }
  return text.slice(cut(index), cut(index + 1)).trim()
}

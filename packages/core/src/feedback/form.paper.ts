import { type FormCondition, type FormItem, type FormModel, isAnswerable } from './form.ts'

/** What has to hold for questions to be answered, and where to go on when it does not. */
export type PaperBranch = {
  kind: 'branch'
  /** The questions that it is about, by their numbers. */
  from: number
  to: number
  /** Whether all have to hold, or one of them. Empty where only the form's own expression could tell. */
  behaviour: 'all' | 'any'
  conditions: readonly PaperCondition[]
  /** The next question after them; null: there is none. */
  otherwise: number | null
}

export type PaperCondition = {
  condition: FormCondition
  /** The question that was asked before, with its number on the paper; null where it does not stand on it. */
  asked: { number: number; item: FormItem } | null
}

/** One thing on paper, in order. Questions are numbered from 1, so that a branch can name them. */
export type PaperLine =
  | { kind: 'heading'; depth: number; item: FormItem }
  | { kind: 'text'; item: FormItem }
  | PaperBranch
  | { kind: 'question'; number: number; depth: number; item: FormItem }
  /** After a group that can be there more than once. */
  | { kind: 'again' }

type Laid = PaperLine | (Omit<PaperBranch, 'conditions' | 'otherwise'> & { item: FormItem })

/**
 * A whole form as it is filled in with a pen: what depends on an answer stands in its place with a word on when to answer it
 * and where to go on else. What nobody fills in (hidden, computed, no answer here) is left out. Questions that follow each
 * other and hang on the same are one branch.
 */
export function paperLines(form: Pick<FormModel, 'items'>): PaperLine[] {
  const laid: Laid[] = []
  const numbers = new Map<string, { number: number; item: FormItem }>()
  lay(form.items, { laid, numbers, depth: 1 })
  const count = numbers.size
  return laid.map((line) => {
    if (line.kind !== 'branch' || !('item' in line)) return line
    const { item, ...branch } = line
    const found = item.enableWhen?.conditions ?? []
    return {
      ...branch,
      conditions: found.map((condition) => ({ condition, asked: numbers.get(condition.question) ?? null })),
      otherwise: branch.to < count ? branch.to + 1 : null,
    }
  })
}

type Laying = { laid: Laid[]; numbers: Map<string, { number: number; item: FormItem }>; depth: number }

function lay(items: readonly FormItem[], of: Laying): void {
  for (let start = 0; start < items.length; ) {
    const on = conditionOf(items[start])
    let end = start + 1
    while (on !== null && end < items.length && conditionOf(items[end]) === on) end += 1
    layRun(items.slice(start, end), on !== null, of)
    start = end
  }
}

/** Items that hang on the same answers; the first says on what. */
function layRun(run: readonly FormItem[], isBranch: boolean, of: Laying): void {
  const { laid, numbers } = of
  const place = laid.length
  const before = numbers.size
  for (const item of run) layItem(item, of)
  const [first] = run
  // Nothing to fill in: a text that stands or not is read either way.
  if (!isBranch || first === undefined || numbers.size === before) return
  const behaviour = first.enableWhen?.behaviour ?? 'all'
  laid.splice(place, 0, { kind: 'branch', from: before + 1, to: numbers.size, behaviour, item: first })
}

function layItem(item: FormItem, of: Laying): void {
  const { laid, numbers, depth } = of
  if (item.hidden === true) return
  if (item.kind === 'display') laid.push({ kind: 'text', item })
  if (item.kind === 'group') {
    const hasTitle = (item.text?.text ?? '') !== ''
    const place = laid.length
    const before = numbers.size
    lay(item.items ?? [], { ...of, depth: hasTitle ? depth + 1 : depth })
    if (laid.length === place) return
    if (hasTitle) laid.splice(place, 0, { kind: 'heading', depth, item })
    if (item.repeats === true && numbers.size > before) laid.push({ kind: 'again' })
    return
  }
  if (isAnswerable(item.kind) && item.readOnly !== true && item.calculated === undefined) {
    const number = numbers.size + 1
    numbers.set(item.linkId, { number, item })
    laid.push({ kind: 'question', number, depth, item })
  }
  lay(item.items ?? [], { ...of, depth: depth + 1 })
}

/** What an item hangs on, to compare; null when it is always asked. */
function conditionOf(item: FormItem | undefined): string | null {
  if (item?.enableWhen === undefined && item?.enableExpression === undefined) return null
  return JSON.stringify([item.enableWhen ?? null, item.enableExpression ?? null])
}

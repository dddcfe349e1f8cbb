import type { FormItem, FormOption } from './form.ts'
import { type FormValue, sameValue } from './form.value.ts'

/** Up to so many choices are simply gone through. */
const fewAtMost = 40

type Options = readonly FormOption[]
/** Choices by what a value that means the same says; each with its place in the list. */
type Index = ReadonlyMap<string, readonly (readonly [at: number, option: FormOption])[]>

const indexes = new WeakMap<Options, Index>()

/**
 * The choice that a value is, the first where several mean the same; undefined when it is none of them. Of a long list only those
 * are looked at that say the same code, words or number, so that many answers to many choices take no minutes.
 */
export function optionOf(item: Pick<FormItem, 'options'>, value: FormValue): FormOption | undefined {
  const { options = [] } = item
  if (options.length <= fewAtMost) return options.find((option) => sameValue(option.value, value))
  const index = indexes.get(options) ?? indexOf(options)
  indexes.set(options, index)
  const found = keysOf(value)
    .flatMap((key) => index.get(key) ?? [])
    .filter(([, option]) => sameValue(option.value, value))
  return found.toSorted(([one], [other]) => one - other)[0]?.[1]
}

function indexOf(options: Options): Index {
  const found = new Map<string, [number, FormOption][]>()
  for (const [at, option] of options.entries()) {
    for (const key of new Set(keysOf(option.value))) {
      const same = found.get(key)
      if (same === undefined) found.set(key, [[at, option]])
      else same.push([at, option])
    }
  }
  return found
}

/** What two values that mean the same have in common: see `sameValue`. */
function keysOf(value: FormValue): string[] {
  switch (value.kind) {
    case 'coding': {
      const { code, display } = value.value
      return [`code ${code}`, `text ${display ?? code}`]
    }
    case 'quantity':
      return [`number ${value.value.value}`]
    case 'integer':
    case 'decimal':
      return [`number ${value.value}`]
    case 'reference':
      return [`reference ${value.value.reference}`]
    case 'attachment':
      return []
    default:
      return [`text ${value.value}`, ...yearsOf(String(value.value))]
  }
}

/** A day is the same as a moment on it, and a moment as one in another zone: they share a year, here or in Greenwich. */
function yearsOf(text: string): string[] {
  if (!/^\d{4}/.test(text)) return []
  const at = new Date(text)
  const there = Number.isNaN(at.getTime()) ? [] : [`year ${at.getUTCFullYear()}`]
  return [...new Set([`year ${Number(text.slice(0, 4))}`, ...there])]
}

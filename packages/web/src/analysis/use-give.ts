import { codeColours } from '@weerklank/core/analysis/coding'
import type { PickedSpan } from '@weerklank/core/analysis/selection'
import { newId } from '../api/new-id.ts'
import type { CodeOption } from './code-choice.ts'
import type { TreeCode } from './code-tree.ts'
import type { Acts } from './use-acts.ts'
import type { Coding } from './workbook-cache.ts'

const emptyCode = { parent: null, definition: '', include: '', exclude: '', example: '' }

/** The colour that fewest codes have. */
export function nextColour(codes: readonly TreeCode[]): string {
  const used = (wanted: string) => codes.filter(({ colour }) => colour === wanted).length
  return [...codeColours].sort((one, other) => used(one) - used(other))[0] ?? codeColours[0]
}

/** Gives codes to words; a name that is not a code yet becomes one first. Each answers which code it was. */
export function giver({ act }: Pick<Acts, 'act'>, codes: readonly TreeCode[]) {
  function codeOf(option: CodeOption): string {
    if (option.kind === 'code') return option.line.code.id
    const id = newId()
    void act({
      kind: 'add-codes',
      codes: [{ ...emptyCode, id, name: option.name, colour: nextColour(codes) }],
    })
    return id
  }
  return {
    give(option: CodeOption, picked: readonly PickedSpan<string>[]): string {
      const code = codeOf(option)
      const codings = picked.map((span) => ({ ...span, id: newId(), code, weight: null }))
      void act({ kind: 'add-codings', codings })
      return code
    },
    recode(option: CodeOption, coding: Coding): string {
      const code = codeOf(option)
      const { id, start, end, weight } = coding
      void act({ kind: 'change-coding', coding: id, code, start, end, weight })
      return code
    },
  }
}

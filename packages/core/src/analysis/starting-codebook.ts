import { z } from 'zod'
import type { CodeId } from '../shared/ids.ts'
import type { Language } from '../shared/language.ts'
import { bilingual } from '../shared/spoken.schema.ts'
import { codeColours } from './coding.ts'
import type { AnalysisChange } from './deed.contract.ts'

const words = z.strictObject({ nl: z.string().max(2000), en: z.string().max(2000) })

const entry = z.strictObject({
  key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** Under which code of the same book; left out at the top. */
  parent: z.string().optional(),
  name: bilingual,
  definition: bilingual,
  include: words.optional(),
  exclude: words.optional(),
  example: words.optional(),
})

/** Codes to begin with (domain.md §7.2): a proposal, to be changed as one goes. */
export const startingCodebook = z
  .strictObject({
    key: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    name: bilingual,
    source: z.string().min(1),
    codes: z.array(entry).min(1).max(200),
  })
  .superRefine(({ codes }, report) => {
    const seen = new Set<string>()
    for (const { key, parent } of codes) {
      if (seen.has(key)) report.addIssue({ code: 'custom', message: `${key} is there twice` })
      if (parent !== undefined && !seen.has(parent)) {
        report.addIssue({ code: 'custom', message: `${key} stands in front of ${parent}` })
      }
      seen.add(key)
    }
  })
export type StartingCodebook = z.infer<typeof startingCodebook>

/** The change that puts a codebook into an analysis, in one language; each branch has a colour of its own. */
export function startWith(
  book: StartingCodebook,
  of: { language: Language; newId: () => CodeId },
): Extract<AnalysisChange, { kind: 'add-codes' }> {
  const { language, newId } = of
  const made = new Map<string, { id: CodeId; colour: string }>()
  let branches = 0
  const codes = book.codes.map((one) => {
    const parent = one.parent === undefined ? undefined : made.get(one.parent)
    const own = parent?.colour ?? codeColours[branches++ % codeColours.length] ?? codeColours[0]
    const id = newId()
    made.set(one.key, { id, colour: own })
    return {
      ...{ id, parent: parent?.id ?? null, name: one.name[language], colour: own },
      definition: one.definition[language],
      include: one.include?.[language] ?? '',
      exclude: one.exclude?.[language] ?? '',
      example: one.example?.[language] ?? '',
    }
  })
  return { kind: 'add-codes', codes }
}

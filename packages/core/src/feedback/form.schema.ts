import { z } from 'zod'
import { readable } from '../shared/text-input.ts'
import { builtDepthAtMost } from './form.build.ts'
import {
  conditionOperators,
  type FormItem,
  type FormModel,
  formControls,
  formKinds,
  formStatuses,
  itemsOf,
} from './form.ts'

/**
 * The JSON of a form as the builder writes and reads it: exactly our model, with bounds on size. What comes in from elsewhere as
 * FHIR is read by fhir.import.ts, not by this.
 */

/** A form that is built here has so many items at most; how deep it may be stands with the rules of building. */
export const builtItemsAtMost = 1_000

const words = z.string().max(4_000).refine(readable, 'unreadable')
const name = z.string().min(1).max(255).refine(readable, 'unreadable')
const expression = z.string().max(10_000).refine(readable, 'unreadable')
const translations = z.record(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/), words)
const wording = z.strictObject({ text: words.optional(), translations: translations.optional() })
const formText = z.strictObject({
  text: words,
  translations: translations.optional(),
  levels: z.strictObject({ professional: wording.optional(), child: wording.optional() }).optional(),
})
const coding = z.strictObject({
  system: z.string().max(500).optional(),
  version: z.string().max(100).optional(),
  code: z.string().max(255).optional(),
  display: words.optional(),
})
const unit = z.strictObject({
  unit: z.string().max(100).optional(),
  system: z.string().max(500).optional(),
  code: z.string().max(100).optional(),
})
const value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('boolean'), value: z.boolean() }),
  z.strictObject({ kind: z.enum(['integer', 'decimal']), value: z.number() }),
  z.strictObject({ kind: z.enum(['string', 'date', 'dateTime', 'time', 'url']), value: words }),
  z.strictObject({ kind: z.literal('coding'), value: coding }),
  z.strictObject({
    kind: z.literal('quantity'),
    value: unit.extend({ value: z.number().optional(), comparator: z.string().max(3).optional() }),
  }),
])

const option = z.strictObject({
  value,
  text: formText,
  prefix: z.string().max(50).optional(),
  weight: z.number().min(-1e6).max(1e6).optional(),
  exclusive: z.boolean().optional(),
})
const enableWhen = z.strictObject({
  behaviour: z.enum(['all', 'any']),
  conditions: z
    .array(z.strictObject({ question: name, operator: z.enum(conditionOperators), value }))
    .min(1)
    .max(50),
})
const variable = z.strictObject({ name: z.string().regex(/^[A-Za-z_]\w{0,100}$/), expression })
const constraint = z.strictObject({
  key: z.string().max(255),
  severity: z.enum(['error', 'warning']),
  expression,
  human: words,
})

const item = z.strictObject({
  linkId: name,
  kind: z.enum(formKinds),
  prefix: z.string().max(50).optional(),
  text: formText.optional(),
  help: formText.optional(),
  beside: z.array(name).max(20).optional(),
  shortText: formText.optional(),
  placeholder: z.string().max(500).optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  hidden: z.boolean().optional(),
  minLength: z.int().min(0).max(100_000).optional(),
  maxLength: z.int().min(1).max(100_000).optional(),
  min: value.optional(),
  max: value.optional(),
  decimals: z.int().min(0).max(20).optional(),
  regex: z.string().max(500).optional(),
  minOccurs: z.int().min(0).max(50).optional(),
  maxOccurs: z.int().min(1).max(50).optional(),
  units: z.array(unit).max(50).optional(),
  options: z.array(option).max(500).optional(),
  optionsElsewhere: z.string().max(2_000).optional(),
  control: z.enum(formControls).optional(),
  horizontal: z.boolean().optional(),
  slider: z
    .strictObject({
      step: z.number().positive().optional(),
      low: formText.optional(),
      high: formText.optional(),
    })
    .optional(),
  initial: z.array(value).max(50).optional(),
  enableWhen: enableWhen.optional(),
  enableExpression: expression.optional(),
  calculated: expression.optional(),
  initialExpression: expression.optional(),
  variables: z.array(variable).max(50).optional(),
  constraints: z.array(constraint).max(50).optional(),
  codes: z.array(coding).max(50).optional(),
  get items() {
    return z.array(item).max(builtItemsAtMost).optional()
  },
})
// It stands inside itself: in a description of the interface it has this name.
z.globalRegistry.add(item, { id: 'FormItem' })

const model = z.strictObject({
  url: z.string().max(2_000).optional(),
  version: z.string().max(100).optional(),
  name: z.string().max(255).optional(),
  title: formText.extend({ text: z.string().trim().min(1).max(400).refine(readable, 'unreadable') }),
  status: z.enum(formStatuses),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)
    .optional(),
  description: formText.optional(),
  purpose: formText.optional(),
  publisher: z.string().max(500).optional(),
  date: z.string().max(40).optional(),
  copyright: formText.optional(),
  licence: z.string().max(500).optional(),
  subjectTypes: z.array(z.string().max(100)).max(20).optional(),
  codes: z.array(coding).max(50).optional(),
  variables: z.array(variable).max(50).optional(),
  constraints: z.array(constraint).max(50).optional(),
  scoring: z.literal('sum').optional(),
  items: z.array(item).max(builtItemsAtMost),
})

/** The form with its bounds: at most 1,000 items, 20 deep, each linkId once, and conditions on questions that are there. */
export const formModelSchema = z
  // First of all, and level by level: what goes on into the deep would never come back.
  .preprocess((form, context) => {
    if (isTooDeep(form)) context.addIssue({ code: 'custom', path: ['items'], message: 'deep' })
    return form
  }, model)
  .superRefine((form, at) => {
    const say = (message: string) => at.addIssue({ code: 'custom', path: ['items'], message })
    const items = form.items as readonly FormItem[]
    const names = Array.from(itemsOf(items), ({ linkId }) => linkId)
    if (names.length > builtItemsAtMost) say('many')
    const known = new Set(names)
    if (known.size < names.length) say('twice')
    for (const { enableWhen: when } of itemsOf(items)) {
      if (when?.conditions.some(({ question }) => !known.has(question))) say('condition')
    }
  }) as unknown as z.ZodType<FormModel>

function isTooDeep(form: unknown): boolean {
  let level = childrenOf(form)
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === builtDepthAtMost) return true
    level = level.flatMap(childrenOf)
  }
  return false
}

function childrenOf(of: unknown): unknown[] {
  if (typeof of !== 'object' || of === null || !('items' in of)) return []
  return Array.isArray(of.items) ? of.items : []
}

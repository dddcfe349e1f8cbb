import { z } from 'zod'
import { monitorSources } from './monitor.shape.ts'
import { reportNumber } from './report.numbers.ts'
import { reportSections } from './report.ts'

/** Where it comes from, and over how many people it is; null where that is not one number. */
const sourced = { source: z.enum(monitorSources), n: z.int().nullable() }

export const reportBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), look: z.enum(['plain', 'small', 'box']) }),
  /** A sentence that holds numbers. */
  z.object({ kind: z.literal('number'), text: z.string(), ...sourced }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    heading: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    /** Said below it, such as who is left out. */
    note: z.string().nullable(),
    ...sourced,
  }),
  /** Words that their speakers approved, and whose they are by number. */
  z.object({
    kind: z.literal('quotes'),
    quotes: z.array(z.object({ words: z.string(), by: z.string() })),
  }),
])
export type ReportBlock = z.infer<typeof reportBlock>

/** A report as it reads now: what the screen shows, and what is laid out as Word or PDF. */
export const reportDocument = z.object({
  title: z.string(),
  about: z.array(z.string()),
  caution: z.array(z.string()),
  parts: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('section'),
        section: z.enum(reportSections),
        heading: z.string(),
        blocks: z.array(reportBlock),
      }),
      /** Words of the writer. */
      z.object({
        kind: z.literal('words'),
        paragraphs: z.array(z.object({ look: z.enum(['heading', 'text']), text: z.string() })),
      }),
    ]),
  ),
  numbers: z.array(reportNumber),
})
export type ReportDocument = z.infer<typeof reportDocument>

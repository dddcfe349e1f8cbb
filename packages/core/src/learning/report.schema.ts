import { z } from 'zod'
import { requiredText, text } from '../shared/text-input.ts'
import { type ReportDraft, reportLimits, reportSections } from './report.ts'

const reportPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('section'), section: z.enum(reportSections) }),
  z.strictObject({ kind: z.literal('words'), words: text(reportLimits.words) }),
])

/** What a writer keeps; a section stands in it once. */
export const reportDraft = z.strictObject({
  title: requiredText(reportLimits.title),
  parts: z
    .array(reportPart)
    .max(reportLimits.parts)
    .refine((parts) => {
      const sections = parts.flatMap((part) => (part.kind === 'section' ? [part.section] : []))
      return new Set(sections).size === sections.length
    }, 'twice'),
}) satisfies z.ZodType<ReportDraft>

/**
 * The report of a learning trajectory as its writer composes it: sections in an order of her own, with her words in between.
 * Numbers and quotes are no part of it; they come from what is stored when it is read (report.document.ts).
 */

export const reportSections = [
  'why',
  'method',
  'response',
  'completeness',
  'goals',
  'counts',
  'by-function',
  'mentions',
  'buddies',
  'exchange',
  'quotes',
  'tips-tops',
  'stopped',
  'lecture',
  'conclusions',
] as const
export type ReportSection = (typeof reportSections)[number]

export const reportLimits = { title: 120, words: 20_000, parts: 60 } as const

/** A section of ours, or words of the writer: paragraphs, with a line that begins with `# ` as a heading. */
export type ReportPart = { kind: 'section'; section: ReportSection } | { kind: 'words'; words: string }

/** What a writer keeps; a section stands in it once. */
export type ReportDraft = { title: string; parts: ReportPart[] }

/** A report to begin with: every section in its order, room for words after the first and before the last. */
export function startingDraft(title: string): ReportDraft {
  const words: ReportPart = { kind: 'words', words: '' }
  const parts = reportSections.flatMap((section): ReportPart[] => {
    const part: ReportPart = { kind: 'section', section }
    if (section === 'why') return [part, words]
    return section === 'conclusions' ? [words, part] : [part]
  })
  return { title: [...title].slice(0, reportLimits.title).join(''), parts }
}

/** The parts with one of them put elsewhere; unchanged where there is no such place. */
export function movePart(parts: readonly ReportPart[], from: number, to: number): ReportPart[] {
  const moved = parts[from]
  if (moved === undefined || to < 0 || to >= parts.length) return [...parts]
  return parts.toSpliced(from, 1).toSpliced(to, 0, moved)
}

/** The parts with a section more, at its usual place beside those that are there. */
export function addSection(parts: readonly ReportPart[], section: ReportSection): ReportPart[] {
  const rank = reportSections.indexOf(section)
  const before = parts.findLastIndex(
    (part) => part.kind === 'section' && reportSections.indexOf(part.section) < rank,
  )
  return parts.toSpliced(before + 1, 0, { kind: 'section', section })
}

/** Sections that may be added. */
export function sectionsLeft(parts: readonly ReportPart[]): ReportSection[] {
  return reportSections.filter(
    (section) => !parts.some((part) => part.kind === 'section' && part.section === section),
  )
}

export const reportFormats = ['docx', 'pdf', 'csv', 'xlsx', 'sav'] as const
export type TrajectoryReportFormat = (typeof reportFormats)[number]

import type { PackSheet } from '@weerklank/core/learning/nudge.content'
import type { Language } from '@weerklank/core/shared/language'
import { fill } from '@weerklank/core/shared/spoken'
import type { Block, Paper } from '../reports/paper.ts'
import { pdfOf } from '../reports/pdf.ts'
import type { NudgeDeps } from './nudge.deps.ts'

const words = {
  nl: { title: 'Voor je collega’s', page: '{title} · blad {page} van {of}', room: 'Ruimte om te schrijven' },
  en: { title: 'For your colleagues', page: '{title} · sheet {page} of {of}', room: 'Room to write' },
} as const

/** Sheets to print: each begins a page, so that one can hang on a wall. */
export function packPaper(of: {
  sheets: readonly PackSheet[]
  language: Language
  author: string
  made: string
}): Paper {
  const { language, author, made } = of
  const { title, page: footer, room } = words[language]
  const blocks = of.sheets.flatMap((sheet, at): Block[] => [
    ...(at === 0 ? [] : [{ kind: 'page' } as const]),
    { kind: 'heading', level: at === 0 ? 1 : 2, text: sheet.title[language] },
    ...sheet.lines.map((text): Block => ({ kind: 'text', text: text[language], look: 'lead' })),
    ...(sheet.points.length === 0
      ? []
      : [{ kind: 'list', items: sheet.points.map((text) => text[language]) } as const]),
    ...(sheet.room === 0 ? [] : [{ kind: 'lines', count: sheet.room, alt: room } as const]),
  ])
  return {
    ...{ title, language, author, made, blocks },
    footer: (page, all) => fill(footer, { title, page: String(page), of: String(all) }),
  }
}

/** The sheets for colleagues as a tagged PDF. */
export function packFile(of: {
  deps: Pick<NudgeDeps, 'nudges' | 'world'>
  language: Language
  author: string
}): Promise<Uint8Array<ArrayBuffer>> {
  const { deps, language, author } = of
  return pdfOf(packPaper({ sheets: deps.nudges.sheets, language, author, made: deps.world.now() }))
}

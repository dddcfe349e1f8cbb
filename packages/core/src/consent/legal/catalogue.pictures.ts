import type { TableEntry } from './catalogue-entry.ts'

const seen = {
  nl: 'De collega’s en onderzoekers die aan deze duiding werken. Van wie woorden zijn, staat er als stem bij.',
  en: 'The colleagues and researchers who work on this analysis. Whose words they are stands with them as a voice.',
} as const

/** What is made of coded words. */
export const pictureTables: Readonly<Record<string, TableEntry>> = {
  analysis_mark: {
    activity: 'research',
    words: ['Tekens in de tabel van een duiding', 'Marks in the table of an analysis'],
    personal: [
      ['code_id column_key mark', 'wat een stem doet met een thema', 'what a voice does with a theme'],
      ['by_id at', 'wie dat zei en wanneer', 'who said so and when'],
    ],
    technical: 'workspace_id analysis_id kind',
    seen,
  },
  analysis_round: {
    activity: 'research',
    words: ['Los van elkaar coderen', 'Rounds of coding without seeing each other'],
    personal: [
      [
        'coder_ids ready_ids started_by started_at opened_at opened_by coded',
        'wie hoe codeert, wie klaar is en wie de codes opende',
        'who codes how, who is done and who opened the codes',
      ],
    ],
    technical: 'workspace_id id analysis_id title document_ids',
    seen,
  },
  analysis_decision: {
    activity: 'research',
    words: ['Besluiten over verschillen in codes', 'Decisions about differences in codes'],
    personal: [
      ['passage_id start_at end_at code_ids', 'over welke woorden', 'about which words'],
      ['reason', 'waarom', 'why'],
      ['by_id at', 'wie het opschreef en wanneer', 'who wrote it down and when'],
    ],
    technical: 'workspace_id analysis_id round_id',
    seen,
  },
  synergy_model: {
    activity: 'research',
    words: ['Het eigen model van de synergiekaart', 'The own model of the map of synergy'],
    personal: [['by_id at', 'wie het bewaarde en wanneer', 'who kept it and when']],
    technical: 'workspace_id version body',
    seen,
  },
  analysis_map: {
    activity: 'research',
    words: ['Synergiekaarten', 'Maps of synergy'],
    personal: [
      [
        'placings expectations',
        'welk thema waar ligt, en wat was verwacht',
        'which theme lies where, and what was expected',
      ],
      ['by_id at', 'wie het bewaarde en wanneer', 'who kept it and when'],
    ],
    technical: 'workspace_id analysis_id model_version version',
    seen,
  },
}

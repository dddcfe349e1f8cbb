import type { DataTable, Words } from './data-tables.types.ts'

const analysis_id: Words = ['de duiding (analysis)', 'the analysis (analysis)']
const by_id: Words = ['wie het deed (member)', 'who did it (member)']

/** What is made of coded words: marks, rounds with what was decided, and the map of synergy. */
export const pictureTables: Readonly<Record<string, DataTable>> = {
  analysis_mark: {
    words: ['Tekens in de tabel van een duiding', 'Marks in the table of an analysis'],
    common: 'workspace_id at kind',
    fields: {
      analysis_id,
      code_id: ['het thema (analysis_code)', 'the code (analysis_code)'],
      column_key: ['bij welke stem, bron of welk moment', 'at which voice, source or moment'],
      mark: ['bevestigt, vult aan, spreekt tegen of stil', 'confirms, adds, contradicts or silent'],
      by_id,
    },
  },
  analysis_round: {
    words: ['Rondes waarin collega’s los van elkaar coderen', 'Rounds of coding without seeing each other'],
    common: 'workspace_id id title',
    fields: {
      analysis_id,
      document_ids: ['welke teksten (analysis_document)', 'which documents (analysis_document)'],
      coder_ids: ['wie coderen (member)', 'who code (member)'],
      ready_ids: ['wie zei dat het klaar is (member)', 'who said to be done (member)'],
      started_by: ['wie de ronde begon (member)', 'who began the round (member)'],
      started_at: ['wanneer die begon', 'when it began'],
      opened_at: ['wanneer de codes opengingen', 'when the codes were opened'],
      opened_by: ['wie ze opende (member)', 'who opened them (member)'],
      coded: ['hoe ieder toen codeerde', 'how each coded at that moment'],
    },
  },
  analysis_decision: {
    words: ['Besluiten over verschillen in codes', 'Decisions about differences in codes'],
    common: 'workspace_id at',
    fields: {
      round_id: ['de ronde (analysis_round)', 'the round (analysis_round)'],
      passage_id: ['het stuk tekst (analysis_passage)', 'the passage (analysis_passage)'],
      start_at: ['vanaf welk teken', 'from which character'],
      end_at: ['tot welk teken', 'until which character'],
      analysis_id,
      code_ids: ['welke thema’s erbij horen (analysis_code)', 'which codes belong to it (analysis_code)'],
      reason: ['waarom', 'why'],
      by_id,
    },
  },
  synergy_model: {
    words: ['Het eigen model van de synergiekaart', 'The own model of the map of synergy'],
    common: 'workspace_id at version',
    fields: { body: ['het model', 'the model'], by_id },
  },
  analysis_map: {
    words: ['Synergiekaarten', 'Maps of synergy'],
    common: 'workspace_id at version',
    fields: {
      analysis_id,
      model_version: ['welke versie van het model', 'which version of the model'],
      placings: ['welk thema op welk element ligt', 'which theme lies on which element'],
      expectations: ['wat vooraf werd verwacht', 'what was expected beforehand'],
      by_id,
    },
  },
}

import type { DataTable, Words } from './data-tables.types.ts'

const analysis_id: Words = ['de duiding (analysis)', 'the analysis (analysis)']
const document_id: Words = ['de tekst (analysis_document)', 'the document (analysis_document)']
const passage_id: Words = ['het stuk tekst (analysis_passage)', 'the passage (analysis_passage)']
const code_id: Words = ['het thema (analysis_code)', 'the code (analysis_code)']
const changed_at: Words = ['wanneer er voor het laatst iets veranderde', 'when something last changed']
const sealed = {
  field: 'sealed',
  why: [
    'Wat iemand blind codeert, blijft dicht tot de ronde voorbij is.',
    'What somebody codes blind stays closed until the round is over.',
  ],
} as const

/** Laying words side by side: documents and passages, codes, codings, memos, and what was changed. */
export const analysisTables: Readonly<Record<string, DataTable>> = {
  analysis: {
    words: ['Duidingen: woorden naast elkaar', 'Analyses: words side by side'],
    common: 'workspace_id id title member_ids created_by created_at',
    fields: {
      question: ['de vraag', 'the question'],
      sources: ['waaruit woorden vanzelf instromen', 'from where words flow in by themselves'],
      sealed_documents: ['teksten in een blinde ronde', 'documents in a blind round'],
      speakers: ['het laatste nummer van een spreker', 'the last number of a speaker'],
      deeds: ['hoe vaak er iets veranderde', 'how often something changed'],
      changed_at,
      version: ['hoe vaak titel of bronnen veranderden', 'how often title or sources changed'],
    },
  },
  analysis_document: {
    words: ['Teksten in duidingen', 'Documents in analyses'],
    common: 'workspace_id id title',
    fields: {
      analysis_id,
      source: ['wat voor tekst', 'which kind of text'],
      source_ref: ['waarvan het komt', 'what it came from'],
      at: ['wanneer het is gezegd of geschreven', 'when it was said or written'],
      position: ['de hoeveelste', 'which in order'],
      size: ['hoeveel plaatsen voor woorden', 'how many places for words'],
      voices: ['wie meededen, als stem', 'who took part, as a voice'],
      brought_by: ['wie hem toevoegde (member)', 'who added it (member)'],
    },
  },
  analysis_passage: {
    words: ['Woorden in duidingen, alleen met toestemming', 'Words in analyses, only with consent'],
    common: 'workspace_id id person_id purpose voice',
    fields: {
      analysis_id,
      document_id,
      ordinal: ['de plaats in de tekst', 'the place in the document'],
      source_ref: ['waarvan het komt', 'what it came from'],
      in_use: ['of het nu gebruikt mag worden', 'whether it may be used now'],
      role: ['als wat aan tafel', 'as what at the table'],
      voice_key: ['onder welke stem het telt', 'under which voice it counts'],
      speaker: ['de schuilnaam', 'the pseudonym'],
      body: ['de woorden', 'the words'],
    },
    leftOut: {
      folded: [
        'Dezelfde woorden zonder hoofdletters en accenten, om in te zoeken.',
        'The same words without capitals and accents, to search in.',
      ],
    },
  },
  analysis_code: {
    words: ['Thema’s in duidingen', 'Codes in analyses'],
    common: 'workspace_id id name',
    fields: {
      analysis_id,
      parent_id: ['onder welk thema (analysis_code)', 'under which code (analysis_code)'],
      definition: ['wat het betekent', 'what it means'],
      include: ['wat erbij hoort', 'what belongs to it'],
      exclude: ['wat er niet bij hoort', 'what does not'],
      example: ['een voorbeeld', 'an example'],
      colour: ['de kleur', 'the colour'],
      position: ['de plaats in de lijst', 'the place in the list'],
    },
  },
  analysis_coding: {
    words: ['Uitspraken bij thema’s', 'Quotes under codes'],
    common: 'workspace_id id at',
    unless: sealed,
    fields: {
      analysis_id,
      document_id,
      passage_id,
      start_at: ['vanaf welk teken', 'from which character'],
      end_at: ['tot welk teken', 'until which character'],
      code_id,
      coder_id: ['wie het codeerde (member)', 'who coded it (member)'],
      sealed: ['of het nog dicht is', 'whether it is closed still'],
      weight: ['hoe sterk', 'how strongly'],
    },
  },
  analysis_memo: {
    words: ['Gedachten bij duidingen', 'Memos in analyses'],
    common: 'workspace_id id title at',
    unless: { ...sealed, or: 'is_private' },
    fields: {
      analysis_id,
      document_id,
      code_id,
      coding_id: ['de uitspraak (analysis_coding)', 'the quote (analysis_coding)'],
      passage_id,
      author_id: ['wie het schreef (member)', 'who wrote it (member)'],
      body: ['de gedachte', 'the memo'],
      sealed: ['of het nog dicht is', 'whether it is closed still'],
      is_private: ['of alleen de schrijver het leest', 'whether only its author reads it'],
    },
  },
  analysis_deed: {
    words: ['Wat er in duidingen veranderde', 'What was changed in analyses'],
    common: 'workspace_id id member_id at kind',
    unless: sealed,
    fields: {
      analysis_id,
      seq: ['de hoeveelste', 'which in order'],
      about: ['over welk thema', 'about which code'],
      state: ['gedaan, ongedaan gemaakt of vervallen', 'done, undone or dropped'],
      undone_at: ['wanneer het ongedaan is gemaakt', 'when it was undone'],
      sealed: ['of het nog dicht is', 'whether it is closed still'],
    },
  },
  analysis_deed_part: {
    words: ['Wat er in duidingen veranderde, regel voor regel', 'What was changed in analyses, line by line'],
    common: 'workspace_id member_id',
    unless: sealed,
    fields: {
      deed_id: ['de verandering (analysis_deed)', 'the change (analysis_deed)'],
      part: ['de hoeveelste daarvan', 'which of it'],
      analysis_id,
      row_kind: ['thema, uitspraak of gedachte', 'code, quote or memo'],
      row_id: ['welke', 'which'],
      document_id,
      passage_id,
      before: ['hoe het was', 'how it was'],
      after: ['hoe het werd', 'how it became'],
      sealed: ['of het nog dicht is', 'whether it is closed still'],
    },
  },
}

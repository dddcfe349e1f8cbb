import type { TableEntry } from './catalogue-entry.ts'

const seen = {
  nl: 'De collega’s en onderzoekers die aan deze duiding werken, met een schuilnaam in plaats van een naam. De persoon zelf leest wie keek.',
  en: 'The colleagues and researchers who work on this analysis, with a pseudonym instead of a name. The person herself reads who looked.',
} as const

/** Laying words side by side. */
export const analysisTables: Readonly<Record<string, TableEntry>> = {
  analysis: {
    activity: 'research',
    words: ['Duidingen: woorden naast elkaar', 'Analyses: words side by side'],
    personal: [
      ['title question', 'waar het over gaat', 'what it is about'],
      [
        'member_ids created_by created_at changed_at',
        'wie eraan werkt, en wie begon',
        'who works on it, and who began',
      ],
    ],
    technical: 'workspace_id id sources sealed_documents speakers deeds version',
    seen,
  },
  analysis_document: {
    activity: 'research',
    words: ['Teksten in duidingen', 'Documents in analyses'],
    personal: [
      ['title at voices', 'wanneer, en welke stemmen erbij waren', 'when, and which voices were there'],
      ['source_ref brought_by', 'waar het vandaan komt', 'where it comes from'],
    ],
    technical: 'workspace_id id analysis_id source position size',
    seen,
  },
  analysis_passage: {
    activity: 'research',
    words: ['Woorden van wie toestemming gaf', 'Words of those who consented'],
    personal: [
      ['body folded', 'wat iemand zei of schreef', 'what somebody said or wrote'],
      [
        'person_id speaker voice role voice_key',
        'wie, met een schuilnaam, en als welke stem',
        'who, with a pseudonym, and as which voice',
      ],
      [
        'purpose in_use source_ref',
        'of het gebruikt mag worden, en waaruit',
        'whether it may be used, and out of what',
      ],
    ],
    technical: 'workspace_id id analysis_id document_id ordinal',
    seen,
  },
  analysis_code: {
    activity: 'research',
    words: ['Thema’s in duidingen', 'Codes in analyses'],
    personal: [
      ['example', 'een voorbeeld, soms een zin van iemand', 'an example, at times somebody’s words'],
    ],
    technical: 'workspace_id id analysis_id parent_id name definition include exclude colour position',
    seen,
  },
  analysis_coding: {
    activity: 'research',
    words: ['Uitspraken bij thema’s', 'Quotes under codes'],
    personal: [
      ['passage_id start_at end_at code_id', 'welke woorden bij welk thema', 'which words under which code'],
      ['coder_id at weight', 'wie het codeerde en wanneer', 'who coded it and when'],
    ],
    technical: 'workspace_id id analysis_id document_id sealed',
    seen,
  },
  analysis_memo: {
    activity: 'research',
    words: ['Gedachten bij duidingen', 'Memos in analyses'],
    personal: [
      ['title body', 'wat een collega erbij dacht', 'what a colleague thought of it'],
      ['is_private', 'of alleen de schrijver het leest', 'whether only its author reads it'],
      [
        'document_id code_id coding_id passage_id author_id at',
        'waarbij, wie en wanneer',
        'with what, who and when',
      ],
    ],
    technical: 'workspace_id id analysis_id sealed',
    seen,
  },
  analysis_deed: {
    activity: 'research',
    words: ['Wat er in duidingen veranderde', 'What was changed in analyses'],
    personal: [['member_id at kind about undone_at', 'wie wat deed en wanneer', 'who did what and when']],
    technical: 'workspace_id id analysis_id seq state sealed',
    seen,
  },
  analysis_deed_part: {
    activity: 'research',
    words: ['Wat er in duidingen veranderde, regel voor regel', 'What was changed in analyses, line by line'],
    personal: [
      ['before after member_id', 'hoe het was en werd, en door wie', 'how it was and became, and by whom'],
      ['document_id passage_id', 'bij welke woorden', 'with which words'],
    ],
    technical: 'workspace_id deed_id part analysis_id row_kind row_id sealed',
    seen,
  },
}
